import { and, eq, inArray, isNull } from 'drizzle-orm';
import { mails } from '~/db/schema.server';
import type { Db } from '~/db/store.server';

/** Mails of one sort to one person that have not left yet are not sent any more. */
export async function dropUnsentMails(
  db: Db,
  { kind, personIds }: { kind: string; personIds: readonly string[] },
): Promise<void> {
  await db
    .delete(mails)
    .where(
      and(eq(mails.kind, kind), inArray(mails.personId, [...personIds]), isNull(mails.sentAt)),
    );
}
