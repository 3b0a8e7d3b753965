import type { Db, Store } from '~/db/store.server';
import { eraseAttempts } from '~/domain/assessment/erase-attempts.server';
import { recordAudit } from '~/domain/audit/record-audit.server';
import { eraseHolder } from '~/domain/certificates/erase-holder.server';
import { forgetConsents } from '~/domain/consents/forget-consents.server';
import { eraseEntry } from '~/domain/entry/erase-entry.server';
import { forgetImportPeople } from '~/domain/imports/forget-import-people.server';
import { emptyEnrolments } from '~/domain/learning/empty-enrolments.server';
import { forgetMails } from '~/domain/mail/forget-mails.server';
import { forgetJobErrors } from '~/domain/operation/forget-job-errors.server';
import { erasePeople } from '~/domain/people/erase-people.server';
import { findContactMarks } from '~/domain/people/find-contact-marks.server';
import { findPerson } from '~/domain/people/find-person.server';
import { findSamePeople } from '~/domain/people/find-same-people.server';
import { isLastOperator } from '~/domain/people/is-last-operator.server';
import { forgetFollowUps } from '~/domain/questionnaires/forget-follow-ups.server';

export type ErasePerson = {
  personId: string;
  /** By herself, or as her record was kept long enough. */
  why: 'own-wish' | 'retention';
  at: Date;
  /** Asked within the transaction: where it says no, nothing is done. */
  onlyIf?: (db: Db) => Promise<boolean>;
};

export type ErasedPerson =
  | { ok: true; before: boolean }
  /** Nobody would be left to look after the service. */
  | { ok: false; reason: 'last-operator' };

/**
 * Forgets who somebody is, in all of her records, in one transaction: what names or reaches her goes, what
 * was counted stays without her. Done twice it is done once (`before`).
 */
export async function erasePerson(
  store: Store,
  { personId, why, at, onlyIf }: ErasePerson,
): Promise<ErasedPerson> {
  return store.tx(async (db) => {
    const person = await findPerson(db, { id: personId });
    if (!person || (onlyIf && !(await onlyIf(db)))) return { ok: true, before: true };
    const personIds = await findSamePeople(db, { personId });
    if (await isLastOperator(db, { personIds, at })) return { ok: false, reason: 'last-operator' };

    const { numbers, names, emailKeys } = await findContactMarks(db, { personIds });
    await forgetMails(db, { personIds, emailKeys });
    await forgetJobErrors(db, { marks: emailKeys });
    await eraseEntry(db, { personIds, emailKeys, at });
    await forgetConsents(db, { personIds });
    await forgetFollowUps(db, { personIds });
    await forgetImportPeople(db, { personIds, marks: [...numbers, ...emailKeys], names });
    for (const id of personIds) await eraseAttempts(db, { personId: id });
    await emptyEnrolments(db, { personIds });
    const reason = why === 'own-wish' ? 'holder-wish' : 'retention';
    const { ids } = await eraseHolder(db, { personIds, reason, at });
    await erasePeople(db, { ids: personIds, at });
    for (const id of personIds) {
      await recordAudit(db, {
        at,
        actorId: why === 'own-wish' ? personId : null,
        action: 'person.erase',
        subjectKind: 'person',
        subjectId: id,
        detail: { why, certificates: id === personId ? ids.length : 0 },
      });
    }
    return { ok: true, before: false };
  });
}
