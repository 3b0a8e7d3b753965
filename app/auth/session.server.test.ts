import { afterEach, expect, test, vi } from 'vitest';
import { loginSessions, people } from '~/db/schema.server';
import { makeGrant, makeGuest, makePerson } from '../../tests/factories';
import { openTestStore } from '../../tests/test-store';
import { sha256 } from './digest.server';
import {
  ACCOUNT_IDLE_DAYS,
  endAllSessions,
  endSession,
  GUEST_IDLE_DAYS,
  readSession,
  STAFF_IDLE_HOURS,
  startSession,
} from './session.server';

const HOUR_MS = 60 * 60 * 1000;
const DAY_MS = 24 * HOUR_MS;
const START = new Date('2026-10-01T09:00:00+09:00');

afterEach(() => {
  vi.useRealTimers();
});

function setUp(origin = 'http://localhost:3000') {
  vi.useFakeTimers({ toFake: ['Date'], now: START });
  return { store: openTestStore(), origin };
}

function asking(setCookie: string) {
  const headers = { Cookie: `theme=dark; ${setCookie.split(';')[0]}` };
  return new Request('http://localhost:3000/my', { headers });
}

function after(ms: number) {
  vi.setSystemTime(START.getTime() + ms);
}

test('a session is known by its cookie, and the database keeps only a digest of it', async () => {
  const context = setUp();
  const { id } = await makePerson(context.store.read);
  const { setCookie, sessionHash } = await startSession(context, id);
  const secret = setCookie.match(/^session=([^;]+)/)![1]!;
  expect(await readSession(asking(setCookie), { ...context })).toMatchObject({
    personId: id,
    registered: true,
    name: '髙﨑 𠮷美',
    grants: [],
    sessionHash,
  });
  const rows = await context.store.read.select().from(loginSessions);
  expect(rows).toMatchObject([{ idHash: sha256(secret), personId: id }]);
  expect(JSON.stringify(rows)).not.toContain(secret);
});

test('the digest out of a leaked database opens nothing', async () => {
  const context = setUp();
  const { id } = await makePerson(context.store.read);
  const { sessionHash } = await startSession(context, id);
  expect(await readSession(asking(`session=${sessionHash}`), { ...context })).toBeNull();
});

test('over https the cookie is Secure and bound to the host; over http it can still be sent', async () => {
  const secure = setUp('https://tsunagu.example.jp');
  const { id } = await makePerson(secure.store.read);
  const { setCookie } = await startSession(secure, id);
  expect(setCookie).toMatch(
    /^__Host-session=\w+; HttpOnly; Max-Age=\d+; Path=\/; SameSite=Lax; Secure$/,
  );
  const plain = { ...secure, origin: 'http://10.1.2.3:3000' };
  const { setCookie: plainCookie } = await startSession(plain, id);
  expect(plainCookie).toMatch(/^session=\w+; HttpOnly; Max-Age=\d+; Path=\/; SameSite=Lax$/);
});

test('a cookie set for http is not read over https', async () => {
  const context = setUp();
  const { id } = await makePerson(context.store.read);
  const { setCookie } = await startSession(context, id);
  const secure = { ...context, origin: 'https://tsunagu.example.jp' };
  expect(await readSession(asking(setCookie), secure)).toBeNull();
});

test.each(['session=%E0%A4%A', 'session=', 'session', 'session=a b', 'other=%', ''])(
  'a broken cookie "%s" is nobody',
  async (cookie) => {
    expect(await readSession(asking(cookie), setUp())).toBeNull();
  },
);

test.each([
  ['a learner without an account', 'guest', GUEST_IDLE_DAYS * DAY_MS],
  ['somebody with an account', 'account', ACCOUNT_IDLE_DAYS * DAY_MS],
  ['an officer', 'officer', STAFF_IDLE_HOURS * HOUR_MS],
])('%s stays signed in while idle for her time and not longer', async (_who, kind, idleMs) => {
  const context = setUp();
  const db = context.store.read;
  const { id } = kind === 'guest' ? await makeGuest(db) : await makePerson(db);
  if (kind === 'officer') {
    await makeGrant(db, { personId: id, role: 'municipal-officer', areaCode: '271403' });
  }
  const { setCookie } = await startSession(context, id);
  after(idleMs);
  expect(await readSession(asking(setCookie), { ...context })).toBeNull();
  expect(await db.select().from(loginSessions)).toEqual([]);
});

test('reading in the second half of the idle time prolongs the session', async () => {
  const context = setUp();
  const { id } = await makePerson(context.store.read);
  const { setCookie } = await startSession(context, id);
  after(20 * DAY_MS);
  expect(await readSession(asking(setCookie), { ...context })).not.toBeNull();
  after(45 * DAY_MS);
  expect(await readSession(asking(setCookie), { ...context })).not.toBeNull();
});

test('somebody given a role while signed in is held to the shorter time from then on', async () => {
  const context = setUp();
  const { id } = await makePerson(context.store.read);
  const { setCookie } = await startSession(context, id);
  await makeGrant(context.store.read, { personId: id, role: 'operator' });
  expect(await readSession(asking(setCookie), { ...context })).not.toBeNull();
  after(STAFF_IDLE_HOURS * HOUR_MS);
  expect(await readSession(asking(setCookie), { ...context })).toBeNull();
});

test('a role holds from its beginning until its end', async () => {
  const context = setUp();
  const { id } = await makePerson(context.store.read);
  const { setCookie } = await startSession(context, id);
  const fromAt = new Date(START.getTime() + HOUR_MS);
  const untilAt = new Date(START.getTime() + 2 * HOUR_MS);
  await makeGrant(context.store.read, { personId: id, role: 'trainer', fromAt, untilAt });
  const roles = async () => (await readSession(asking(setCookie), { ...context }))?.grants.length;
  after(HOUR_MS - 1);
  expect(await roles()).toBe(0);
  after(HOUR_MS);
  expect(await roles()).toBe(1);
  after(2 * HOUR_MS - 1);
  expect(await roles()).toBe(1);
  after(2 * HOUR_MS);
  expect(await roles()).toBe(0);
});

test('two roles of one person both come', async () => {
  const context = setUp();
  const { id } = await makePerson(context.store.read);
  const { setCookie } = await startSession(context, id);
  await makeGrant(context.store.read, { personId: id, role: 'trainer', organisationId: 'o1' });
  await makeGrant(context.store.read, {
    personId: id,
    role: 'municipal-officer',
    areaCode: '271403',
  });
  expect((await readSession(asking(setCookie), { ...context }))?.grants).toHaveLength(2);
});

test('signing out ends this session only; signing out everywhere ends all', async () => {
  const context = setUp();
  const { id } = await makePerson(context.store.read);
  const [one, two, three] = [
    await startSession(context, id),
    await startSession(context, id),
    await startSession(context, id),
  ];
  const { setCookie } = await endSession(asking(one.setCookie), context);
  expect(setCookie).toMatch(/^session=; .*Max-Age=0/);
  expect(await readSession(asking(one.setCookie), { ...context })).toBeNull();
  expect(await readSession(asking(two.setCookie), { ...context })).not.toBeNull();
  await endAllSessions(context, id);
  expect(await readSession(asking(two.setCookie), { ...context })).toBeNull();
  expect(await readSession(asking(three.setCookie), { ...context })).toBeNull();
});

test('somebody who was erased is nobody', async () => {
  const context = setUp();
  const { id } = await makePerson(context.store.read);
  const { setCookie } = await startSession(context, id);
  await context.store.read.update(people).set({ erasedAt: START });
  expect(await readSession(asking(setCookie), { ...context })).toBeNull();
  await expect(startSession(context, id)).rejects.toThrow(/no person/);
});
