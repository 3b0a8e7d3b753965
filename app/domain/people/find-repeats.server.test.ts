import { afterEach, beforeEach, expect, test } from 'vitest';
import { personMerges } from '~/db/schema.server';
import type { Store } from '~/db/store.server';
import { AT, makeConsent, makePerson, makeRegion } from '../../../tests/factories';
import { reaching } from '../../../tests/bounds';
import { openTestStore } from '../../../tests/test-store';
import { findRepeats, type FindRepeats } from './find-repeats.server';

const SAKAI = '271403';
const SAKAI_WARD = '271411';
const OTHER_WARD = '271420';
const TOTTORI = '312011';
const within = reaching<'person'>({ areaCodes: [SAKAI] });
const asked = { kana: 'タカサキ　ヨシミ', birthYear: 1980, municipalityCode: SAKAI_WARD, within };

let store: Store;
beforeEach(async () => {
  store = openTestStore();
  await store.tx(async (db) => {
    await makeRegion(db);
    for (const code of [SAKAI_WARD, OTHER_WARD])
      await makeRegion(db, { code, kind: 'administrative-ward', parentCode: SAKAI });
    await makeRegion(db, { code: TOTTORI, name: '鳥取市', prefectureCode: '310000' });
  });
});
afterEach(() => store.close());

type Over = Parameters<typeof makePerson>[1];
const person = (over: Over = {}) =>
  store.tx((db) => makePerson(db, { enrolledAreaCode: SAKAI, birthYear: 1980, ...over }));
const found = async (over: Partial<FindRepeats> = {}) =>
  (await findRepeats(store.read, { ...asked, ...over })).map(({ id }) => id);

test('the same reading, birth year and municipality is told, however the reading is typed', async () => {
  const { id } = await person();
  for (const kana of ['タカサキヨシミ', 'たかさき よしみ', 'ﾀｶｻｷ ﾖｼﾐ', ' タカサキ\u3000ヨシミ '])
    expect(await found({ kana })).toEqual([id]);
  expect(await found({ kana: 'タカサキ ヨシエ' })).toEqual([]);
  expect(await found({ kana: ' 　' })).toEqual([]);
});

test('a birth year that is unknown on one side rules nobody out, another one does', async () => {
  const [known, unknown] = [await person(), await person({ birthYear: null })];
  expect(await found()).toEqual([known.id, unknown.id].sort());
  expect(await found({ birthYear: null })).toEqual([known.id, unknown.id].sort());
  expect(await found({ birthYear: 1981 })).toEqual([unknown.id]);
});

test('all wards of a designated city are one municipality, another city is not', async () => {
  const ids = [
    (await person({ municipalityCode: SAKAI })).id,
    (await person({ municipalityCode: SAKAI_WARD })).id,
    (await person({ municipalityCode: OTHER_WARD })).id,
  ].sort();
  await person({ municipalityCode: TOTTORI });
  for (const municipalityCode of [SAKAI, SAKAI_WARD, OTHER_WARD])
    expect(await found({ municipalityCode })).toEqual(ids);
  expect(await found({ municipalityCode: '999999' })).toEqual([]);
});

test('nobody outside the bound, nobody erased and not herself', async () => {
  await person({ enrolledAreaCode: TOTTORI });
  await person({ enrolledAreaCode: null });
  await person({ erasedAt: AT });
  const { id } = await person();
  expect(await found()).toEqual([id]);
  expect(await found({ exceptId: id })).toEqual([]);
});

test('who agreed to share her name is told until she withdraws', async () => {
  const agreed = await person({ enrolledAreaCode: null });
  const withdrawn = await person({ enrolledAreaCode: null });
  const guardian = await person({ enrolledAreaCode: null });
  await store.tx(async (db) => {
    await makeConsent(db, { personId: agreed.id, areaCode: SAKAI });
    await makeConsent(db, { personId: withdrawn.id, areaCode: SAKAI, withdrawnAt: AT });
    await makeConsent(db, { personId: guardian.id, areaCode: SAKAI, kind: 'guardian' });
  });
  expect(await found()).toEqual([agreed.id]);
});

test('a record that was merged into a visible one stands behind it; a merge with one outside changes nothing', async () => {
  const [kept, merged, own] = [await person(), await person(), await person()];
  const outside = await person({ enrolledAreaCode: TOTTORI });
  await store.tx(async (db) => {
    const merge = { mergedBy: 'officer', mergedAt: AT };
    await db.insert(personMerges).values([
      { id: '1', keptId: kept.id, mergedId: merged.id, ...merge },
      { id: '2', keptId: outside.id, mergedId: own.id, ...merge },
    ]);
  });
  expect(await found()).toEqual([kept.id, own.id].sort());
});
