import { IMPORT_FIELDS, type ImportField } from '~/domain/imports/import-fields';
import type { ColumnMapping } from '~/db/tables/imports';
import { sameForAll } from '~/flows/import-words';
import * as m from '~/paraglide/messages';
import { ageBandLabel } from '~/ui/age-band-label';

export type ReadColumns = {
  mapping: ColumnMapping;
  /** By the field they are about. */
  errors: Record<string, string[]>;
};

/** "3" is the fourth column, "=police" the same for everybody, "" nothing. */
export function choiceOf(source: number | string | undefined): string {
  if (source === undefined) return '';
  return typeof source === 'number' ? String(source) : `=${source}`;
}

/** The columns that were chosen, and what is wrong with the choice. */
export function readColumns(form: FormData, columns: number): ReadColumns {
  const mapping: ColumnMapping = {};
  const errors: Record<string, string[]> = {};
  for (const field of IMPORT_FIELDS) {
    const choice = form.get(field);
    if (typeof choice !== 'string' || choice === '') continue;
    const source = sourceOf(field, choice, columns);
    if (source === null) errors[field] = [m.imports_columns_wrong()];
    else mapping[field] = source;
  }
  const has = (...fields: ImportField[]) => fields.every((field) => field in mapping);
  if (!has('name') && !has('familyName', 'givenName')) {
    errors.name ??= [m.imports_columns_name_missing()];
  }
  if (!has('kana') && !has('familyKana', 'givenKana')) {
    errors.kana ??= [m.imports_columns_kana_missing()];
  }
  const seen = new Set<number>();
  for (const [field, source] of Object.entries(mapping)) {
    if (typeof source !== 'number') continue;
    if (seen.has(source)) errors[field] ??= [m.imports_columns_twice()];
    seen.add(source);
  }
  return { mapping, errors };
}

function sourceOf(field: ImportField, choice: string, columns: number): number | string | null {
  if (choice.startsWith('=')) {
    const value = choice.slice(1);
    return sameForAll(field, ageBandLabel).some((one) => one.value === value) ? value : null;
  }
  const column = /^\d{1,3}$/.test(choice) ? Number(choice) : -1;
  return column >= 0 && column < columns ? column : null;
}
