import type { AppLoadContext } from '@remix-run/node';
import { isFresh } from '~/auth/second-factor.server';
import type { Visitor } from '~/auth/visitor';
import { recordAudit } from '~/domain/audit/record-audit.server';
import { isMailAddress } from '~/domain/mail/is-mail-address';
import { correctOwnRecord as correct } from '~/domain/people/correct-own-record.server';
import { findPasswordHash } from '~/domain/people/find-password-hash.server';
import { findPerson } from '~/domain/people/find-person.server';
import type { Profile } from '~/domain/people/register-person.server';
import { findOfferedRegion } from '~/domain/regions/find-offered-region.server';
import { formatDay, formatTime, jstDates } from '~/lib/clock';
import * as m from '~/paraglide/messages';
import { confirmPassword } from './confirm-password.server';
import { queueMail } from './queue-mail.server';
import { maySetPassword } from './set-password-after-link.server';

export type CorrectOwnRecord = {
  visitor: Visitor;
  profile: Profile;
  /** Asked for where the address changes. */
  password: string | null;
  at: Date;
};

export type CorrectedOwnRecord =
  | { ok: true }
  | { ok: false; reason: 'unknown-region' | 'last-way' | 'password-needed' | 'wrong' | 'prove' }
  | { ok: false; reason: 'slow-down'; retryAt: Date };

/**
 * Mends what is written of whoever is signed in. A new address asks who she is once more, and the old
 * one is told: a stranger at her desk must not take her account away unseen.
 */
export async function correctOwnRecord(
  context: Pick<AppLoadContext, 'store' | 'secret' | 'mail' | 'origin'>,
  { visitor, profile, password, at }: CorrectOwnRecord,
): Promise<CorrectedOwnRecord> {
  const { store } = context;
  const { personId } = visitor;
  const before = await findPerson(store.read, { id: personId });
  const { municipalityCode: code } = profile;
  if (before?.municipalityCode !== code) {
    const region = await findOfferedRegion(store.read, { code, day: jstDates(at).day });
    if (!region) return { ok: false, reason: 'unknown-region' };
  }
  const oldEmail = before?.email ?? null;
  const isNewEmail = profile.email !== oldEmail;
  if (isNewEmail) {
    const hasPassword = (await findPasswordHash(store.read, { personId })) !== null;
    if (!profile.email && !hasPassword) return { ok: false, reason: 'last-way' };
    const isProven = isFresh(visitor, at) || (await maySetPassword(context, visitor, at));
    if (!isProven && !hasPassword) return { ok: false, reason: 'prove' };
    if (!isProven && !password) return { ok: false, reason: 'password-needed' };
    if (!isProven) {
      const confirmed = await confirmPassword(context, { personId, password: password ?? '', at });
      if (!confirmed.ok) return confirmed;
    }
  }
  await store.tx(async (db) => {
    const changed = await correct(db, { personId, ...profile });
    if (changed.length === 0) return;
    const about = { subjectKind: 'person', subjectId: personId, detail: { changed } };
    await recordAudit(db, { at, actorId: personId, action: 'person.correct-own', ...about });
    const tellOld = isNewEmail && context.mail !== 'none' && oldEmail && isMailAddress(oldEmail);
    if (!tellOld) return;
    await queueMail(db, {
      kind: 'email-changed',
      to: oldEmail,
      personId,
      subject: m.trust_mail_subject(),
      body: m.trust_mail_body({
        time: `${formatDay(jstDates(at).day)} ${formatTime(at)}`,
        address: `${context.origin}/sign-in`,
      }),
      at,
    });
  });
  return { ok: true };
}
