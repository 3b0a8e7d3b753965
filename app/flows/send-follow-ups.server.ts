import { randomBytes } from 'node:crypto';
import { sha256 } from '~/auth/digest.server';
import type { Db, Store } from '~/db/store.server';
import { isMailAddress } from '~/domain/mail/is-mail-address';
import { findMailAddress } from '~/domain/people/find-mail-address.server';
import { dueMail } from '~/domain/questionnaires/due-mail';
import { findFollowUp, type FollowUp } from '~/domain/questionnaires/find-follow-up.server';
import { findFollowUpsOf } from '~/domain/questionnaires/find-follow-ups-of.server';
import { findOpenFollowUps } from '~/domain/questionnaires/find-open-follow-ups.server';
import { markAsked } from '~/domain/questionnaires/mark-asked.server';
import { findReportedProgrammes } from '~/domain/reporting/find-reported-programmes.server';
import { inLocale } from '~/in-locale.server';
import { followUpPath } from '~/lib/follow-up-path';
import * as m from '~/paraglide/messages';
import { queueMail } from './queue-mail.server';

export const FOLLOW_UP_MAIL = 'follow-up';

export type SendFollowUps = {
  at: Date;
  /** With "none" nobody is written to; whoever is due is asked once mail is set up. */
  mail: 'smtp' | 'mailbox' | 'none';
  origin: string;
};

export type SentFollowUps = { first: number; reminder: number };

const AT_ONCE = 200;
const DAY_MS = 24 * 60 * 60 * 1000;
const USELESS_AFTER_DAYS = 7;

/** Writes to everybody who is due today: each in a transaction of its own, in which it is looked at again. */
export async function sendFollowUps(store: Store, input: SendFollowUps): Promise<SentFollowUps> {
  const sent = { first: 0, reminder: 0 };
  if (input.mail === 'none') return sent;
  const programmes = await findReportedProgrammes(store.read);
  const titles = new Map(programmes.map(({ code, title }) => [code, title]));
  for (let after: string | null = null; ;) {
    const slice: FollowUp[] = await findOpenFollowUps(store.read, {
      ...{ at: input.at, after, limit: AT_ONCE },
    });
    for (const { id, programmeCode } of slice) {
      const programme = titles.get(programmeCode) ?? '';
      const mail = await store.tx((db) => sendOne(db, { ...input, id, programme }));
      if (mail) sent[mail] += 1;
      // The process that serves does this: visitors come first.
      await new Promise((resolve) => setImmediate(resolve));
    }
    if (slice.length < AT_ONCE) return sent;
    after = slice.at(-1)!.id;
  }
}

type One = Pick<SendFollowUps, 'at' | 'origin'> & { id: string; programme: string };

async function sendOne(db: Db, { id, programme, at, origin }: One) {
  const asked = await findFollowUp(db, { id });
  const mail = asked && dueMail(asked, at);
  if (!asked || !mail || (await isSettledElsewhere(db, asked, mail))) return null;
  const { personId, edition } = asked;
  const address = await findMailAddress(db, { personId });
  if (!address || !isMailAddress(address)) return null;

  const token = randomBytes(32).toString('hex');
  await markAsked(db, { id, mail, tokenHash: sha256(token), at });
  const answerUrl = origin + followUpPath(edition, token);
  const stopUrl = origin + followUpPath(edition, token, 'stop');
  const words = inLocale(edition ?? 'ja', () => ({
    subject: m.questionnaire_mail_subject(),
    body: (mail === 'first' ? m.questionnaire_mail_body : m.questionnaire_mail_reminder)({
      programme,
      answer: answerUrl,
      stop: stopUrl,
    }),
  }));
  await queueMail(db, {
    ...{ kind: FOLLOW_UP_MAIL, to: address, personId, stopUrl, ...words, at },
    uselessAt: new Date(at.getTime() + USELESS_AFTER_DAYS * DAY_MS),
  });
  return mail;
}

/** Two records of one person, joined since, may both have asked for it: she is asked once, and one stop holds for all. */
async function isSettledElsewhere(db: Db, asked: FollowUp, mail: 'first' | 'reminder') {
  const { id, personId, programmeCode, cycle } = asked;
  const others = (await findFollowUpsOf(db, { personId })).filter(
    (other) => other.id !== id && other.programmeCode === programmeCode && other.cycle === cycle,
  );
  return others.some(
    ({ stoppedAt, answeredAt, sentAt }) =>
      stoppedAt !== null || answeredAt !== null || (mail === 'first' && sentAt !== null),
  );
}
