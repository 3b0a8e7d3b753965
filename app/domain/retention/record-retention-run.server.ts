import { retentionRuns } from '~/db/schema.server';
import type { Db } from '~/db/store.server';
import { newId } from '~/lib/id.server';

export type RecordRetentionRun = { at: Date; dryRun: boolean; result: Record<string, number> };

export async function recordRetentionRun(db: Db, run: RecordRetentionRun): Promise<void> {
  await db.insert(retentionRuns).values({ id: newId(run.at), ...run });
}
