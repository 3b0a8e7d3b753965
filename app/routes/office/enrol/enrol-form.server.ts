import type { ImportField } from '~/domain/imports/import-fields';
import { readRow, type ListedPerson, type RowRules } from '~/domain/imports/read-row';
import { findingReason } from '~/flows/import-words';

const FIELDS = [
  'name',
  'kana',
  'birth',
  'municipality',
  'relation',
  'audience',
  'ageBand',
  'email',
] as const satisfies ImportField[];

export type EnrolField = (typeof FIELDS)[number];
export type SentForm = Record<EnrolField, string>;

export type ReadForm = {
  sent: SentForm;
  person: ListedPerson | null;
  errors: Partial<Record<EnrolField, string[]>>;
};

/** The form read as one row of a list: what holds for lists holds at the counter. */
export function readEnrolForm(form: FormData, rules: RowRules): ReadForm {
  const sent = Object.fromEntries(
    FIELDS.map((field) => [field, String(form.get(field) ?? '')]),
  ) as SentForm;
  const { relation, audience, ageBand, ...typed } = sent;
  const columns = Object.keys(typed) as (keyof typeof typed)[];
  const mapping = {
    ...Object.fromEntries(columns.map((field, i) => [field, i])),
    relation,
    audience,
    ...(ageBand === '' ? {} : { ageBand }),
  };
  const read = readRow(
    columns.map((field) => typed[field]),
    mapping,
    rules,
  );
  const errors: ReadForm['errors'] = {};
  for (const finding of read.ok ? [] : read.findings) {
    const field = FIELDS.find((one) => one === finding.field) ?? 'name';
    (errors[field] ??= []).push(findingReason(finding));
  }
  return { sent, person: read.ok ? read.person : null, errors };
}
