import { expect, test } from 'vitest';
import type { Store } from '~/db/store.server';
import type { Bound } from '~/lib/bound';
import { everywhere, reaching } from '../../../tests/bounds';
import { AT, makeOrganisation, makeRegion } from '../../../tests/factories';
import { openTestStore } from '../../../tests/test-store';
import { ensureOperator } from './ensure-operator.server';
import { findNameShares } from './find-name-shares.server';
import { findOrganisation } from './find-organisation.server';
import { findOrganisations } from './find-organisations.server';
import { keepOrganisation, type OrganisationFacts } from './keep-organisation.server';
import { shareNames } from './share-names.server';
import { takeSerial } from './take-serial.server';
import { withdrawNames } from './withdraw-names.server';

const FACTS: OrganisationFacts = {
  kind: 'shakyo',
  name: '堺市社会福祉協議会',
  kana: 'サカイシシャカイフクシキョウギカイ',
  department: null,
  areaCode: '271403',
  seriesPrefix: null,
};
const SAKAI = reaching<'organisation'>({ areaCodes: ['271403'] });
const LATER = new Date('2026-10-01T12:00:00+09:00');

async function openHosts(): Promise<Store> {
  const store = openTestStore();
  await store.tx(async (db) => {
    await makeRegion(db, { code: '270008', kind: 'prefecture', name: '大阪府' });
    await makeRegion(db);
    await makeRegion(db, { code: '312011', kind: 'city', prefectureCode: '310000' });
    await makeOrganisation(db, { id: 'sakai' });
    await makeOrganisation(db, {
      id: 'tottori',
      name: '鳥取市',
      kana: 'トットリシ',
      areaCode: '312011',
      seriesPrefix: '31201',
    });
    await ensureOperator(db, { at: AT });
  });
  return store;
}

const names = async (store: Store, within: Bound<'organisation'>, query = '') =>
  (await findOrganisations(store.read, { within, query, limit: 50 })).map(({ id }) => id);

const add = (store: Store, newId: string, facts: Partial<OrganisationFacts> = {}) =>
  store.tx((db) =>
    keepOrganisation(db, { ...FACTS, ...facts, host: { newId }, within: SAKAI, at: AT }),
  );

test('an officer finds the hosts of her municipality only, whatever she searches for', async () => {
  const store = await openHosts();
  expect(await names(store, SAKAI)).toEqual(['sakai']);
  for (const query of ['鳥取', 'トットリ', '%', '_'])
    expect(await names(store, SAKAI, query)).toEqual([]);
  expect(await names(store, SAKAI, ' さかい ')).toEqual(['sakai']);
  expect(await names(store, everywhere())).toEqual(['sakai', 'tottori']);
  expect(await findOrganisation(store.read, { id: 'tottori', within: SAKAI })).toBeNull();
  expect(await findOrganisation(store.read, { id: 'operator', within: everywhere() })).toBeNull();
});

test('a host is added once, with a series of its own, in an area of who adds it', async () => {
  const store = await openHosts();
  expect(await add(store, 'shakyo')).toEqual({ ok: true, id: 'shakyo', written: true });
  expect(await add(store, 'shakyo')).toEqual({ ok: true, id: 'shakyo', written: false });
  const shakyo = await findOrganisation(store.read, { id: 'shakyo', within: SAKAI });
  expect(shakyo).toMatchObject({ seriesPrefix: '27140-1', hasNumbered: false });
  expect(await add(store, 'far', { areaCode: '312011' })).toEqual({
    ok: false,
    reason: 'area-not-yours',
  });
  expect(await add(store, 'same', { seriesPrefix: '31201' })).toEqual({
    ok: false,
    reason: 'series-taken',
  });
});

test('a series stays once a certificate bears it; the rest may change', async () => {
  const store = await openHosts();
  await store.tx((db) => takeSerial(db, { organisationId: 'sakai', fiscalYear: 2026 }));
  const host = (await findOrganisation(store.read, { id: 'sakai', within: SAKAI }))!;
  const change = (facts: Partial<OrganisationFacts>) =>
    store.tx((db) => keepOrganisation(db, { ...FACTS, ...facts, host, within: SAKAI, at: AT }));
  expect(await change({ seriesPrefix: 'SAKAI' })).toEqual({ ok: false, reason: 'series-in-use' });
  expect(await change({ department: '健康部' })).toMatchObject({ ok: true });
  expect(await findOrganisation(store.read, { id: 'sakai', within: SAKAI })).toMatchObject({
    name: FACTS.name,
    department: '健康部',
    seriesPrefix: '27140',
  });
});

test('names are shared with a prefecture from one day to another, by the host itself', async () => {
  const store = await openHosts();
  const within = reaching<'host'>({ organisationIds: ['sakai'] });
  const organisation = (await findOrganisation(store.read, { id: 'sakai', within }))!;
  expect(await findOrganisation(store.read, { id: 'tottori', within })).toBeNull();
  const give = (prefectureCode: string) =>
    store.tx((db) => shareNames(db, { organisation, prefectureCode, sharedBy: 'host', at: AT }));
  expect(await give('271403')).toEqual({ ok: false, reason: 'no-such-prefecture' });
  const given = await give('270008');
  expect(given).toMatchObject({ ok: true, written: true });
  expect(await give('270008')).toEqual({ ...given, written: false });

  const [share] = await findNameShares(store.read, { organisation });
  expect(share).toMatchObject({ prefectureName: '大阪府', fromAt: AT, untilAt: null });
  const take = () =>
    store.tx((db) => withdrawNames(db, { organisation, id: share!.id, at: LATER }));
  expect(await take()).toBe('270008');
  expect(await take()).toBeNull();
  expect(await findNameShares(store.read, { organisation })).toMatchObject([{ untilAt: LATER }]);
});
