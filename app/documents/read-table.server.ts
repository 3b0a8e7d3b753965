import { readCsvRecords } from './csv-records.server';
import { readText, type TextEncoding } from './read-text.server';
import { readWorkbook } from './read-workbook.server';
import type { TableRefusal } from './table-refusal';

export type TableFile = {
  /** Rows as the file numbers them, from the first; a row is as long as its last cell that is filled. */
  rows: string[][];
  format: 'xlsx' | TextEncoding;
  /** The sheet that was read, and those beside it that were not. */
  sheet: string | null;
  otherSheets: string[];
};

export type ReadTable = { ok: true; table: TableFile } | { ok: false; reason: TableRefusal };

export type ReadTableLimits = { rows: number };

const MAX_COLUMNS = 200;
const MAX_CELL_CHARACTERS = 5_000;

/**
 * A table out of bytes that came from outside. What it is, is decided by what it holds, never by its
 * name: a workbook of Excel, or text with commas, tabs or semicolons in UTF-8, UTF-16 or CP932.
 */
export async function readTable(bytes: Uint8Array, limits: ReadTableLimits): Promise<ReadTable> {
  if (bytes.length === 0) return { ok: false, reason: 'empty' };
  const known = knownRefusal(bytes);
  if (known) return { ok: false, reason: known };
  if (startsWith(bytes, 'PK\x03\x04') || startsWith(bytes, 'PK\x05\x06')) {
    const book = await readWorkbook(bytes);
    if (!book.ok) return book;
    const { sheet, others } = book;
    return bounded({ rows: book.rows, format: 'xlsx', sheet, otherSheets: others }, limits);
  }
  const read = await readText(bytes);
  if (!read.ok) return read;
  if (/^\s*<(?:!doctype|html|table|\?xml)/i.test(read.text)) return { ok: false, reason: 'html' };
  const records = await readCsvRecords(read.text, limits.rows * 4);
  if (!records.ok) return records;
  const { rows } = records;
  return bounded({ rows, format: read.encoding, sheet: null, otherSheets: [] }, limits);
}

function startsWith(bytes: Uint8Array, magic: string): boolean {
  return [...magic].every((letter, i) => bytes[i] === letter.charCodeAt(0));
}

function knownRefusal(bytes: Uint8Array): TableRefusal | null {
  if (startsWith(bytes, '\xD0\xCF\x11\xE0')) {
    // A workbook with a password is the old container with the new file, sealed, inside it.
    const sealed = Buffer.from('EncryptedPackage', 'utf16le');
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(sealed)
      ? 'encrypted'
      : 'old-excel';
  }
  if (startsWith(bytes, '%PDF')) return 'pdf';
  const archives = ['\x1F\x8B', '7z\xBC\xAF', 'Rar!'];
  return archives.some((magic) => startsWith(bytes, magic)) ? 'archive' : null;
}

/** Rows without the empty cells at their ends and the empty rows at the end of all. */
function bounded(table: TableFile, limits: ReadTableLimits): ReadTable {
  const rows = table.rows.map((row) => {
    const cells = row.slice(0, MAX_COLUMNS).map((cell) => cell.slice(0, MAX_CELL_CHARACTERS));
    while (cells.length > 0 && isBlank(cells.at(-1)!)) cells.pop();
    return cells;
  });
  while (rows.length > 0 && rows.at(-1)!.length === 0) rows.pop();
  if (rows.length === 0) return { ok: false, reason: 'empty' };
  if (rows.filter((row) => row.length > 0).length > limits.rows) {
    return { ok: false, reason: 'too-many-rows' };
  }
  return { ok: true, table: { ...table, rows } };
}

function isBlank(cell: string): boolean {
  return cell.trim() === '';
}
