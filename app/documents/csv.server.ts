import { paced, streamOf } from './paced.server';
import type { Cell, Rows } from './table';

const BYTE_ORDER_MARK = '\uFEFF';
const CHUNK_CHARACTERS = 16 * 1024;

/** A line of RFC 4180 with its CRLF. */
export function csvLine(row: readonly Cell[]): string {
  return `${row.map(csvCell).join(',')}\r\n`;
}

/**
 * Text that a spreadsheet would run as a formula gets an apostrophe before it. Numbers are left as
 * numbers, also negative ones, and a sign alone, as for "nothing to count", cannot be a formula.
 */
function csvCell(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  const safe = cell.length > 1 && /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** The lines in chunks of some kilobytes. */
export async function* csvChunks(rows: Rows): AsyncGenerator<string> {
  let chunk = '';
  for await (const row of paced(rows)) {
    chunk += csvLine(row);
    if (chunk.length >= CHUNK_CHARACTERS) {
      yield chunk;
      chunk = '';
    }
  }
  if (chunk !== '') yield chunk;
}

/** CSV in UTF-8 with the mark by which Excel knows it. */
export function csvStream(rows: Rows): ReadableStream<Uint8Array> {
  return streamOf(encode(rows));
}

async function* encode(rows: Rows): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  yield encoder.encode(BYTE_ORDER_MARK);
  for await (const chunk of csvChunks(rows)) yield encoder.encode(chunk);
}
