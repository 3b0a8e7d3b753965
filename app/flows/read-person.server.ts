import { certificateState } from '~/domain/certificates/certificate-state';
import { findCertificatesOfRecords } from '~/domain/certificates/find-certificates-of-records.server';
import { findListedFacts } from '~/domain/people/find-listed-facts.server';
import { findMergesWithin, type Merge } from '~/domain/people/find-merges-within.server';
import { findPersonWithin } from '~/domain/people/find-person-within.server';
import type { PersonRow } from '~/domain/people/person-columns.server';
import { findRegion } from '~/domain/regions/find-region.server';
import { findReportedProgrammes } from '~/domain/reporting/find-reported-programmes.server';
import type { Db } from '~/db/store.server';
import type { Authorised } from '~/lib/bound';
import { jstDates } from '~/lib/clock';
import type { PeopleDesk } from './people-desk.server';
import { shownPerson, type ShownPerson } from './shown-person';

export type PersonRead = {
  person: Authorised<PersonRow>;
  shown: ShownPerson;
  certificates: { number: string; title: string; state: 'valid' | 'withdrawn' | 'expired' }[];
  /** Merges of this person whose records are both within the bound, the newest first. */
  merges: Authorised<Merge>[];
  /** The record within the bound that this one was merged into. */
  keptId: string | null;
};

/** What an office sees of one person; null for one outside its bound as for one who is not there. */
export async function readPerson(
  db: Db,
  { desk, id, at }: { desk: PeopleDesk; id: string; at: Date },
): Promise<PersonRead | null> {
  const { within } = desk;
  const person = await findPersonWithin(db, { id, within });
  if (!person) return null;
  const facts = (await findListedFacts(db, { people: [person], within })).get(id)!;
  const region = person.municipalityCode ? await findRegion(db, person.municipalityCode) : null;
  const place = region
    ? [region.prefectureName, region.cityName, region.name].filter(Boolean).join(' ')
    : '';
  const certificates = await findCertificatesOfRecords(db, facts);
  const merges = await findMergesWithin(db, { personId: id, within });
  const today = jstDates(at).day;
  return {
    person,
    shown: shownPerson({ ...person, ...facts, place }, await findReportedProgrammes(db)),
    certificates: certificates.map((certificate) => ({
      number: certificate.number,
      title: certificate.courseTitle,
      state: certificateState(certificate, today),
    })),
    merges: merges.filter(({ mergedId }) => facts.recordIds.includes(mergedId)),
    keptId: merges.find(({ mergedId }) => mergedId === id)?.keptId ?? null,
  };
}
