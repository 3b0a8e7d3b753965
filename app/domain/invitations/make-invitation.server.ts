import { invitations } from '~/db/schema.server';
import type { Db } from '~/db/store.server';

export type MakeInvitation = Omit<
  typeof invitations.$inferInsert,
  'uses' | 'endedAt' | 'createdAt'
> & { at: Date };

/** False when the form was sent before. */
export async function makeInvitation(db: Db, { at, ...row }: MakeInvitation): Promise<boolean> {
  const made = await db
    .insert(invitations)
    .values({ ...row, createdAt: at })
    .onConflictDoNothing({ target: invitations.id })
    .returning({ id: invitations.id });
  return made.length === 1;
}
