import { and, eq, isNull } from 'drizzle-orm';
import { continueCodes } from '~/db/schema.server';
import type { Db } from '~/db/store.server';

/** For somebody who has an account now: from here on her password is the way in. */
export async function endContinueCodes(
  db: Db,
  { personId, at }: { personId: string; at: Date },
): Promise<void> {
  await db
    .update(continueCodes)
    .set({ endedAt: at })
    .where(and(eq(continueCodes.personId, personId), isNull(continueCodes.endedAt)));
}
