import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { verifyPassword } from '~/auth/password.server';
import { authorised } from '~/db/authorised.server';
import { auditLog, loginSessions, passwords } from '~/db/schema.server';
import type { WayIn } from '~/db/tables/people';
import { everywhere } from '../../tests/bounds';
import { AT, makePerson } from '../../tests/factories';
import { openTestStore } from '../../tests/test-store';
import { giveNewPassphrase } from './give-new-passphrase.server';
import { SET_MINUTES, setPasswordAfterLink } from './set-password-after-link.server';

const PASSWORD = 'みどりの 坂道 77 段';
const after = (ms: number) => new Date(AT.getTime() + ms);
const END_MS = SET_MINUTES * 60_000;

async function setUp(way: WayIn = 'magic-link') {
  const store = openTestStore();
  const person = await makePerson(store.read);
  const { id: personId } = person;
  await store.read.insert(passwords).values({ personId, hash: 'before', changedAt: AT });
  for (const idHash of ['here', 'elsewhere']) {
    await store.read
      .insert(loginSessions)
      .values({ idHash, personId, way, createdAt: AT, expiresAt: after(END_MS * 99) });
  }
  const hashOf = async () =>
    (await store.read.select().from(passwords).where(eq(passwords.personId, personId)))[0]!.hash;
  const sessions = async () =>
    (await store.read.select().from(loginSessions)).map(({ idHash }) => idHash);
  return { store, person, visitor: { personId, way, sessionHash: 'here' }, hashOf, sessions };
}

test.each([
  ['a second before the time is over', END_MS - 1000, true],
  ['when it is over', END_MS, false],
])('a password is set without the one before %s', async (_when, ms, isSet) => {
  const { store, visitor, hashOf, sessions } = await setUp();
  const asked = { visitor, password: PASSWORD, at: after(ms) };
  expect(await setPasswordAfterLink({ store }, asked)).toBe(isSet);
  if (!isSet) {
    expect(await hashOf()).toBe('before');
    return;
  }
  expect(await verifyPassword(await hashOf(), PASSWORD)).toBe(true);
  expect(await sessions()).toEqual(['here']);
  expect(await store.read.select().from(auditLog)).toMatchObject([
    { action: 'person.set-password', actorId: visitor.personId },
  ]);
});

test('whoever came in another way, or is signed in no more, sets none', async () => {
  const byPassword = await setUp('password');
  const at = after(1000);
  const asked = { visitor: byPassword.visitor, password: PASSWORD, at };
  expect(await setPasswordAfterLink(byPassword, asked)).toBe(false);
  const { store, visitor } = await setUp();
  const gone = { ...visitor, sessionHash: 'gone' };
  expect(await setPasswordAfterLink({ store }, { visitor: gone, password: PASSWORD, at })).toBe(
    false,
  );
});

test('a new passphrase from the counter holds, and signs her out everywhere', async () => {
  const { store, person, hashOf, sessions } = await setUp('password');
  const { id } = person;
  const given = await giveNewPassphrase(
    { store },
    {
      person: authorised({ id, enrolledAreaCode: '271403' }, everywhere<'person'>()),
      by: 'officer',
      at: AT,
    },
  );
  expect(await verifyPassword(await hashOf(), given.passphrase)).toBe(true);
  expect(await sessions()).toEqual([]);
  const log = await store.read.select().from(auditLog);
  expect(log).toMatchObject([
    { action: 'person.give-passphrase', actorId: 'officer', subjectId: id, areaCode: '271403' },
  ]);
  expect(JSON.stringify(log)).not.toContain(given.passphrase);
});
