import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { hashPassword } from '~/auth/password.server';
import type { Visitor } from '~/auth/visitor';
import { certificates, completions, consents, mails, passwords, people } from '~/db/schema.server';
import type { Store } from '~/db/store.server';
import { recordAudit } from '~/domain/audit/record-audit.server';
import { findEnrolments } from '~/domain/learning/find-enrolments.server';
import { foldEmail } from '~/domain/people/fold-email';
import type { Profile } from '~/domain/people/register-person.server';
import {
  AT,
  makeCertificate,
  makeCompletion,
  makeConsent,
  makeCourse,
  makeEnrolment,
  makeGuest,
  makeOrganisation,
  makePerson,
  makeRegion,
} from '../../tests/factories';
import { openTestStore } from '../../tests/test-store';
import { correctOwnRecord } from './correct-own-record.server';
import { findGuardianHost, keepGuardianWord } from './guardian-word.server';
import { readOwnPrivacy } from './read-own-privacy.server';
import { findShareTarget, shareName } from './share-name.server';
import { withdrawOwnConsent } from './withdraw-own-consent.server';

const PASSWORD = 'asahi kawaberi 42';
const OLD = 'furui@example.jp';
const LATER = new Date(AT.getTime() + 60 * 60 * 1000);
const WARD = '271411';

let store: Store;
let personId: string;
beforeEach(async () => {
  store = openTestStore();
  const hash = await hashPassword(PASSWORD);
  personId = await store.tx(async (db) => {
    await makeRegion(db, { code: '270008', kind: 'prefecture', name: '大阪府' });
    await makeRegion(db);
    const ward = { kind: 'administrative-ward', parentCode: '271403', name: '堺区' } as const;
    await makeRegion(db, { code: WARD, ...ward });
    const place = { municipalityCode: WARD, email: OLD, emailKey: OLD };
    const { id } = await makePerson(db, place);
    await db.insert(passwords).values({ personId: id, hash, changedAt: AT });
    return id;
  });
});
afterEach(() => store.close());

const visitor = (over: Partial<Visitor> = {}): Visitor => ({
  ...{ personId, registered: true, name: '髙﨑 𠮷美', number: '1', grants: [], shared: false },
  ...{ awaitsSecondFactor: false, secondFactorAt: null, way: 'password' },
  ...{ sessionPublicId: 'p', sessionHash: 'h' },
  ...over,
});

const PROFILE: Profile = {
  name: '髙﨑 𠮷美',
  kana: 'タカサキ　ヨシミ',
  email: OLD,
  municipalityCode: WARD,
  municipalityRelation: 'resident',
  audience: 'resident',
  ageBand: '40s',
  sex: null,
};

function correct(
  over: Partial<Profile>,
  more: Partial<Parameters<typeof correctOwnRecord>[1]> = {},
) {
  const context = {
    store,
    secret: 's'.repeat(32),
    mail: 'smtp' as const,
    origin: 'http://localhost',
  };
  const profile = { ...PROFILE, ...over };
  return correctOwnRecord(context, {
    visitor: visitor(),
    profile,
    password: null,
    at: LATER,
    ...more,
  });
}

const readPerson = async () =>
  (await store.read.select().from(people).where(eq(people.id, personId)))[0]!;

test('a corrected name is hers from now on; what was completed and printed stays as it was', async () => {
  await store.tx(async (db) => {
    const { id: organisationId } = await makeOrganisation(db);
    const { id: completionId } = await makeCompletion(db, { personId });
    await makeCertificate(db, { personId, completionId, organisationId });
  });
  const before = [
    await store.read.select().from(completions),
    await store.read.select().from(certificates),
  ];
  expect(await correct({ name: '𠮷田 芳美', kana: 'ヨシダ　ヨシミ', ageBand: '50s' })).toEqual({
    ok: true,
  });
  expect(await readPerson()).toMatchObject({
    name: '𠮷田 芳美',
    kanaKey: 'ヨシダヨシミ',
    ageBand: '50s',
  });
  expect([
    await store.read.select().from(completions),
    await store.read.select().from(certificates),
  ]).toEqual(before);
  expect(await store.read.select().from(mails)).toEqual([]);
});

test('a new address asks for the password, and the old one is told where mail is set up', async () => {
  const email = 'Atarashii@example.jp';
  expect(await correct({ email })).toEqual({ ok: false, reason: 'password-needed' });
  expect(await correct({ email }, { password: 'chigau kotoba' })).toEqual({
    ok: false,
    reason: 'wrong',
  });
  expect(await readPerson()).toMatchObject({ email: OLD });
  expect(await correct({ email }, { password: PASSWORD })).toEqual({ ok: true });
  expect(await readPerson()).toMatchObject({ email, emailKey: foldEmail(email) });
  const sent = await store.read.select().from(mails);
  expect(sent).toMatchObject([{ kind: 'email-changed', toAddress: OLD, personId }]);
  expect(sent[0]!.body).not.toContain(email);
});

test('a second factor shown a moment ago stands for the password', async () => {
  const fresh = visitor({ secondFactorAt: LATER });
  expect(await correct({ email: 'a@example.jp' }, { visitor: fresh })).toEqual({ ok: true });
});

test('whoever has no password neither loses her last way in nor changes it unproven', async () => {
  await store.tx((db) => db.delete(passwords));
  expect(await correct({ email: null })).toEqual({ ok: false, reason: 'last-way' });
  expect(await correct({ email: 'a@example.jp' })).toEqual({ ok: false, reason: 'prove' });
});

test('a municipality that is gone is refused, one that she had before is kept', async () => {
  expect(await correct({ municipalityCode: '999999' })).toEqual({
    ok: false,
    reason: 'unknown-region',
  });
  expect(await correct({ municipalityCode: '271403' })).toEqual({ ok: true });
});

test('the name goes to the city and never to a ward, with the words that name it', async () => {
  const target = await findShareTarget(store.read, { municipalityCode: WARD });
  expect(target).toMatchObject({ areaCode: '271403', place: '大阪府堺市' });
  await store.tx((db) => shareName(db, { personId, municipalityCode: WARD, at: AT }));
  await store.tx((db) => shareName(db, { personId, municipalityCode: WARD, at: LATER }));
  expect(await store.read.select().from(consents)).toMatchObject([
    { areaCode: '271403', text: target!.text, givenBy: 'self', givenAt: AT },
  ]);
});

test('a guardian is asked about where the host asks and she may be under age, and nowhere else', async () => {
  const find = (ageBand: string, id: string | null = null) =>
    findGuardianHost(store.read, { ageBand, municipalityCode: WARD, personId: id });
  const { id: hostId } = await store.tx((db) => makeOrganisation(db));
  expect(await find('10s')).toBeNull();
  const { guest, school } = await store.tx(async (db) => {
    const { id: courseId } = await makeCourse(db);
    const asks = { kind: 'school', name: '架空高校', areaCode: null, asksGuardian: true } as const;
    const { id: organisationId } = await makeOrganisation(db, asks);
    const { id } = await makeGuest(db);
    await makeEnrolment(db, { personId: id, courseId, organisationId });
    return { guest: id, school: organisationId };
  });
  expect(await findEnrolments(store.read, { personId: guest })).toHaveLength(1);
  expect(await find('10s', guest)).toMatchObject({ id: school });
  expect(await find('30s', guest)).toBeNull();
  expect(hostId).not.toBe(school);
  const host = (await find('primary-school', guest))!;
  await store.tx((db) => keepGuardianWord(db, { personId, host, at: AT }));
  expect(await store.read.select().from(consents)).toMatchObject([
    {
      kind: 'guardian',
      organisationId: school,
      text: expect.stringContaining('架空高校') as string,
    },
  ]);
});

test('she sees who may see her since when, and how often they looked while she was on the list', async () => {
  const MONTH_MS = 31 * 24 * 60 * 60 * 1000;
  const look = (at: Date, over: Partial<Parameters<typeof recordAudit>[1]>) =>
    store.tx((db) =>
      recordAudit(db, {
        ...{ at, actorId: 'officer', action: 'people.list', subjectKind: 'area' },
        ...{ subjectId: '271403', areaCode: '271403' },
        ...over,
      }),
    );
  const { id } = await store.tx((db) => makeConsent(db, { personId, areaCode: '271403' }));
  await look(new Date(AT.getTime() - 1000), {});
  await look(LATER, {});
  await look(LATER, { areaCode: '312011' });
  await look(LATER, { action: 'person.view', subjectKind: 'person', subjectId: personId });
  await look(LATER, { action: 'person.view', subjectKind: 'person', subjectId: 'somebody' });
  await store.tx((db) => makeConsent(db, { personId, kind: 'guardian', organisationId: null }));
  const withdrawn = new Date(AT.getTime() + MONTH_MS);
  expect(await withdrawOwnConsent(store, { personId, consentId: id, at: withdrawn })).toBe(true);
  expect(await withdrawOwnConsent(store, { personId, consentId: id, at: withdrawn })).toBe(false);
  await look(new Date(withdrawn.getTime() + 1000), {});
  const own = await readOwnPrivacy(store.read, { personId, at: AT });
  expect(own.looks).toEqual([{ month: '2026-09', who: '大阪府堺市', record: 1, list: 1 }]);
  expect(own.consents.past).toMatchObject([{ place: '大阪府堺市', kind: 'share-name' }]);
  expect(own.offer).toMatchObject({ place: '大阪府堺市' });
});
