import type { Db } from '~/db/store.server';
import { keepMail, type KeepMail } from '~/domain/mail/keep-mail.server';
import { enqueueJob } from '~/domain/operation/enqueue-job.server';
import { withoutReadings } from '~/lib/reading-signs';

/**
 * Puts a mail on its way, within the transaction of what it tells of: neither is there without the other.
 * Where mail is not set up (`context.mail` is "none") nothing may be promised, and this is not called.
 * A mail that is still here at `uselessAt`, as the mail server was away, is not sent any more.
 */
export async function queueMail(
  db: Db,
  { uselessAt, ...said }: KeepMail & { uselessAt?: Date },
): Promise<{ id: string }> {
  const { subject, body } = said;
  const mail = { ...said, subject: withoutReadings(subject), body: withoutReadings(body) };
  const { id } = await keepMail(db, mail);
  const { at } = mail;
  const payload = { id, uselessAt: uselessAt?.toISOString() };
  await enqueueJob(db, { kind: 'mail', payload, uniqueKey: `mail:${id}`, runAt: at, at });
  return { id };
}
