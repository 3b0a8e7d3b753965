import { expect, test } from 'vitest';
import { auditLog, loginSessions, roleGrants } from '~/db/schema.server';
import { newNumber } from '~/domain/people/new-number.server';
import { AT, makePerson } from '../../tests/factories';
import { openTestStore } from '../../tests/test-store';
import { giveFirstOperator } from './give-first-operator.server';

test('who keeps the machine makes somebody the operator, once, written down', async () => {
  const store = openTestStore();
  const number = newNumber();
  const { id } = await makePerson(store.read, { number });
  await store.read
    .insert(loginSessions)
    .values({ idHash: 'h', personId: id, createdAt: AT, expiresAt: new Date(AT.getTime() + 1) });
  const typed = number.replace(/(\d{4})/g, '$1-');
  expect(await giveFirstOperator(store, { number: typed, at: AT })).toEqual({ ok: true, number });
  expect(await store.read.select().from(roleGrants)).toMatchObject([
    { personId: id, role: 'operator', untilAt: null, areaCode: null },
  ]);
  expect(await store.read.select().from(auditLog)).toMatchObject([
    { action: 'role.give', actorId: null },
  ]);
  expect(await store.read.select().from(loginSessions)).toEqual([]);
  expect(await giveFirstOperator(store, { number, at: AT })).toEqual({
    ok: false,
    reason: 'has-it',
  });
});

test('a number that nobody has, or that cannot be, is refused', async () => {
  const store = openTestStore();
  const number = newNumber();
  await makePerson(store.read, { number: newNumber(), erasedAt: AT });
  expect(await giveFirstOperator(store, { number, at: AT })).toMatchObject({ reason: 'unknown' });
  for (const wrong of ['123', 'a@example.jp', '', `${number}1`]) {
    const given = await giveFirstOperator(store, { number: wrong, at: AT });
    expect(given).toEqual({ ok: false, reason: 'mistyped-number' });
  }
  expect(await store.read.select().from(roleGrants)).toEqual([]);
});
