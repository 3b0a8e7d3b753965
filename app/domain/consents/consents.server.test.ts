import { afterEach, beforeEach, expect, test } from 'vitest';
import { consents, personMerges } from '~/db/schema.server';
import type { Store } from '~/db/store.server';
import { readWord } from '~/lib/reading-signs';
import { AT, makePerson } from '../../../tests/factories';
import { openTestStore } from '../../../tests/test-store';
import { findConsents } from './find-consents.server';
import { giveConsent, type GiveConsent } from './give-consent.server';
import { withdrawConsent } from './withdraw-consent.server';

let store: Store;
beforeEach(() => {
  store = openTestStore();
});
afterEach(() => store.close());

const LATER = new Date(AT.getTime() + 60_000);

function give(personId: string, over: Partial<GiveConsent> = {}) {
  return store.tx((db) =>
    giveConsent(db, {
      personId,
      kind: 'share-name',
      to: { areaCode: '271403' },
      text: '修了したときに、名前を堺市の担当者に伝えることに同意します。',
      givenBy: 'self',
      at: AT,
      ...over,
    }),
  );
}

test('the words of a yes are kept without the readings they were shown with', async () => {
  const { id: personId } = await store.tx((db) => makePerson(db));
  const { id } = await give(personId, { text: `${readWord('名前', 'なまえ')}を伝える` });
  const rows = await store.read.select().from(consents);
  expect(rows.find((row) => row.id === id)?.text).toBe('名前を伝える');
});

test('a yes is kept with its day and its very words', async () => {
  const { id: personId } = await store.tx((db) => makePerson(db));
  await give(personId);
  expect(await findConsents(store.read, { personId })).toMatchObject([
    {
      kind: 'share-name',
      areaCode: '271403',
      organisationId: null,
      text: '修了したときに、名前を堺市の担当者に伝えることに同意します。',
      givenAt: AT,
      givenBy: 'self',
      withdrawnAt: null,
    },
  ]);
});

test('saying yes twice is one yes; a yes to another place is another', async () => {
  const { id: personId } = await store.tx((db) => makePerson(db));
  const [first, second] = await Promise.all([give(personId), give(personId, { at: LATER })]);
  expect([first.id === second.id, first.isNew, second.isNew]).toEqual([true, true, false]);
  await give(personId, { to: { areaCode: '131016' } });
  await give(personId, { kind: 'guardian', givenBy: 'guardian' });
  expect(await findConsents(store.read, { personId })).toHaveLength(3);
});

test('taken back it keeps its words and both days, and can be given anew', async () => {
  const { id: personId } = await store.tx((db) => makePerson(db));
  const { id } = await give(personId);
  const take = () => store.tx((db) => withdrawConsent(db, { personId, consentId: id, at: LATER }));
  expect(await take()).toEqual({ areaCode: '271403', organisationId: null });
  expect(await take()).toBeNull();
  await give(personId, { at: LATER });
  expect(await findConsents(store.read, { personId })).toMatchObject([
    { withdrawnAt: null },
    { id, givenAt: AT, withdrawnAt: LATER },
  ]);
});

test('nobody takes back what is not hers, but whoever was merged has one record', async () => {
  const [{ id: personId }, { id: other }] = await store.tx(async (db) => [
    await makePerson(db),
    await makePerson(db),
  ]);
  const { id: consentId } = await give(other);
  const take = () => store.tx((db) => withdrawConsent(db, { personId, consentId, at: LATER }));
  expect(await take()).toBeNull();
  expect(await findConsents(store.read, { personId })).toEqual([]);
  await store.tx((db) =>
    db.insert(personMerges).values({
      id: 'merge',
      keptId: personId,
      mergedId: other,
      mergedBy: 'officer',
      mergedAt: AT,
    }),
  );
  expect(await findConsents(store.read, { personId })).toHaveLength(1);
  expect(await take()).not.toBeNull();
  expect(await store.read.select().from(consents)).toMatchObject([{ withdrawnAt: LATER }]);
});
