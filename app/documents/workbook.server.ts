import { writeXlsx, writeXlsxStream } from 'hucre/xlsx';
import { paced, streamOf } from './paced.server';
import { headRows, type Cell, type Column, type ReportTable, type Rows } from './table';

export type Sheet = {
  name: string;
  /** Lines above the table. */
  head: Cell[][];
  columns: Column[];
  rows: Rows;
};

type XlsxCell = string | number | Date | null;

export const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const FORMATS = {
  text: '@',
  number: '#,##0',
  decimal: '0.00',
  date: 'yyyy/mm/dd',
  percent: '0.0%',
};
const NAME_CHARACTERS = 31;
/** Several sheets are gathered before they are written; only a workbook of one sheet may be longer. */
const GATHERED_ROWS = 20_000;

/** The sheet of a report: what stands above the table, then the table. */
export function sheetOf(table: ReportTable): Sheet {
  const { title, columns, rows } = table;
  return { name: title, head: headRows(table).slice(0, -1), columns, rows };
}

/**
 * An XLSX of real numbers and real dates, without macros; text stays text, whatever sign it begins
 * with. One sheet is written row by row while it is read, however long. Several sheets are gathered first.
 */
export function writeWorkbook({ sheets }: { sheets: Sheet[] }): ReadableStream<Uint8Array> {
  const [only, ...others] = named(sheets);
  if (!only) throw new Error('A workbook needs a sheet');
  if (others.length > 0) return streamOf(gathered([only, ...others]));
  return writeXlsxStream(linesOf(only), { name: only.name, ...layoutOf(only) });
}

async function* gathered(sheets: Sheet[]): AsyncGenerator<Uint8Array> {
  let left = GATHERED_ROWS;
  const written = [];
  for (const sheet of sheets) {
    const rows: XlsxCell[][] = [];
    for await (const line of linesOf(sheet)) {
      left -= 1;
      if (left < 0) throw new Error(`Several sheets hold more than ${GATHERED_ROWS} rows together`);
      rows.push(line);
    }
    written.push({ name: sheet.name, rows, ...layoutOf(sheet) });
  }
  yield await writeXlsx({ sheets: written });
}

function layoutOf({ columns, head }: Sheet) {
  return {
    columns: columns.map(({ width, kind }) => ({ width, numFmt: FORMATS[kind] })),
    freezePane: { rows: head.length + 1, columns: 1 },
  };
}

async function* linesOf({ head, columns, rows }: Sheet): AsyncGenerator<XlsxCell[]> {
  for (const line of head) yield [...line];
  yield columns.map(({ title }) => title);
  for await (const row of paced(rows)) {
    yield row.map((cell, i) => (columns[i]?.kind === 'date' ? dateOf(cell) : cell));
  }
}

/** A spreadsheet keeps days, not instants: midnight of the same day. */
function dateOf(cell: Cell): XlsxCell {
  return typeof cell === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(cell)
    ? new Date(`${cell}T00:00:00Z`)
    : cell;
}

/** Names that Excel takes: 31 characters, none of []:*?/\, no two the same. */
function named(sheets: Sheet[]): Sheet[] {
  const taken = new Set<string>();
  return sheets.map((sheet, i) => {
    const plain = sheet.name.replace(/[[\]:*?/\\]/g, '・').replace(/^'|'$/g, '') || `${i + 1}`;
    let name = plain.slice(0, NAME_CHARACTERS);
    for (let n = 2; taken.has(name.toLowerCase()); n += 1) {
      const ending = ` (${n})`;
      name = plain.slice(0, NAME_CHARACTERS - ending.length) + ending;
    }
    taken.add(name.toLowerCase());
    return { ...sheet, name };
  });
}
