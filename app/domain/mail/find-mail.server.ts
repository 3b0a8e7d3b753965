import { eq } from 'drizzle-orm';
import { mails } from '~/db/schema.server';
import type { Db } from '~/db/store.server';

export type Mail = typeof mails.$inferSelect;

export async function findMail(db: Db, { id }: { id: string }): Promise<Mail | null> {
  const [mail] = await db.select().from(mails).where(eq(mails.id, id));
  return mail ?? null;
}
