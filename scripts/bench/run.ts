import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { measureContentCheck } from './content';
import { measureCertificates, measureWorkbook } from './files';
import { printFigures, type Figure } from './figures';
import { measurePages } from './pages';
import { measureReport } from './report';

const folder = mkdtempSync(join(tmpdir(), 'tsunagu-bench-'));
const figures: Figure[] = [];
try {
  for (const [name, measure] of [
    ['pages', () => measurePages(join(folder, 'pages.db'))],
    ['workbook', measureWorkbook],
    ['certificates', measureCertificates],
    ['report', () => measureReport(folder)],
    ['content', () => measureContentCheck(folder)],
  ] as const) {
    console.log(`measuring: ${name} …`);
    figures.push(...(await measure()));
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
console.log(`\nNode ${process.version}, ${cpus().length} cores\n`);
printFigures(figures);
