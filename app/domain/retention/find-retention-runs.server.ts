import { desc } from 'drizzle-orm';
import { retentionRuns } from '~/db/schema.server';
import type { Db } from '~/db/store.server';

export async function findRetentionRuns(db: Db, { limit }: { limit: number }) {
  return db.select().from(retentionRuns).orderBy(desc(retentionRuns.at)).limit(limit);
}
