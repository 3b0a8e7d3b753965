import { inArray, or, sql } from 'drizzle-orm';
import { mails } from '~/db/schema.server';
import type { Db } from '~/db/store.server';

export type ForgetMails = {
  personIds: readonly string[];
  /** Folded addresses that are nobody else's. */
  emailKeys: readonly string[];
};

/** Takes away what was sent or was to be sent to somebody. A mail that is on its way is then not sent. */
export async function forgetMails(db: Db, { personIds, emailKeys }: ForgetMails): Promise<void> {
  await db
    .delete(mails)
    .where(
      or(
        inArray(mails.personId, [...personIds]),
        inArray(sql`lower(${mails.toAddress})`, [...emailKeys]),
      ),
    );
}
