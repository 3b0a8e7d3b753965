import { asc, inArray, or, sql } from 'drizzle-orm';
import { mails } from '~/db/schema.server';
import type { Db } from '~/db/store.server';

export type FindMailRows = { personIds: readonly string[]; emailKeys: readonly string[] };

/** What was sent to somebody. The text is emptied when a mail is sent, as it may hold a link that lets her in. */
export async function findMailRows(db: Db, { personIds, emailKeys }: FindMailRows) {
  return {
    mails: await db
      .select({
        kind: mails.kind,
        toAddress: mails.toAddress,
        subject: mails.subject,
        createdAt: mails.createdAt,
        sentAt: mails.sentAt,
      })
      .from(mails)
      .where(
        or(
          inArray(mails.personId, [...personIds]),
          inArray(sql`lower(${mails.toAddress})`, [...emailKeys]),
        ),
      )
      .orderBy(asc(mails.createdAt)),
  };
}
