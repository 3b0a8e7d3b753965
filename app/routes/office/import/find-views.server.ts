import { countRows } from '~/domain/imports/count-rows.server';
import { findRows } from '~/domain/imports/find-rows.server';
import { findTakenPeople } from '~/domain/imports/find-taken-people.server';
import { IMPORT_FIELDS, type ImportField } from '~/domain/imports/import-fields';
import { mayUndo } from '~/domain/imports/may-undo';
import { readRow, type ListedPerson } from '~/domain/imports/read-row';
import type { ListRow } from '~/domain/imports/list-row.server';
import { findSlipPeople } from '~/domain/people/find-slip-people.server';
import { findOfferedPlaces } from '~/domain/regions/find-offered-places.server';
import type { Db } from '~/db/store.server';
import type { ColumnMapping } from '~/db/tables/imports';
import { audienceLabel } from '~/flows/audience-label';
import type { ListOfArea } from '~/flows/enrolling-area.server';
import {
  columnLabel,
  findingWords,
  importFieldLabel,
  relationLabel,
  sameForAll,
} from '~/flows/import-words';
import { listRules } from '~/flows/list-rules.server';
import { formatDay, formatTime, jstDates } from '~/lib/clock';
import { groupCode } from '~/lib/code';
import * as m from '~/paraglide/messages';
import { ageBandLabel } from '~/ui/age-band-label';
import type { AccountView } from './account';
import type { ColumnsField, ColumnsView } from './columns-form';
import type { FoundRow } from './found-rows';
import type { PreviewView } from './preview';
import { choiceOf } from './read-columns';
import type { RefusedView } from './refused-rows';

const FIRST_ROWS = 20;
const FOUND_ROWS = 100;
const SAMPLES = 3;
const SAMPLE_CHARACTERS = 16;
const NAME_FIELDS = new Set<ImportField>([
  'name',
  'familyName',
  'givenName',
  'kana',
  'familyKana',
  'givenKana',
]);

const short = (text: string) =>
  [...text].length > SAMPLE_CHARACTERS
    ? `${[...text].slice(0, SAMPLE_CHARACTERS).join('')}…`
    : text;
const number = (count: number) => count.toLocaleString('ja-JP');
const moment = (at: Date) => `${formatDay(jstDates(at).day)} ${formatTime(at)}`;

/** What the officer chooses columns from. */
export async function findColumnsView(
  db: Db,
  { area, batch }: ListOfArea,
  mapping: ColumnMapping = batch.mapping,
): Promise<ColumnsView> {
  const rows = await findRows(db, { batch, limit: FIRST_ROWS });
  const samplesOf = (column: number) =>
    rows
      .map(({ cells }) => (cells[column] ?? '').trim())
      .filter((cell) => cell !== '')
      .slice(0, SAMPLES)
      .map(short);
  const columns = batch.header.map((_, i) => {
    const [first] = samplesOf(i);
    const samples = first === undefined ? '' : m.imports_columns_samples({ values: first });
    return { value: String(i), label: columnLabel(i, batch.header, samples) };
  });
  const fields = IMPORT_FIELDS.map((field): ColumnsField & { field: ImportField } => {
    const source = mapping[field];
    return {
      field,
      label: importFieldLabel(field),
      chosen: choiceOf(source),
      samples: typeof source === 'number' ? samplesOf(source) : [],
      same: sameForAll(field, ageBandLabel),
    };
  });
  return {
    areaName: (area.cityName ?? '') + area.name,
    columns,
    names: fields.filter(({ field }) => NAME_FIELDS.has(field)),
    others: fields.filter(({ field }) => !NAME_FIELDS.has(field)),
    mayGoBack: batch.state === 'preview',
  };
}

type Page = { path: string; page: number };

export async function findPreviewView(
  db: Db,
  { area, batch }: ListOfArea,
  { path, page, at }: Page & { at: Date },
): Promise<PreviewView> {
  const counts = await countRows(db, { batchId: batch.id });
  const waiting = await findRows(db, { batch, state: 'waiting', limit: FIRST_ROWS });
  const warned = await findRows(db, {
    batch,
    state: 'waiting',
    withFindings: true,
    limit: FOUND_ROWS,
  });
  const rules = await listRules(db, { areaCode: area.code, at });
  const places = new Map(
    (await findOfferedPlaces(db))
      .filter(({ code, parentCode }) => code === area.code || parentCode === area.code)
      .map(({ code, cityName, name }) => [code, (cityName ?? '') + name]),
  );
  const shown = (person: ListedPerson) => [
    person.name,
    person.kana,
    person.birthYear === null ? '' : String(person.birthYear),
    places.get(person.municipalityCode) ?? person.municipalityCode,
    relationLabel(person.municipalityRelation),
    audienceLabel(person.audience),
    ageBandLabel(person.ageBand),
    person.email ?? '',
  ];
  const refused = await findRefusedView(db, { area, batch }, { path, page });
  return {
    counts: { ...counts, total: batch.total },
    first: {
      columns: [
        m.imports_field_name(),
        m.imports_field_kana(),
        m.imports_preview_birth(),
        m.imports_field_municipality(),
        m.imports_preview_relation(),
        m.imports_field_audience(),
        m.imports_field_ageBand(),
        m.imports_field_email(),
      ],
      rows: waiting.flatMap(({ cells }) => {
        const read = readRow(cells, batch.mapping, rules);
        return read.ok ? [shown(read.person)] : [];
      }),
    },
    warned: warned.map((row) => foundRow(row, batch)),
    refused,
  };
}

async function findRefusedView(
  db: Db,
  { batch }: ListOfArea,
  { path, page: asked }: Page,
): Promise<RefusedView> {
  const { refused: count } = await countRows(db, { batchId: batch.id });
  const pages = Math.max(1, Math.ceil(count / FOUND_ROWS));
  const page = Math.min(Math.max(1, asked), pages);
  const offset = (page - 1) * FOUND_ROWS;
  const rows = await findRows(db, { batch, state: 'refused', offset, limit: FOUND_ROWS });
  return { path, count, page, pages, rows: rows.map((row) => foundRow(row, batch)) };
}

function foundRow({ rowNumber, cells, findings }: ListRow, batch: ListOfArea['batch']): FoundRow {
  const { mapping, header } = batch;
  const cell = (field: ImportField) => {
    const source = mapping[field];
    return typeof source === 'number' ? (cells[source] ?? '') : '';
  };
  const name = short(`${cell('name')}${cell('familyName')} ${cell('givenName')}`.trim());
  return {
    rowNumber,
    name: cells.length === 0 ? m.imports_refused_cleared() : name,
    reasons: findings.map((finding) => findingWords(finding, header)),
  };
}

export async function findAccountView(
  db: Db,
  { area, batch }: ListOfArea,
  { path, page, at }: Page & { at: Date },
): Promise<AccountView> {
  const undo = mayUndo(batch, at);
  const kept = batch.state === 'undone' ? await findTakenPeople(db, batch) : [];
  const people = await findSlipPeople(db, { ids: kept.map(({ personId }) => personId) });
  const refusedRows = await findRefusedView(db, { area, batch }, { path, page });
  const gone = refusedRows.count === 0 ? 0 : await countUndone(db, batch);
  return {
    path,
    total: number(batch.total),
    taken: number(batch.taken),
    refused: number(batch.refused),
    undo: undo && { until: moment(undo.until), open: undo.open },
    undone: batch.undoneAt && {
      at: moment(batch.undoneAt),
      gone: number(gone),
      left: batch.doneAt === null,
    },
    kept: people.map((person) => groupCode(person.number)),
    refusedRows,
  };
}

async function countUndone(db: Db, batch: ListOfArea['batch']): Promise<number> {
  if (batch.state !== 'undone') return 0;
  const rows = await findRows(db, { batch, state: 'refused', limit: batch.total });
  return rows.filter(({ findings }) => findings.some(({ code }) => code === 'undone')).length;
}
