import { setImmediate } from 'node:timers/promises';

const CHARACTERS_BETWEEN_RESTS = 128 * 1024;
const LOOKED_AT_CHARACTERS = 64 * 1024;
const DELIMITERS = [',', '\t', ';'];

export type CsvRecords =
  { ok: true; rows: string[][] } | { ok: false; reason: 'open-quote' | 'too-many-rows' };

/** The delimiter that stands most often outside quotes. */
export function findDelimiter(text: string): string {
  const counts = new Map(DELIMITERS.map((delimiter) => [delimiter, 0]));
  let quoted = false;
  for (const letter of text.slice(0, LOOKED_AT_CHARACTERS)) {
    if (letter === '"') quoted = !quoted;
    else if (!quoted && counts.has(letter)) counts.set(letter, counts.get(letter)! + 1);
  }
  const [first] = [...counts].sort(([, a], [, b]) => b - a);
  return first![0];
}

/** The records of a table in text: quotes, doubled quotes and newlines in quotes as RFC 4180 has them; LF, CR or CRLF. */
export async function readCsvRecords(text: string, maxRows: number): Promise<CsvRecords> {
  const delimiter = findDelimiter(text);
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let quoted = false;
  let at = 0;
  let rest = CHARACTERS_BETWEEN_RESTS;

  while (at < text.length) {
    if (at >= rest) {
      rest = at + CHARACTERS_BETWEEN_RESTS;
      await setImmediate();
    }
    if (quoted) {
      const end = text.indexOf('"', at);
      if (end < 0) return { ok: false, reason: 'open-quote' };
      cell += text.slice(at, end);
      quoted = text[end + 1] === '"';
      if (quoted) cell += '"';
      at = end + (quoted ? 2 : 1);
      continue;
    }
    const letter = text[at]!;
    at += 1;
    if (letter === '"' && cell === '') quoted = true;
    else if (letter === delimiter) {
      row.push(plain(cell));
      cell = '';
    } else if (letter === '\n' || letter === '\r') {
      if (letter === '\r' && text[at] === '\n') at += 1;
      rows.push([...row, plain(cell)]);
      row = [];
      cell = '';
      if (rows.length > maxRows) return { ok: false, reason: 'too-many-rows' };
    } else cell += letter;
  }
  if (quoted) return { ok: false, reason: 'open-quote' };
  if (cell !== '' || row.length > 0) rows.push([...row, plain(cell)]);
  return { ok: true, rows };
}

/** What was meant: `="0123"` keeps a zero for Excel, and an apostrophe keeps text from being a formula. */
function plain(cell: string): string {
  const kept = /^="(.*)"$/s.exec(cell)?.[1] ?? cell;
  return /^'[=+\-@\t\r]/.test(kept) ? kept.slice(1) : kept;
}
