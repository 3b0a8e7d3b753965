import { beforeEach, expect, test } from 'vitest';
import { loginSessions, passkeys } from '~/db/schema.server';
import type { Store } from '~/db/store.server';
import { AT, makePerson } from '../../tests/factories';
import { openTestStore } from '../../tests/test-store';
import { findPlaceToConfirm } from './find-place-to-confirm.server';
import type { Visitor } from './visitor';

const minutesAgo = (minutes: number) => new Date(AT.getTime() - minutes * 60_000);
const OFFICER: Visitor['grants'] = [
  { role: 'municipal-officer', areaCode: '271403', organisationId: null },
];
const SIGN_IN = '/sign-in?to=%2Fmy%2Fsecurity';
const SECOND = '/sign-in/second?to=%2Fmy%2Fsecurity';

let store: Store;
let personId: string;

beforeEach(async () => {
  store = openTestStore();
  personId = (await makePerson(store.read)).id;
});

async function signedIn(minutes: number, over: Partial<Visitor> = {}): Promise<Visitor> {
  const since = minutesAgo(minutes);
  await store.read
    .insert(loginSessions)
    .values({ idHash: 'hash', personId, createdAt: since, expiresAt: AT });
  return {
    personId,
    registered: true,
    name: null,
    number: null,
    grants: [],
    awaitsSecondFactor: false,
    secondFactorAt: null,
    way: 'password',
    shared: false,
    sessionPublicId: 'public',
    sessionHash: 'hash',
    ...over,
  };
}

async function keepPasskey() {
  const row = { personId, publicKey: 'x', counter: 0, transports: [], label: 'x', backedUp: false };
  await store.read.insert(passkeys).values({ id: 'key', ...row, createdAt: AT });
}

const place = (visitor: Visitor) =>
  findPlaceToConfirm({ store }, visitor, { at: AT, to: '/my/security' });

test('who has just signed in goes on', async () => {
  expect(await place(await signedIn(9))).toBeNull();
});

test('who signed in a while ago signs in once more, also with a passkey that may be lost', async () => {
  await keepPasskey();
  expect(await place(await signedIn(11))).toBe(SIGN_IN);
});

test('who has just shown her second factor goes on, however long she is here', async () => {
  expect(await place(await signedIn(300, { secondFactorAt: minutesAgo(9) }))).toBeNull();
});

test('a password alone does not let staff change a way in once there is a second factor', async () => {
  await keepPasskey();
  const visitor = await signedIn(1, { awaitsSecondFactor: true });
  expect(await place(visitor)).toBe(SECOND);
  const long = { grants: OFFICER, secondFactorAt: minutesAgo(11) };
  expect(await place({ ...visitor, ...long, awaitsSecondFactor: false })).toBe(SECOND);
});

test('staff without a second factor make their first after signing in just now', async () => {
  const visitor = await signedIn(1, { awaitsSecondFactor: true });
  expect(await place(visitor)).toBeNull();
  await store.read.update(loginSessions).set({ createdAt: minutesAgo(60) });
  expect(await place(visitor)).toBe(SIGN_IN);
});
