import { hashPassword, newPassphrase } from '~/auth/password.server';
import { recordAudit } from '~/domain/audit/record-audit.server';
import type { ListedPerson } from '~/domain/imports/read-row';
import type { AgeBand } from '~/domain/people/age-bands';
import type { AudienceClass } from '~/domain/people/audience-classes';
import { recordGuardianConsent } from '~/domain/people/record-guardian-consent.server';
import { findPerson } from '~/domain/people/find-person.server';
import { noteEnrolment } from '~/domain/people/note-enrolment.server';
import { registerPerson } from '~/domain/people/register-person.server';
import type { Place } from '~/domain/regions/place-columns.server';
import type { Store } from '~/db/store.server';
import type { Authorised } from '~/lib/bound';
import type { Slip } from './make-slips.server';

export type EnrolOne = {
  area: Authorised<Place>;
  person: ListedPerson;
  /** The row that the form's ticket names: the same form sent twice makes one account. */
  ticketPersonId: string;
  /** The words a guardian agreed to on paper; null where nobody asked. */
  guardianText: string | null;
  actorId: string;
  at: Date;
};

/** An account for somebody at the counter, with the slip she takes home. Null when the form was used for somebody else. */
export async function enrolOne(store: Store, input: EnrolOne): Promise<Slip | null> {
  const { area, person, ticketPersonId: personId, guardianText, actorId, at } = input;
  const areaCode = area.code;
  const { birthYear, audience, ageBand, ...profile } = person;
  const passphrase = newPassphrase();
  const passwordHash = await hashPassword(passphrase);
  const number = await store.tx(async (db) => {
    const classes = { audience: audience as AudienceClass, ageBand: ageBand as AgeBand };
    const account = { ...profile, ...classes, sex: null, personId, passwordHash, at };
    const isAgain = (await findPerson(db, { id: personId })) !== null;
    const done = await registerPerson(db, account);
    if (!done.ok) return null;
    if (isAgain) return done.number;
    await noteEnrolment(db, { personId, birthYear, areaCode });
    if (guardianText !== null) {
      const consent = { personId, areaCode, text: guardianText, recordedBy: actorId, at };
      await recordGuardianConsent(db, consent);
    }
    await recordAudit(db, {
      at,
      actorId,
      action: 'person.enrol',
      subjectKind: 'person',
      subjectId: personId,
      areaCode,
    });
    return done.number;
  });
  return number === null ? null : { name: person.name, number, passphrase };
}
