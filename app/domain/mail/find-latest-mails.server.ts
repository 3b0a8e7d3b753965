import { desc, ne } from 'drizzle-orm';
import { mails } from '~/db/schema.server';
import type { Db } from '~/db/store.server';
import type { Mail } from './find-mail.server';
import { NO_MAIL } from './no-mail';

/** For the mailbox of a demo, where every reader is everybody. */
export async function findLatestMails(db: Db, { limit }: { limit: number }): Promise<Mail[]> {
  return db
    .select()
    .from(mails)
    .where(ne(mails.kind, NO_MAIL.kind))
    .orderBy(desc(mails.createdAt), desc(mails.id))
    .limit(limit);
}
