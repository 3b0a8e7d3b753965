import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { readRetention } from '~/content/read-retention.server';
import { openStore } from '~/db/store.server';
import { recordAudit } from '~/domain/audit/record-audit.server';
import { findSpecimenMode } from '~/domain/certificates/find-specimen-mode.server';
import { keepSetting } from '~/domain/operation/keep-setting.server';
import { RETENTION_CLOCK } from '~/domain/retention/find-last-known.server';
import { countWords } from '~/flows/find-retention.server';
import { runRetention } from '~/flows/run-retention.server';
import { now } from '~/lib/clock';
import { readEnv } from '~/lib/env.server';
import { mailWay } from '../server/send-mail';

const { values } = parseArgs({
  options: { 'dry-run': { type: 'boolean' }, 'clock-is-right': { type: 'boolean' } },
});
const env = readEnv();
if (!existsSync(env.DATABASE_PATH)) {
  console.error(`${env.DATABASE_PATH} がありません`);
  process.exit(1);
}
const store = openStore(env.DATABASE_PATH);
const at = now();
try {
  const rules = await readRetention(env.CONTENT_PATH);
  if (values['clock-is-right']) {
    await store.tx(async (db) => {
      await keepSetting(db, { key: RETENTION_CLOCK, value: at.toISOString(), at });
      const deed = { action: 'retention.clock', subjectKind: 'retention', subjectId: 'clock' };
      await recordAudit(db, { at, actorId: null, ...deed });
    });
  }
  const dryRun = values['dry-run'] ?? false;
  const mail = mailWay(env, await findSpecimenMode(store.read));
  const run = await runRetention(store, {
    ...{ rules, at, dryRun, mail },
    origin: env.ORIGIN ?? `http://localhost:${env.PORT}`,
  });
  if (run.ok) {
    console.log(dryRun ? '下調べ（何も消していません）' : '保存期間を過ぎた記録を消しました');
    for (const [what, count] of countWords(run.counts)) console.log(`${count}\t${what}`);
    for (const error of run.errors) console.error(error);
    if (run.errors.length > 0) process.exitCode = 1;
  } else {
    console.error(
      `時計の示す時刻（${at.toISOString()}）が、最後にわかっている時刻（${run.lastKnown.toISOString()}）と離れすぎているため、何もしていません。時計が正しければ --clock-is-right を付けてください。`,
    );
    process.exitCode = 1;
  }
} finally {
  store.close();
}
