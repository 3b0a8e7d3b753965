import { and, eq, isNull } from 'drizzle-orm';
import { followUps } from '~/db/schema.server';
import type { Db } from '~/db/store.server';

/** The first time stands. */
export async function markAnswered(db: Db, { id, at }: { id: string; at: Date }): Promise<void> {
  await db
    .update(followUps)
    .set({ answeredAt: at })
    .where(and(eq(followUps.id, id), isNull(followUps.answeredAt)));
}
