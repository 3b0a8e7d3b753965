import { and, eq, isNull } from 'drizzle-orm';
import { continueCodes, loginSessions, oneTimeTokens, people } from '~/db/schema.server';
import type { Db } from '~/db/store.server';

/** Takes away the whole record of a learner without an account, and her ways in. Her learning has to be gone before. */
export async function eraseGuest(db: Db, { personId }: { personId: string }): Promise<void> {
  await db.delete(loginSessions).where(eq(loginSessions.personId, personId));
  await db.delete(continueCodes).where(eq(continueCodes.personId, personId));
  await db.delete(oneTimeTokens).where(eq(oneTimeTokens.personId, personId));
  await db
    .delete(people)
    .where(and(eq(people.id, personId), isNull(people.registeredAt), isNull(people.name)));
}
