import type { Db } from '~/db/store.server';
import { keepMail, type KeepMail } from '~/domain/mail/keep-mail.server';
import { enqueueJob } from '~/domain/operation/enqueue-job.server';

/**
 * Puts a mail on its way, within the transaction of what it tells of: neither is there without the other.
 * Where mail is not set up (`context.mail` is "none") nothing may be promised, and this is not called.
 */
export async function queueMail(db: Db, mail: KeepMail): Promise<{ id: string }> {
  const { id } = await keepMail(db, mail);
  const { at } = mail;
  await enqueueJob(db, { kind: 'mail', payload: { id }, uniqueKey: `mail:${id}`, runAt: at, at });
  return { id };
}
