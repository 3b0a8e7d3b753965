import type { Finding, RefusalCode, WarningCode } from '~/domain/imports/finding';
import type { ImportField } from '~/domain/imports/import-fields';
import { AGE_BANDS } from '~/domain/people/age-bands';
import { AUDIENCE_CLASSES } from '~/domain/people/audience-classes';
import { audienceLabel } from './audience-label';
import * as m from '~/paraglide/messages';

const FIELDS: Record<ImportField, () => string> = {
  name: m.imports_field_name,
  familyName: m.imports_field_familyName,
  givenName: m.imports_field_givenName,
  kana: m.imports_field_kana,
  familyKana: m.imports_field_familyKana,
  givenKana: m.imports_field_givenKana,
  birth: m.imports_field_birth,
  municipality: m.imports_field_municipality,
  relation: m.imports_field_relation,
  audience: m.imports_field_audience,
  ageBand: m.imports_field_ageBand,
  email: m.imports_field_email,
};

export function importFieldLabel(field: ImportField): string {
  return FIELDS[field]();
}

const RELATIONS = [
  ['resident', m.imports_relation_resident],
  ['worker', m.imports_relation_worker],
  ['student', m.imports_relation_student],
] as const;

export function relationLabel(code: string): string {
  return RELATIONS.find(([one]) => one === code)?.[1]() ?? code;
}

/** Values that may stand for every row of a list; `ageLabel` belongs to the screens. */
export function sameForAll(
  field: ImportField,
  ageLabel: (code: string) => string,
): { value: string; label: string }[] {
  if (field === 'relation') return RELATIONS.map(([value, label]) => ({ value, label: label() }));
  if (field === 'audience') {
    return AUDIENCE_CLASSES.map((value) => ({ value, label: audienceLabel(value) }));
  }
  if (field === 'ageBand') return AGE_BANDS.map((value) => ({ value, label: ageLabel(value) }));
  return [];
}

type Words = { words: string; places: string };

const REASONS: Record<RefusalCode | WarningCode, (words: Words) => string> = {
  'name-empty': m.imports_why_name_empty,
  'name-too-long': m.imports_why_name_too_long,
  'name-unprintable': m.imports_why_name_unprintable,
  'name-own-letters': m.imports_why_name_own_letters,
  'name-picture': m.imports_why_name_picture,
  'kana-empty': m.imports_why_kana_empty,
  'kana-wrong': m.imports_why_kana_wrong,
  'birth-wrong': m.imports_why_birth_wrong,
  'birth-range': m.imports_why_birth_range,
  'municipality-unknown': (words) =>
    words.places === ''
      ? m.imports_why_municipality_unknown()
      : m.imports_why_municipality_unknown_like(words),
  'municipality-several': m.imports_why_municipality_several,
  'municipality-outside': m.imports_why_municipality_outside,
  'relation-unknown': m.imports_why_relation_unknown,
  'audience-unknown': m.imports_why_audience_unknown,
  'age-unknown': m.imports_why_age_unknown,
  'email-wrong': m.imports_why_email_wrong,
  'row-too-long': m.imports_why_row_too_long,
  'row-twice': m.imports_why_row_twice,
  'taken-before': m.imports_why_taken_before,
  undone: m.imports_why_undone,
  repeat: m.imports_why_repeat,
  'repeat-in-list': m.imports_why_repeat_in_list,
};

/** What is wrong with a cell, and what to do. */
export function findingReason({ code, words = [] }: Finding): string {
  return REASONS[code]({ words: words.join('、'), places: words.join('、') });
}

/** The same with the column it stands in: "C列「生年月日」：…". */
export function findingWords(finding: Finding, header: readonly string[]): string {
  const { column } = finding;
  const reason = findingReason(finding);
  if (column === null) return reason;
  return m.imports_why_at({ column: columnLabel(column, header), reason });
}

/** "C列「生年月日」" */
export function columnLabel(column: number, header: readonly string[], samples = ''): string {
  const letter = columnLetter(column);
  const title = header[column] ?? '';
  return title === ''
    ? m.imports_columns_untitled({ letter, samples })
    : m.imports_columns_option({ letter, title, samples });
}

function columnLetter(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : columnLetter(Math.floor(index / 26) - 1) + last;
}
