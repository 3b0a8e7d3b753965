import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findDamage } from '../../app/db/copy-file.server';
import { migrateFile } from '../../app/db/migrate.server';
import { openStore } from '../../app/db/store.server';
import { rebuildCounts } from '../../app/domain/reporting/rebuild-counts.server';
import { findBackups } from './back-up';
import { findMonthFigures, type MonthFigures } from './month-figures';
import { restore } from './restore';

export type Drilled = {
  backup: string;
  /** What was checked, in order, and what was found. */
  steps: { what: string; ok: boolean; found: string }[];
};

/**
 * Shows that the last backup is good: restores it into a scratch place, lets SQLite check it, brings
 * it to this program's schema, counts every completion anew and compares last month's report with
 * the figures noted when the backup was made.
 */
export async function drill({ into, at }: { into: string; at: Date }): Promise<Drilled> {
  const name = (await findBackups(into)).at(-1);
  if (!name) {
    const found = `no backup in ${into}: run npm run backup`;
    return { backup: into, steps: [{ what: 'find the last backup', ok: false, found }] };
  }
  const backup = join(into, name);
  const scratch = await mkdtemp(join(tmpdir(), 'tsunagu-drill-'));
  const steps: Drilled['steps'] = [];
  try {
    const databasePath = join(scratch, 'tsunagu.db');
    const restored = await restore({
      from: backup,
      databasePath,
      contentPath: join(scratch, 'content'),
      at,
    });
    const what = 'restore: every file as it was written, not newer than this program';
    if (!restored.ok) {
      steps.push({ what, ok: false, found: restored.reasons.join('; ') });
      return { backup, steps };
    }
    const count = Object.keys(restored.manifest.files).length;
    steps.push({ what, ok: true, found: `${count} files of ${restored.manifest.madeAt}` });

    const { from, to } = migrateFile(databasePath);
    const damage = findDamage(databasePath);
    steps.push({
      what: 'integrity and references, after bringing it to this schema',
      ok: damage.length === 0,
      found: damage.length === 0 ? `schema ${from} to ${to}, whole` : damage.join('; '),
    });
    steps.push(await recount(databasePath, restored.manifest.lastMonth));
    return { backup, steps };
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

const inWords = ({ month, cells, completions, people }: MonthFigures) =>
  `${month}: ${completions} completions, ${people} people, ${cells} cells`;

async function recount(databasePath: string, noted: MonthFigures) {
  const store = openStore(databasePath);
  try {
    await store.tx((db) => rebuildCounts(db));
    const counted = await findMonthFigures(store.read, noted.month);
    const ok = counted.digest === noted.digest;
    return {
      what: "last month's report, counted anew from the completions",
      ok,
      found: ok ? inWords(counted) : `noted ${inWords(noted)}; counted ${inWords(counted)}`,
    };
  } finally {
    store.close();
  }
}
