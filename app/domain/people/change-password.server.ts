import { and, eq } from 'drizzle-orm';
import { passwords } from '~/db/schema.server';
import type { Db } from '~/db/store.server';

export type ChangePassword = {
  personId: string;
  /** The hash that the present password was compared with. */
  from: string;
  to: string;
  at: Date;
};

/** False when the password was changed meanwhile. */
export async function changePassword(
  db: Db,
  { personId, from, to, at }: ChangePassword,
): Promise<boolean> {
  const changed = await db
    .update(passwords)
    .set({ hash: to, changedAt: at })
    .where(and(eq(passwords.personId, personId), eq(passwords.hash, from)))
    .returning({ personId: passwords.personId });
  return changed.length === 1;
}
