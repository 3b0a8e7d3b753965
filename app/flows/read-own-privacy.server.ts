import type { Db } from '~/db/store.server';
import { findLooksAt, type ListedIn } from '~/domain/audit/find-looks-at.server';
import { findCertificatesOf } from '~/domain/certificates/find-certificates-of.server';
import { findConsents, type Consent } from '~/domain/consents/find-consents.server';
import { findOwnDevices } from '~/domain/entry/find-own-devices.server';
import { findCompletions } from '~/domain/learning/find-completions.server';
import { findEnrolments } from '~/domain/learning/find-enrolments.server';
import { findOrganisationName } from '~/domain/organisations/find-organisation-name.server';
import { findPerson } from '~/domain/people/find-person.server';
import { findSamePeople } from '~/domain/people/find-same-people.server';
import { findRegion } from '~/domain/regions/find-region.server';
import { formatDay, jstDates } from '~/lib/clock';
import * as m from '~/paraglide/messages';
import { findShareTarget } from './share-name.server';

type Own = { personId: string; at: Date };

/** What a person sees of what is held about her: the things, who can see them, what she agreed to, who looked. */
export async function readOwnPrivacy(db: Db, { personId, at }: Own) {
  const ids = await findSamePeople(db, { personId });
  const records = (await Promise.all(ids.map((id) => findPerson(db, { id })))).filter(
    (record) => record !== null,
  );
  const person = records.find(({ id }) => id === personId) ?? null;
  const consents = await findConsents(db, { personId });
  const place = await placeNames(db);
  const shown = await Promise.all(
    consents.map(async (consent) => shownConsent(consent, await nameOf(db, consent, place))),
  );
  const certificates = await findCertificatesOf(db, { personId });
  const code = person?.municipalityCode ?? null;
  const target = code ? await findShareTarget(db, { municipalityCode: code }) : null;
  const isShared = consents.some(
    ({ kind, areaCode, withdrawnAt }) =>
      kind === 'share-name' && !withdrawnAt && areaCode === target?.areaCode,
  );
  const enrolled = records.flatMap(({ enrolledAreaCode, createdAt }) =>
    enrolledAreaCode ? [{ areaCode: enrolledAreaCode, from: createdAt, until: null }] : [],
  );
  const devices = await findOwnDevices(db, { personId, at });
  return {
    person,
    place: code ? await place(code) : null,
    counts: {
      courses: (await findEnrolments(db, { personId })).length,
      completions: (await findCompletions(db, { personId })).length,
      certificates: certificates.length,
      devices: devices.length,
    },
    enrolled: await Promise.all(
      enrolled.map(async ({ areaCode, from }) => ({
        place: await place(areaCode),
        day: day(from),
      })),
    ),
    hosts: [...new Set(certificates.map(({ hostName }) => hostName))],
    consents: {
      inForce: shown.filter(({ until }) => !until),
      past: shown.filter(({ until }) => until),
    },
    /** To whom she may still say yes. */
    offer: target && !isShared ? { place: target.place, text: target.text } : null,
    looks: await countLooks(db, { ids, listedIn: [...enrolled, ...listings(consents)] }, place),
  };
}

const day = (at: Date) => formatDay(jstDates(at).day);

type PlaceName = (code: string) => Promise<string>;

async function placeNames(db: Db): Promise<PlaceName> {
  const known = new Map<string, string>();
  return async (code) => {
    const region = known.has(code) ? null : await findRegion(db, code);
    if (region) {
      const { prefectureName, cityName, name } = region;
      known.set(code, [...new Set([prefectureName, cityName, name])].filter(Boolean).join(''));
    }
    return known.get(code) ?? code;
  };
}

async function nameOf(db: Db, consent: Consent, place: PlaceName): Promise<string> {
  const { areaCode, organisationId } = consent;
  if (areaCode) return place(areaCode);
  const name = organisationId && (await findOrganisationName(db, { id: organisationId }));
  return name ?? '';
}

function shownConsent(consent: Consent, place: string) {
  const { id, kind, text, givenAt, withdrawnAt, givenBy, recordedBy } = consent;
  return {
    ...{ id, kind, text, place },
    from: day(givenAt),
    until: withdrawnAt && day(withdrawnAt),
    isRecorded: givenBy !== 'self' && recordedBy !== null,
  };
}

function listings(consents: Consent[]): ListedIn[] {
  return consents.flatMap(({ kind, areaCode, givenAt, withdrawnAt }) =>
    kind === 'share-name' && areaCode ? [{ areaCode, from: givenAt, until: withdrawnAt }] : [],
  );
}

/** By month, the newest first, and office. */
async function countLooks(
  db: Db,
  { ids, listedIn }: { ids: string[]; listedIn: ListedIn[] },
  place: PlaceName,
) {
  const counts = new Map<string, { month: string; who: string; record: number; list: number }>();
  for (const { at, areaCode, kind } of await findLooksAt(db, { personIds: ids, listedIn })) {
    const { month } = jstDates(at);
    const who = areaCode ? await place(areaCode) : m.trust_looks_operator();
    const key = `${month} ${who}`;
    const row = counts.get(key) ?? { month, who, record: 0, list: 0 };
    row[kind] += 1;
    counts.set(key, row);
  }
  return [...counts.values()].sort((a, b) => b.month.localeCompare(a.month));
}
