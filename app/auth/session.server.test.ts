import { sql } from 'drizzle-orm';
import { afterEach, expect, test, vi } from 'vitest';
import { loginSessions, people, personMerges } from '~/db/schema.server';
import { makeGrant, makeGuest, makePerson } from '../../tests/factories';
import { openTestStore } from '../../tests/test-store';
import { sha256 } from './digest.server';
import { SESSION_LIMITS } from './session-limits';
import {
  endAllSessions,
  endSession,
  readSession,
  rotateSession,
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
  ['a learner without an account', 'guest'],
  ['somebody with an account', 'learner'],
  ['an officer', 'staff'],
  ['the operator', 'operator'],
] as const)('%s stays signed in while idle for her time, to the second', async (_who, kind) => {
  const context = setUp();
  const db = context.store.read;
  const { id } = kind === 'guest' ? await makeGuest(db) : await makePerson(db);
  if (kind === 'staff') {
    await makeGrant(db, { personId: id, role: 'municipal-officer', areaCode: '271403' });
  }
  if (kind === 'operator') await makeGrant(db, { personId: id, role: 'operator' });
  const { idleMs } = SESSION_LIMITS[kind];
  const early = await startSession(context, id);
  const late = await startSession(context, id);
  after(idleMs - 1000);
  expect(await readSession(asking(early.setCookie), { ...context })).not.toBeNull();
  after(idleMs);
  expect(await readSession(asking(late.setCookie), { ...context })).toBeNull();
  expect(await readSession(asking(early.setCookie), { ...context })).not.toBeNull();
  expect(await db.select().from(loginSessions)).toHaveLength(1);
});

test.each(['guest', 'learner', 'staff', 'operator'] as const)(
  'however busy, the login of a %s ends at its absolute limit',
  async (kind) => {
    const context = setUp();
    const db = context.store.read;
    const { id } = kind === 'guest' ? await makeGuest(db) : await makePerson(db);
    if (kind === 'staff') await makeGrant(db, { personId: id, role: 'host', organisationId: 'o' });
    if (kind === 'operator') await makeGrant(db, { personId: id, role: 'operator' });
    const { setCookie } = await startSession(context, id);
    const { idleMs, absoluteMs } = SESSION_LIMITS[kind];
    for (let ms = 0; ms < absoluteMs; ms += idleMs / 2) {
      after(ms);
      expect(await readSession(asking(setCookie), { ...context })).not.toBeNull();
    }
    after(absoluteMs - 1);
    expect(await readSession(asking(setCookie), { ...context })).not.toBeNull();
    after(absoluteMs);
    expect(await readSession(asking(setCookie), { ...context })).toBeNull();
  },
);

test('on a shared device the cookie goes with the browser, and half an hour is the longest rest', async () => {
  const context = setUp();
  const { id } = await makePerson(context.store.read);
  const { setCookie } = await startSession(context, id, { way: 'password', shared: true });
  expect(setCookie).not.toContain('Max-Age');
  const { idleMs, absoluteMs } = SESSION_LIMITS.sharedDevice;
  for (let ms = 0; ms < absoluteMs; ms += idleMs - 1) {
    after(ms);
    expect(await readSession(asking(setCookie), { ...context })).toMatchObject({ shared: true });
  }
  after(absoluteMs);
  expect(await readSession(asking(setCookie), { ...context })).toBeNull();
});

test('reading writes now and then: after a twelfth of the idle time, and the day to the person', async () => {
  const context = setUp();
  const db = context.store.read;
  const { id } = await makePerson(db);
  const { setCookie } = await startSession(context, id);
  const written = async () => (await db.select().from(loginSessions))[0]!.lastSeenAt!.getTime();
  const seenOn = async () => (await db.select().from(people))[0]!.lastSeenAt;
  expect(await seenOn()).toEqual(new Date('2026-10-01T00:00:00+09:00'));
  after(DAY_MS - 1);
  await readSession(asking(setCookie), { ...context });
  expect(await written()).toBe(START.getTime());
  after(DAY_MS);
  await readSession(asking(setCookie), { ...context });
  expect(await written()).toBe(START.getTime() + DAY_MS);
  expect(await seenOn()).toEqual(new Date('2026-10-02T00:00:00+09:00'));
});

test('a clock that was set back neither ends a login nor lengthens it', async () => {
  const context = setUp();
  const { id } = await makePerson(context.store.read);
  const { setCookie } = await startSession(context, id);
  after(-300 * DAY_MS);
  expect(await readSession(asking(setCookie), { ...context })).not.toBeNull();
  after(-300 * DAY_MS + SESSION_LIMITS.learner.idleMs);
  expect(await readSession(asking(setCookie), { ...context })).toBeNull();
});

test('a login of before these limits is held to them, and is given its name', async () => {
  const context = setUp();
  const db = context.store.read;
  const { id } = await makePerson(db);
  const { setCookie } = await startSession(context, id);
  await db.update(loginSessions).set({ publicId: null, endsAt: null, way: null, lastSeenAt: null });
  const read = () => readSession(asking(setCookie), { ...context });
  const { sessionPublicId } = (await read())!;
  expect(sessionPublicId).not.toBe('');
  expect((await read())!.sessionPublicId).toBe(sessionPublicId);
});

test('reading prolongs the session', async () => {
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
  expect(await readSession(asking(setCookie), { ...context })).toMatchObject({
    grants: [],
    awaitsSecondFactor: true,
  });
  after(SESSION_LIMITS.operator.idleMs);
  expect(await readSession(asking(setCookie), { ...context })).toBeNull();
});

test('no role holds before the second factor; showing it changes the secret, and the old one is dead', async () => {
  const context = setUp();
  const { id } = await makePerson(context.store.read);
  await makeGrant(context.store.read, { personId: id, role: 'operator' });
  const first = await startSession(context, id, { way: 'password' });
  expect(first).toMatchObject({ grants: [], awaitsSecondFactor: true });
  after(60_000);
  const at = new Date(START.getTime() + 60_000);
  const second = (await rotateSession(asking(first.setCookie), context, { secondFactorAt: at }))!;
  expect(second).toMatchObject({ grants: [{ role: 'operator' }], awaitsSecondFactor: false });
  expect(await readSession(asking(first.setCookie), { ...context })).toBeNull();
  expect(await readSession(asking(second.setCookie), { ...context })).toMatchObject({
    grants: [{ role: 'operator' }],
    secondFactorAt: at,
    way: 'password',
  });
  expect(await rotateSession(asking(first.setCookie), context, { secondFactorAt: at })).toBeNull();
  after(SESSION_LIMITS.operator.absoluteMs);
  expect(await readSession(asking(second.setCookie), { ...context })).toBeNull();
});

test('signing in on a browser that was signed in ends what was there', async () => {
  const context = setUp();
  const { id: guest } = await makeGuest(context.store.read);
  const { id } = await makePerson(context.store.read);
  const before = await startSession(context, guest);
  const request = asking(before.setCookie);
  request.headers.set('User-Agent', 'Mozilla/5.0 (Windows NT 10.0) Chrome/130.0 Safari/537.36');
  await startSession(context, id, { way: 'password', request });
  const rows = await context.store.read.select().from(loginSessions);
  expect(rows).toMatchObject([{ personId: id, way: 'password', device: 'Chrome・Windows' }]);
});

test('somebody whose record was merged signs in as the one that was kept', async () => {
  const context = setUp();
  const db = context.store.read;
  const [a, b, c] = [await makePerson(db), await makePerson(db), await makePerson(db)];
  const merge = { mergedBy: 'officer', mergedAt: START };
  await db.insert(personMerges).values([
    { id: 'm1', mergedId: a!.id, keptId: b!.id, ...merge },
    { id: 'm2', mergedId: b!.id, keptId: c!.id, ...merge },
  ]);
  expect(await startSession(context, a!.id)).toMatchObject({ personId: c!.id });
  await db.update(personMerges).set({ undoneAt: START });
  expect(await startSession(context, a!.id)).toMatchObject({ personId: a!.id });
});

test('a role holds from its beginning until its end', async () => {
  const context = setUp();
  const { id } = await makePerson(context.store.read);
  const { setCookie } = await startSession(context, id, { secondFactorAt: START });
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
  const { setCookie } = await startSession(context, id, { secondFactorAt: START });
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

test('a disk that cannot be written keeps nobody from reading', async () => {
  const context = setUp();
  const { id } = await makePerson(context.store.read);
  const { setCookie } = await startSession(context, id);
  after(10 * DAY_MS);
  await context.store.read.run(sql.raw('PRAGMA query_only = ON'));
  expect(await readSession(asking(setCookie), { ...context })).toMatchObject({ personId: id });
  await context.store.read.run(sql.raw('PRAGMA query_only = OFF'));
  await readSession(asking(setCookie), { ...context });
  const [row] = await context.store.read.select().from(loginSessions);
  expect(row?.lastSeenAt).toEqual(new Date(START.getTime() + 10 * DAY_MS));
});
