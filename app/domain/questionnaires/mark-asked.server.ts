import { eq } from 'drizzle-orm';
import { followUps } from '~/db/schema.server';
import type { Db } from '~/db/store.server';

export type MarkAsked = { id: string; mail: 'first' | 'reminder'; tokenHash: string; at: Date };

/** Notes that a mail goes out, and by which link in it she is known. The link of the mail before holds too. */
export async function markAsked(db: Db, { id, mail, tokenHash, at }: MarkAsked): Promise<void> {
  const noted =
    mail === 'first' ? { sentAt: at, tokenHash } : { remindedAt: at, reminderTokenHash: tokenHash };
  await db.update(followUps).set(noted).where(eq(followUps.id, id));
}
