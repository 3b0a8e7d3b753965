import { and, eq, isNull } from 'drizzle-orm';
import { mails } from '~/db/schema.server';
import type { Db } from '~/db/store.server';

/** Empties the text, as it may hold a link that lets somebody in. False when it was marked before. */
export async function markSent(db: Db, { id, at }: { id: string; at: Date }): Promise<boolean> {
  const marked = await db
    .update(mails)
    .set({ sentAt: at, body: '', stopUrl: null })
    .where(and(eq(mails.id, id), isNull(mails.sentAt)))
    .returning({ id: mails.id });
  return marked.length === 1;
}
