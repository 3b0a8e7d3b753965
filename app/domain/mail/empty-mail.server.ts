import { eq } from 'drizzle-orm';
import { mails } from '~/db/schema.server';
import type { Db } from '~/db/store.server';

/** Takes the text out of a mail that is not going to be sent any more. */
export async function emptyMail(db: Db, { id }: { id: string }): Promise<void> {
  await db.update(mails).set({ body: '', stopUrl: null }).where(eq(mails.id, id));
}
