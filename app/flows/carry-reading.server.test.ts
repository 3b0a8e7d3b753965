import { expect, test } from 'vitest';
import { findPerson } from '~/domain/people/find-person.server';
import { makeGuest, makePerson } from '../../tests/factories';
import { openTestStore } from '../../tests/test-store';
import { carryReading } from './carry-reading.server';

const device = (reading?: string) =>
  new Request(
    'http://localhost/sign-in',
    reading ? { headers: { Cookie: `reading=${reading}` } } : {},
  );
const LARGE = 'on.large.normal.normal.normal';

test('a device without settings takes over those of who signs in', async () => {
  const store = openTestStore();
  const { id } = await makePerson(store.read, { reading: LARGE });
  const context = { store, origin: 'http://localhost' };
  const cookie = await carryReading({ context, personId: id, request: device() });
  expect(cookie).toContain(`reading=${LARGE};`);
});

test('a device that shows pages otherwise takes them over too, and one that does already gets no cookie', async () => {
  const store = openTestStore();
  const { id } = await makePerson(store.read, { reading: LARGE });
  const context = { store, origin: 'http://localhost' };
  const other = device('off.normal.wide.normal.normal');
  expect(await carryReading({ context, personId: id, request: other })).toContain(LARGE);
  expect(await carryReading({ context, personId: id, request: device(LARGE) })).toBeNull();
});

test('what a device has is kept with somebody who has kept nothing: a guest who makes an account keeps hers', async () => {
  const store = openTestStore();
  const { id } = await makeGuest(store.read);
  const context = { store, origin: 'http://localhost' };
  expect(await carryReading({ context, personId: id, request: device('on.large') })).toBeNull();
  expect((await findPerson(store.read, { id }))?.reading).toBe(LARGE);
});

test('where neither has any, nothing is written', async () => {
  const store = openTestStore();
  const { id } = await makePerson(store.read);
  const context = { store, origin: 'http://localhost' };
  expect(await carryReading({ context, personId: id, request: device() })).toBeNull();
  expect((await findPerson(store.read, { id }))?.reading).toBeNull();
});
