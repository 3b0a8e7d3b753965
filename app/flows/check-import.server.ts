import { setImmediate } from 'node:timers/promises';
import { chooseColumns } from '~/domain/imports/choose-columns.server';
import type { Batch } from '~/domain/imports/find-batch.server';
import { findRows } from '~/domain/imports/find-rows.server';
import { findTakenKeys } from '~/domain/imports/find-taken-keys.server';
import type { Finding } from '~/domain/imports/finding';
import { keepCheckedRows, type CheckedRow } from '~/domain/imports/keep-checked-rows.server';
import type { ListRow } from '~/domain/imports/list-row.server';
import { readRow, type ListedPerson, type RowRules } from '~/domain/imports/read-row';
import { rowKey } from '~/domain/imports/row-key.server';
import { showPreview } from '~/domain/imports/show-preview.server';
import { findKnownReadings } from '~/domain/people/find-known-readings.server';
import { findRepeats } from '~/domain/people/find-repeats.server';
import type { Store } from '~/db/store.server';
import type { ColumnMapping } from '~/db/tables/imports';
import type { Authorised, Bound } from '~/lib/bound';
import { formatDay, jstDates } from '~/lib/clock';
import { foldText } from '~/lib/japanese';
import { listRules } from './list-rules.server';

export type CheckImport = {
  batch: Authorised<Batch>;
  mapping: ColumnMapping;
  /** Among whom repeats are looked for. */
  within: Bound<'person'>;
  at: Date;
};

const ROWS_AT_ONCE = 200;

/** Reads every row by the chosen columns and notes what is found. False when the list is being taken, or somebody chose other columns meanwhile. */
export async function checkImport(store: Store, input: CheckImport): Promise<boolean> {
  const { batch, mapping, within, at } = input;
  if (!(await store.tx((db) => chooseColumns(db, { batch, mapping, at })))) return false;
  const rules = await listRules(store.read, { areaCode: batch.areaCode, at });
  const check = rowChecker({ store, batch, mapping, within, rules });
  for (let after = 0; ;) {
    const rows = await findRows(store.read, { batch, after, limit: ROWS_AT_ONCE });
    if (rows.length === 0) break;
    const checked = await check(rows);
    if (!(await store.tx((db) => keepCheckedRows(db, { batch, mapping, rows: checked }))))
      return false;
    after = rows.at(-1)!.rowNumber;
    await setImmediate();
  }
  await store.tx((db) => showPreview(db, batch));
  return true;
}

type Checker = Omit<CheckImport, 'at'> & { store: Store; rules: RowRules };

/** Remembers what stood in earlier rows of the same list. */
function rowChecker({ store, batch, mapping, within, rules }: Checker) {
  const rowOfKey = new Map<string, number>();
  const rowOfReading = new Map<string, number>();

  async function warn(
    person: ListedPerson,
    rowNumber: number,
    known: Set<string>,
  ): Promise<Finding[]> {
    const { kana, birthYear, municipalityCode } = person;
    const warnings: Finding[] = [];
    const found = known.has(foldText(kana))
      ? await findRepeats(store.read, { kana, birthYear, municipalityCode, within })
      : [];
    if (found.length > 0) {
      const words = [String(found.length)];
      warnings.push({ code: 'repeat', field: null, column: null, words });
    }
    const reading = JSON.stringify([foldText(kana), birthYear, municipalityCode]);
    const earlier = rowOfReading.get(reading);
    if (earlier !== undefined) {
      const words = [String(earlier)];
      warnings.push({ code: 'repeat-in-list', field: null, column: null, words });
    }
    rowOfReading.set(reading, earlier ?? rowNumber);
    return warnings;
  }

  return async function check(rows: ListRow[]): Promise<CheckedRow[]> {
    const read = rows.map(({ rowNumber, cells }) => {
      const row = readRow(cells, mapping, rules);
      return { rowNumber, row, key: row.ok ? rowKey(batch.areaCode, row.person) : null };
    });
    const taken = await findTakenKeys(store.read, { keys: read.flatMap(({ key }) => key ?? []) });
    const kana = read.flatMap(({ row }) => (row.ok ? [row.person.kana] : []));
    const known = await findKnownReadings(store.read, { kana, within });
    const checked: CheckedRow[] = [];
    for (const { rowNumber, row, key } of read) {
      if (!row.ok || key === null) {
        checked.push({ rowNumber, key: null, findings: row.ok ? [] : row.findings });
        continue;
      }
      const findings = refuseKey(key, rowNumber, taken);
      if (findings.length === 0) findings.push(...(await warn(row.person, rowNumber, known)));
      checked.push({ rowNumber, key, findings });
    }
    return checked;
  };

  function refuseKey(key: string, rowNumber: number, taken: Map<string, Date>): Finding[] {
    const before = taken.get(key);
    if (before) return [takenBefore(before)];
    const twin = rowOfKey.get(key);
    if (twin !== undefined) {
      return [{ code: 'row-twice', field: null, column: null, words: [String(twin)] }];
    }
    rowOfKey.set(key, rowNumber);
    return [];
  }
}

export function takenBefore(at: Date): Finding {
  const words = [formatDay(jstDates(at).day)];
  return { code: 'taken-before', field: null, column: null, words };
}
