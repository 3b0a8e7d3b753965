import { eq } from 'drizzle-orm';
import { loginSessions } from '~/db/schema.server';
import type { Db } from '~/db/store.server';

/** Ends one login. */
export async function endLoginSession(db: Db, { idHash }: { idHash: string }): Promise<void> {
  await db.delete(loginSessions).where(eq(loginSessions.idHash, idHash));
}
