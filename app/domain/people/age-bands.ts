/** 年代, from children of primary school to 80 and over. The codes stand in completions for ever. */
export const AGE_BANDS = [
  'primary-school',
  '10s',
  '20s',
  '30s',
  '40s',
  '50s',
  '60s',
  '70s',
  '80s',
  'unanswered',
] as const;

export type AgeBand = (typeof AGE_BANDS)[number];
