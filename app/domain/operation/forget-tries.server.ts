import { eq } from 'drizzle-orm';
import { rateLimits } from '~/db/schema.server';
import type { Db } from '~/db/store.server';

/** Starts the count anew, for somebody who got it right. */
export async function forgetTries(db: Db, { key }: { key: string }): Promise<void> {
  await db.delete(rateLimits).where(eq(rateLimits.key, key));
}
