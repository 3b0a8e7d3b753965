import { eq } from 'drizzle-orm';
import { loginSessions } from '~/db/schema.server';
import type { Db } from '~/db/store.server';

export type LoginSession = typeof loginSessions.$inferSelect;

export async function findLoginSession(
  db: Db,
  { idHash }: { idHash: string },
): Promise<LoginSession | null> {
  const [row] = await db.select().from(loginSessions).where(eq(loginSessions.idHash, idHash));
  return row ?? null;
}
