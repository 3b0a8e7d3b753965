import { Worker } from 'node:worker_threads';
import { readSafeZip, storedZip } from './safe-zip.server';
import type { TableRefusal } from './table-refusal';

const TIME_LIMIT_MS = 20_000;
const MEMORY_LIMIT_MB = 512;

type Sheet = { name: string; hidden: boolean; rows: string[][] };
type Report = { kind: 'read'; sheets: Sheet[] } | { kind: 'damaged' };

export type ReadWorkbook =
  | { ok: true; sheet: string; others: string[]; rows: string[][] }
  | { ok: false; reason: TableRefusal };

/** What a table is read from. Pictures, charts, links and comments stay outside. */
const PARTS =
  /^(\[Content_Types\]\.xml|_rels\/\.rels|xl\/_rels\/[^/]+\.rels|xl\/[^/]+\.xml|xl\/worksheets\/[^/]+\.xml)$/i;

/** The first sheet that is not hidden: every cell as the text it stands for, a date as YYYY-MM-DD. */
export async function readWorkbook(bytes: Uint8Array): Promise<ReadWorkbook> {
  let refused: TableRefusal | null = null;
  const names: string[] = [];
  const zip = await readSafeZip(bytes, (name) => {
    if (names.at(-1) !== name) names.push(name);
    return PARTS.test(name);
  });
  if (!zip.ok) return zip;
  const { parts } = zip;
  if (names.some((name) => /vbaProject\.bin$/i.test(name))) refused = 'macros';
  else if (names.includes('xl/workbook.bin')) refused = 'binary-excel';
  else if (!parts.has('[Content_Types].xml') || !parts.has('xl/workbook.xml')) refused = 'archive';
  if (refused) return { ok: false, reason: refused };

  const types = parts.get('[Content_Types].xml')!.toString('utf8');
  if (/macroEnabled/i.test(types)) return { ok: false, reason: 'macros' };
  const report = await readApart(storedZip(parts));
  if (report === null) return { ok: false, reason: 'too-heavy' };
  if (report.kind === 'damaged') return { ok: false, reason: 'damaged' };
  const shown = report.sheets.filter(({ hidden }) => !hidden);
  const [sheet, ...others] = shown;
  if (!sheet) return { ok: false, reason: 'no-sheet' };
  return { ok: true, sheet: sheet.name, others: others.map(({ name }) => name), rows: sheet.rows };
}

/** Plain JavaScript, as a worker has no compiler: reads the visible sheets, the rows of the first. */
const SCRIPT = `
const { parentPort, workerData } = require('node:worker_threads');
const textOf = (value) => {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) {
    if (Number.isNaN(value.getTime())) return '';
    const iso = value.toISOString();
    return iso.endsWith('T00:00:00.000Z') ? iso.slice(0, 10) : iso.slice(0, 16).replace('T', ' ');
  }
  return typeof value === 'object' ? String(value.text ?? '') : String(value);
};
(async () => {
  const { readXlsx } = await import('hucre/xlsx');
  const all = [];
  let first = null;
  const book = await readXlsx(workerData, {
    sheets: (info) => {
      const hidden = Boolean(info.hidden || info.veryHidden);
      all.push({ name: info.name, hidden, rows: [] });
      if (hidden || first !== null) return false;
      first = info.name;
      return true;
    },
  });
  for (const sheet of all) {
    const read = sheet.name === first && book.sheets.find(({ name }) => name === first);
    if (read) sheet.rows = Array.from(read.rows, (row) => Array.from(row ?? [], textOf));
  }
  parentPort.postMessage({ kind: 'read', sheets: all });
})().catch(() => parentPort.postMessage({ kind: 'damaged' }));
`;

/** In a thread without an environment, of bounded memory and time; null when it came to a bound. */
async function readApart(zip: Buffer): Promise<Report | null> {
  const worker = new Worker(SCRIPT, {
    eval: true,
    workerData: new Uint8Array(zip),
    env: {},
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_LIMIT_MB },
  });
  try {
    return await new Promise<Report | null>((resolve) => {
      const timer = setTimeout(() => resolve(null), TIME_LIMIT_MS);
      worker.once('message', (report: Report) => {
        clearTimeout(timer);
        resolve(report);
      });
      worker.once('error', () => {
        clearTimeout(timer);
        resolve(null);
      });
      worker.once('exit', () => {
        clearTimeout(timer);
        resolve(null);
      });
    });
  } finally {
    await worker.terminate();
  }
}
