import { afterEach, beforeEach, expect, test } from 'vitest';
import { regionSuccessions } from '~/db/schema.server';
import type { Store } from '~/db/store.server';
import { everywhere, reaching } from '../../../tests/bounds';
import { AT, makeRegion } from '../../../tests/factories';
import { openTestStore } from '../../../tests/test-store';
import { checkEntry } from './check-entry.server';
import { findEntriesWithin } from './find-entries-within.server';
import { findEntryWithin } from './find-entry-within.server';
import { findShownEntries } from './find-shown-entries.server';
import { keepEntry, type EntryFacts, type KeepEntry } from './keep-entry.server';
import { retireEntry } from './retire-entry.server';

const SAKAI = '271403';
const WARD = '271411';
const OSAKA = '270008';
const TOTTORI = '312011';
const DAY = '2026-09-15';
const LATER = new Date(AT.getTime() + 24 * 60 * 60 * 1000);
const FACTS: EntryFacts = {
  name: '福祉総合相談室',
  kana: 'フクシソウゴウソウダンシツ',
  number: '072-000-0000',
  url: null,
  address: null,
  ways: ['phone'],
  worries: ['money'],
  languages: null,
  forWhom: '市内にお住まいの方',
  hours: null,
  hoursOpen: {
    weekly: [{ days: [1], from: '09:00', to: '17:00' }],
    monthly: [],
    holidays: 'unknown',
  },
  note: null,
  checkEveryDays: 180,
  validUntil: null,
};
const sakai = reaching<'directory'>({ areaCodes: [SAKAI] });
const osaka = reaching<'directory'>({ areaCodes: [OSAKA] });
const tottori = reaching<'directory'>({ areaCodes: [TOTTORI] });

let store: Store;
beforeEach(async () => {
  store = openTestStore();
  await store.tx(async (db) => {
    await makeRegion(db, { code: OSAKA, kind: 'prefecture', name: '大阪府' });
    await makeRegion(db);
    await makeRegion(db, { code: WARD, kind: 'administrative-ward', parentCode: SAKAI });
    await makeRegion(db, { code: TOTTORI, kind: 'city', prefectureCode: '310000' });
  });
});
afterEach(() => store.close());

const keep = (over: Partial<KeepEntry> = {}) =>
  store.tx((db) =>
    keepEntry(db, {
      facts: FACTS,
      entry: { newId: 'a', areaCode: SAKAI },
      within: sakai,
      actorId: 'officer',
      at: AT,
      ...over,
    }),
  );
const find = (areaCode = SAKAI, within = sakai) =>
  findEntryWithin(store.read, { id: 'a', areaCode, within, day: DAY });
const shown = async (...areaCodes: string[]) =>
  (await findShownEntries(store.read, { areaCodes, day: DAY })).map(({ id }) => id);

test('a form that is sent twice adds one window, looked at that day', async () => {
  expect(await keep()).toEqual({ ok: true, written: true });
  expect(await keep({ facts: { ...FACTS, name: '別の名前' } })).toEqual({
    ok: true,
    written: false,
  });
  expect(await find()).toMatchObject({ ...FACTS, lastChecked: DAY, checkedBy: 'officer' });
});

test('a window is added only within the bound', async () => {
  expect(await keep({ entry: { newId: 'a', areaCode: TOTTORI } })).toEqual({
    ok: false,
    reason: 'area-not-yours',
  });
  expect(await keep({ entry: { newId: 'a', areaCode: '999999' }, within: everywhere() })).toEqual({
    ok: false,
    reason: 'area-not-yours',
  });
});

test("another city's officer finds nothing, nor does an address of another area", async () => {
  await keep();
  expect(await find(SAKAI, tottori)).toBeNull();
  expect(await find(TOTTORI, tottori)).toBeNull();
  expect(await find(TOTTORI, everywhere())).toBeNull();
  // A prefecture reaches what lies in it; its own page still has only its own.
  expect(await find(OSAKA, osaka)).toBeNull();
  expect(await findEntriesWithin(store.read, { within: tottori, day: DAY })).toEqual([]);
});

test('a change writes once, and counts as looking at it', async () => {
  await keep();
  const facts = { ...FACTS, note: '予約がなくても相談できます。' };
  const change = async (at: Date) => keep({ entry: (await find())!, facts, at, actorId: 'two' });
  expect(await change(LATER)).toEqual({ ok: true, written: true });
  expect(await change(LATER)).toEqual({ ok: true, written: false });
  expect(await find()).toMatchObject({ note: facts.note, lastChecked: '2026-09-16' });
});

test('it is checked once a day, and not when it is retired', async () => {
  await keep();
  const check = async (at: Date) => {
    const entry = (await find())!;
    return store.tx((db) => checkEntry(db, { entry, actorId: 'two', at }));
  };
  expect(await check(AT)).toBe(false);
  expect(await check(LATER)).toBe(true);
  expect(await check(LATER)).toBe(false);
  expect(await find()).toMatchObject({ lastChecked: '2026-09-16', checkedBy: 'two' });
});

test('what is retired or over is shown to nobody, and stays on record', async () => {
  await keep({ facts: { ...FACTS, validUntil: DAY } });
  expect(await shown(SAKAI)).toEqual(['a']);
  const next = { areaCodes: [SAKAI], day: '2026-09-16' };
  expect(await findShownEntries(store.read, next)).toEqual([]);
  const entry = (await find())!;
  const retire = () => store.tx((db) => retireEntry(db, { entry, at: LATER }));
  expect([await retire(), await retire()]).toEqual([true, false]);
  expect(await shown(SAKAI)).toEqual([]);
  const asked = { within: sakai, areaCode: SAKAI, day: DAY };
  expect(await findEntriesWithin(store.read, asked)).toEqual([]);
  expect(await findEntriesWithin(store.read, { ...asked, retired: true })).toHaveLength(1);
});

test('who looked at it is not shown, and areas are asked for by name', async () => {
  await keep();
  await keep({
    entry: { newId: 'b', areaCode: OSAKA },
    within: osaka,
    facts: { ...FACTS, kana: 'ア' },
  });
  expect(await shown()).toEqual([]);
  expect(await shown(WARD)).toEqual([]);
  expect(await shown(WARD, SAKAI, OSAKA)).toEqual(['b', 'a']);
  const [row] = await findShownEntries(store.read, { areaCodes: [SAKAI], day: DAY });
  expect(row).not.toHaveProperty('checkedBy');
});

test('the windows of a town that was merged are the new town’s from that day on', async () => {
  await keep();
  await store.tx(async (db) => {
    await db
      .insert(regionSuccessions)
      .values({ fromCode: SAKAI, toCode: TOTTORI, day: '2026-09-15' });
  });
  expect(await shown(TOTTORI)).toEqual(['a']);
  const before = { areaCodes: [TOTTORI], day: '2026-09-14' };
  expect(await findShownEntries(store.read, before)).toEqual([]);
});
