import { eq, inArray } from 'drizzle-orm';
import { answers, attemptAliases, attempts } from '~/db/schema.server';
import type { Db } from '~/db/store.server';

/** Takes away what one person answered. How often each option was chosen was counted when she handed it in, and stays. */
export async function eraseAttempts(db: Db, { personId }: { personId: string }): Promise<void> {
  const own = db.select({ id: attempts.id }).from(attempts).where(eq(attempts.personId, personId));
  await db.delete(attemptAliases).where(inArray(attemptAliases.attemptId, own));
  await db.delete(answers).where(inArray(answers.attemptId, own));
  await db.delete(attempts).where(eq(attempts.personId, personId));
}
