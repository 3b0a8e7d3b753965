import { readRetention } from '../app/content/read-retention.server';
import type { Store } from '../app/db/store.server';
import { findSpecimenMode } from '../app/domain/certificates/find-specimen-mode.server';
import { runRetention, type RetentionRun } from '../app/flows/run-retention.server';
import { now } from '../app/lib/clock';
import { readEnv } from '../app/lib/env.server';
import { mailWay } from './send-mail';

/** The night's work of the retention rules. What it says goes to the log of the process. */
export async function retention(store: Store): Promise<RetentionRun> {
  const env = readEnv();
  const rules = await readRetention(env.CONTENT_PATH);
  return runRetention(store, {
    ...{ rules, at: now(), dryRun: false },
    mail: mailWay(env, await findSpecimenMode(store.read)),
    origin: env.ORIGIN ?? `http://localhost:${env.PORT}`,
  });
}
