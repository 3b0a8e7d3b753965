import { afterEach, beforeEach, expect, test } from 'vitest';
import { auditLog } from '~/db/schema.server';
import type { Store } from '~/db/store.server';
import { findEntryWithin } from '~/domain/directory/find-entry-within.server';
import type { EntryFacts } from '~/domain/directory/keep-entry.server';
import { reaching } from '../../tests/bounds';
import { AT, makeRegion } from '../../tests/factories';
import { openTestStore } from '../../tests/test-store';
import { checkWindow, keepWindow, retireWindow } from './tend-directory.server';
import { entriesToCheck } from './windows-to-check.server';

const SAKAI = '271403';
const within = reaching<'directory'>({ areaCodes: [SAKAI] });
const facts: EntryFacts = {
  name: '福祉総合相談室',
  kana: 'フクシ',
  number: '072-000-0000',
  url: null,
  address: null,
  ways: ['phone'],
  worries: ['money'],
  languages: null,
  forWhom: '市内の方',
  hours: '平日',
  hoursOpen: null,
  note: null,
  checkEveryDays: 30,
  validUntil: '2027-01-01',
};
const LATER = new Date('2026-10-20T12:00:00+09:00');

let store: Store;
beforeEach(async () => {
  store = openTestStore();
  await store.tx((db) => makeRegion(db));
});
afterEach(() => store.close());

const by = (at: Date) => ({ within, actorId: 'officer', at });
const due = async (day: string) =>
  (await entriesToCheck(store.read, { within, areaCode: SAKAI, day })).map((one) => one.due);

test('each deed has one line in the log, however often it is pressed', async () => {
  const entry = { newId: 'a', areaCode: SAKAI };
  await keepWindow(store, { facts, entry, ...by(AT) });
  await keepWindow(store, { facts, entry, ...by(AT) });
  const find = async () =>
    (await findEntryWithin(store.read, { id: 'a', areaCode: SAKAI, within, day: '2026-10-20' }))!;
  for (let i = 0; i < 2; i++) await checkWindow(store, { entry: await find(), ...by(LATER) });
  const changed = { ...facts, name: '総合相談' };
  for (let i = 0; i < 2; i++) {
    await keepWindow(store, { facts: changed, entry: await find(), ...by(LATER) });
  }
  const old = await find();
  for (let i = 0; i < 2; i++) await retireWindow(store, { entry: old, ...by(LATER) });
  const log = await store.read.select().from(auditLog);
  expect(log.map(({ action }) => action)).toEqual([
    'directory.add',
    'directory.check',
    'directory.change',
    'directory.retire',
  ]);
  expect(log[0]).toMatchObject({ subjectId: 'a', areaCode: SAKAI, actorId: 'officer' });
  expect(JSON.stringify(log)).not.toContain('総合相談');
});

test('it is due the day after its limit, and over the day after its last day', async () => {
  await keepWindow(store, { facts, entry: { newId: 'a', areaCode: SAKAI }, ...by(AT) });
  expect(await due('2026-10-15')).toEqual([]);
  expect(await due('2026-10-16')).toEqual([{ stale: true, over: false }]);
  expect(await due('2027-01-01')).toEqual([{ stale: true, over: false }]);
  expect(await due('2027-01-02')).toEqual([{ stale: false, over: true }]);
});
