import { join } from 'node:path';
import Database from 'better-sqlite3';
import { readRegions } from '../../app/content/reference.server';
import { migrateFile } from '../../app/db/migrate.server';
import { openStore } from '../../app/db/store.server';
import { syncRegions } from '../../app/domain/regions/sync-regions.server';
import { reportBound } from '../../app/auth/policies/report';
import { findAreaReport } from '../../app/domain/reporting/find-area-report.server';
import { findReportArea } from '../../app/domain/reporting/find-report-area.server';
import { rebuildCounts } from '../../app/domain/reporting/rebuild-counts.server';
import { fiscalYearOf } from '../../app/lib/clock';
import { ms, type Figure } from './figures';

const PROGRAMMES = [
  'gatekeeper-first-step',
  'gatekeeper-standard',
  'tsunagari-supporter',
  'kokoro-supporter',
];
const AUDIENCES = 11;
const ROUNDS = 20;
const PREFECTURE = '270008';
const FISCAL_YEAR = 2026;
const AT = new Date('2026-11-21T12:00:00+09:00');

/** Synthetic completions spread evenly over municipalities, two and a half fiscal years and all classes. */
function insertCompletions(
  path: string,
  count: number,
  codes: { code: string; prefectureCode: string }[],
): void {
  const db = new Database(path);
  db.pragma('synchronous = OFF');
  db.pragma('foreign_keys = OFF');
  for (const [i, code] of PROGRAMMES.entries()) {
    db.prepare('insert or ignore into programmes values (?, ?, ?, ?)').run(code, 'bench', code, i);
  }
  const insert = db.prepare(`insert into completions
    (id, person_id, programme_code, cycle, completed_at, day, month, fiscal_year, municipality_code, prefecture_code,
     municipality_relation, audience, age_band, demo)
    values (?, ?, ?, 1, ?, ?, ?, ?, ?, ?, 'resident', ?, '40s', 1)`);
  db.transaction(() => {
    for (let i = 0; i < count; i += 1) {
      const { code, prefectureCode } = codes[i % codes.length]!;
      const month = new Date(Date.UTC(2024, 3 + (i % 32), 15));
      const day = month.toISOString().slice(0, 10);
      insert.run(
        `c${i}`,
        `p${Math.floor(i / 1.1)}`,
        PROGRAMMES[i % PROGRAMMES.length],
        month.getTime(),
        day,
        day.slice(0, 7),
        fiscalYearOf(day),
        code,
        prefectureCode,
        `a${i % AUDIENCES}`,
      );
    }
  })();
  db.close();
}

async function timeReport(folder: string, count: number) {
  const path = join(folder, `report-${count}.db`);
  migrateFile(path);
  const store = openStore(path);
  const regions = await readRegions('content');
  await store.tx((db) => syncRegions(db, regions));
  const codes = regions.filter(
    ({ kind, counted }) => counted && kind !== 'prefecture' && kind !== 'administrative-ward',
  );
  insertCompletions(path, count, codes);
  const rebuiltFrom = performance.now();
  await store.tx((db) => rebuildCounts(db));
  const rebuilt = performance.now() - rebuiltFrom;

  const everywhere = [{ role: 'operator' as const, areaCode: null, organisationId: null }];
  async function read() {
    const within = reportBound(everywhere);
    const area = await findReportArea(store.read, { code: PREFECTURE, within });
    const ask = { fiscalYear: FISCAL_YEAR, programmeCode: '*', at: AT };
    await findAreaReport(store.read, { area: area!, ...ask });
  }
  await read();
  const begun = performance.now();
  for (let i = 0; i < ROUNDS; i += 1) await read();
  const report = (performance.now() - begun) / ROUNDS;

  const bare = new Database(path, { readonly: true });
  const recount = bare.prepare(
    'select month, audience, count(*), count(distinct person_id) from completions where prefecture_code = ? and fiscal_year = ? group by 1, 2',
  );
  const bareFrom = performance.now();
  recount.all(PREFECTURE, FISCAL_YEAR);
  const bareMs = performance.now() - bareFrom;
  bare.close();
  store.close();
  return { report, bareMs, rebuilt };
}

/** The report of a prefecture over ten thousand and over a million completions, beside counting them by bare SQLite. */
export async function measureReport(folder: string): Promise<Figure[]> {
  const small = await timeReport(folder, 10_000);
  const large = await timeReport(folder, 1_000_000);
  return [
    {
      what: 'report of a prefecture, 1,000,000 completions',
      measured: ms(large.report),
      baseline: `${ms(large.bareMs)} bare SQLite, one count`,
      ratio: large.report / large.bareMs,
      budget: '<= 50 ms',
      kept: large.report <= 50,
    },
    {
      what: 'growth of the report, 10,000 to 1,000,000',
      measured: `${ms(small.report)} to ${ms(large.report)}`,
      baseline: '',
      ratio: large.report / small.report,
      budget: '<= 1.5x',
      kept: large.report / small.report <= 1.5,
    },
    {
      what: 'counting 1,000,000 completions anew',
      measured: ms(large.rebuilt),
      baseline: '',
      ratio: null,
      budget: '',
      kept: null,
    },
  ];
}
