/** What can be read from a list. A name and a reading stand in one column or in two. */
export const IMPORT_FIELDS = [
  'name',
  'familyName',
  'givenName',
  'kana',
  'familyKana',
  'givenKana',
  'birth',
  'municipality',
  'relation',
  'audience',
  'ageBand',
  'email',
] as const;

export type ImportField = (typeof IMPORT_FIELDS)[number];

/** People that one list may hold. */
export const LIST_MAX_ROWS = 5_000;
