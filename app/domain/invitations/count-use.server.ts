import { and, eq, sql } from 'drizzle-orm';
import { invitations } from '~/db/schema.server';
import type { Db } from '~/db/store.server';
import { isOpen } from './invitation-columns.server';

/** Takes one of the uses. False when none is left, or the link is over. */
export async function countUse(db: Db, { id, at }: { id: string; at: Date }): Promise<boolean> {
  const counted = await db
    .update(invitations)
    .set({ uses: sql`${invitations.uses} + 1` })
    .where(and(eq(invitations.id, id), isOpen(at)))
    .returning({ uses: invitations.uses });
  return counted.length === 1;
}
