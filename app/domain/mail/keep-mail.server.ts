import { mails } from '~/db/schema.server';
import type { Db } from '~/db/store.server';
import { newId } from '~/lib/id.server';
import { headerText } from './header-text';
import { isMailAddress } from './is-mail-address';

export type KeepMail = {
  /** What sort of mail it is, for the record of what was sent: "magic-link". */
  kind: string;
  to: string;
  subject: string;
  body: string;
  /** Whom it is about, so that it goes when she does. */
  personId?: string | null;
  /** Where mails of this sort are ended at one click. */
  stopUrl?: string | null;
  at: Date;
};

/** Puts a mail down to be sent. Throws at an address that is not one: asking for it is the form's business. */
export async function keepMail(
  db: Db,
  { kind, to, subject, body, personId = null, stopUrl = null, at }: KeepMail,
): Promise<{ id: string }> {
  if (!isMailAddress(to)) throw new Error('not one address to send a mail to');
  const id = newId(at);
  const row = { id, kind, toAddress: to, subject: headerText(subject), body, personId, stopUrl };
  await db.insert(mails).values({ ...row, createdAt: at });
  return { id };
}
