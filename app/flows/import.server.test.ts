import { eq } from 'drizzle-orm';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { enrolmentBound } from '~/auth/policies/enrolment';
import { personBound } from '~/auth/policies/person';
import { countRows } from '~/domain/imports/count-rows.server';
import { findBatch } from '~/domain/imports/find-batch.server';
import { findMapping } from '~/domain/imports/find-mapping.server';
import { findRows } from '~/domain/imports/find-rows.server';
import { forgetImportCells } from '~/domain/imports/forget-import-cells.server';
import { findEnrollingArea } from '~/domain/regions/find-enrolling-area.server';
import { auditLog, importRows, jobs, people } from '~/db/schema.server';
import type { Store } from '~/db/store.server';
import { AT, makeEnrolment, makeCourse, makePerson, makeRegion } from '../../tests/factories';
import { openTestStore } from '../../tests/test-store';
import { checkImport } from './check-import.server';
import { startImport } from './start-import.server';
import { orderImport, takeImport } from './take-import.server';
import { undoImport } from './undo-import.server';

const HOUR_MS = 3_600_000;
const GRANTS = [{ role: 'municipal-officer' as const, areaCode: '271403', organisationId: null }];
const within = enrolmentBound(GRANTS);
const OFFICER = 'officer';

async function openOffice(): Promise<Store> {
  const store = openTestStore();
  await store.tx(async (db) => {
    const osaka = { prefectureCode: '270008' };
    await makeRegion(db, { code: '270008', kind: 'prefecture', name: '大阪府', ...osaka });
    await makeRegion(db, { code: '271403', kind: 'designated-city', name: '堺市', ...osaka });
    await makeRegion(db, {
      code: '271411',
      kind: 'administrative-ward',
      name: '堺区',
      parentCode: '271403',
      ...osaka,
    });
    await makeRegion(db, { code: '272078', kind: 'city', name: '高槻市', ...osaka });
    await makePerson(db, { id: OFFICER, name: '係 一郎', kanaKey: 'カカリ' });
  });
  return store;
}

async function handIn(store: Store, text: string, at = AT) {
  const area = await findEnrollingArea(store.read, { code: '271403', within });
  const file = { name: '名簿.csv', bytes: Buffer.from(text) };
  const started = await startImport(store, { area: area!, officerId: OFFICER, file, at });
  if (!started.ok) throw new Error(started.reason);
  return started.id;
}

const batchOf = async (store: Store, id: string) =>
  (await findBatch(store.read, { id, areaCode: '271403', within }))!;

async function check(store: Store, id: string, at = AT) {
  const batch = await batchOf(store, id);
  await checkImport(store, { batch, mapping: batch.mapping, within: personBound(GRANTS), at });
  return batchOf(store, id);
}

async function order(store: Store, id: string, withoutRepeats = false, at = AT) {
  const batch = await batchOf(store, id);
  return orderImport(store, { batch, withoutRepeats, actorId: OFFICER, at });
}

async function take(store: Store, text: string, at = AT) {
  const id = await handIn(store, text, at);
  await check(store, id, at);
  await order(store, id, false, at);
  await takeImport(store, { batchId: id, actorId: OFFICER, at });
  return batchOf(store, id);
}

const codesOf = async (store: Store, id: string) =>
  (await findRows(store.read, { batch: await batchOf(store, id), limit: 100 })).map((row) => [
    row.rowNumber,
    row.state,
    ...row.findings.map(({ code }) => code),
  ]);

const peopleIn = async (store: Store) =>
  (await store.read.select().from(people)).filter(({ id }) => id !== OFFICER);

const HEAD = '氏名,フリガナ,生年月日,市区町村,メール\r\n';
const HANAKO = '山田 花子,やまだ はなこ,S30.4.1,堺区,hanako@example.jp\r\n';
const TARO = '山田 太郎,ﾔﾏﾀﾞ ﾀﾛｳ,1955/4/1,,\r\n';
const WRONG = ',ヤマダ,いつか,高槻市,a@b\r\n';

test('a list becomes people with numbers, and an account in which every row stands', async () => {
  const store = await openOffice();
  const batch = await take(store, `令和8年度 名簿\r\n${HEAD}${HANAKO}\r\n${WRONG}${TARO}${HANAKO}`);
  expect(batch).toMatchObject({ state: 'done', total: 4, taken: 2, refused: 2 });
  expect(await codesOf(store, batch.id)).toEqual([
    [3, 'taken'],
    [5, 'refused', 'name-empty', 'birth-wrong', 'municipality-outside', 'email-wrong'],
    [6, 'taken'],
    [7, 'refused', 'row-twice'],
  ]);
  const [hanako] = (await peopleIn(store)).filter(({ name }) => name === '山田 花子');
  expect(hanako).toMatchObject({
    kana: 'ヤマダ　ハナコ',
    birthYear: 1955,
    municipalityCode: '271411',
    enrolledAreaCode: '271403',
    ageBand: '70s',
    email: 'hanako@example.jp',
  });
  expect(hanako!.number).toMatch(/^\d{12}$/);
  const rows = await store.read.select().from(importRows);
  expect(rows.map(({ state, cells }) => (state === 'taken' ? cells.length : 'kept'))).toEqual([
    0,
    'kept',
    0,
    'kept',
  ]);
  const log = await store.read.select().from(auditLog);
  expect(log.map(({ action, detail }) => [action, detail])).toEqual([
    ['import.start', { rows: 4, format: 'utf-8' }],
    ['import.take', { taken: 2, refused: 2 }],
  ]);
});

test('the same list again, and the refused rows put right, double nobody', async () => {
  const store = await openOffice();
  await take(store, HEAD + HANAKO + TARO + WRONG);
  const again = await take(store, HEAD + HANAKO + TARO + WRONG.replace('a@b', 'a@b.jp'));
  expect(again).toMatchObject({ taken: 0, refused: 3 });
  expect((await codesOf(store, again.id))[0]).toEqual([2, 'refused', 'taken-before']);
  const mended = await take(
    store,
    `氏名,フリガナ,生年月日,市区町村,メール,もとの行,取り込まれなかった理由\r\n山田 三郎,ヤマダ,,堺市,,4,お名前が空です\r\n${HANAKO}`,
  );
  expect(mended.header).toEqual(['氏名', 'フリガナ', '生年月日', '市区町村', 'メール']);
  expect(mended).toMatchObject({ taken: 1, refused: 1 });
  expect(await peopleIn(store)).toHaveLength(3);
});

test('pressing twice takes once, and sending a file twice is one list', async () => {
  const store = await openOffice();
  const id = await handIn(store, HEAD + HANAKO);
  expect(await handIn(store, HEAD + HANAKO)).toBe(id);
  expect(await order(store, id)).toBe(false);
  await check(store, id);
  expect(await order(store, id)).toBe(true);
  expect(await order(store, id)).toBe(false);
  const batch = await batchOf(store, id);
  const checked = { batch, mapping: {}, within: personBound(GRANTS), at: AT };
  expect(await checkImport(store, checked)).toBe(false);
  const doing = { batchId: id, actorId: OFFICER, at: AT };
  await Promise.all([takeImport(store, doing), takeImport(store, doing)]);
  await takeImport(store, doing);
  expect(await peopleIn(store)).toHaveLength(1);
  expect(await store.read.select().from(jobs)).toHaveLength(1);
  const log = await store.read.select().from(auditLog);
  expect(log.filter(({ action }) => action === 'import.take')).toHaveLength(1);
});

test('whoever goes on after a crash takes only what still waits', async () => {
  const store = await openOffice();
  const rows = Array.from({ length: 100 }, (_, i) => `人 ${i},ヒト ${'アイウエオ'[i % 5]},,,\r\n`);
  const id = await handIn(store, HEAD + rows.join(''));
  await check(store, id);
  await order(store, id);
  let transactions = 0;
  const dying: Store = {
    ...store,
    tx: (work) => {
      transactions += 1;
      if (transactions > 2) throw new Error('the process ends');
      return store.tx(work);
    },
  };
  const doing = { batchId: id, actorId: OFFICER, at: AT };
  await expect(takeImport(dying, doing)).rejects.toThrow('the process ends');
  expect(await countRows(store.read, { batchId: id })).toMatchObject({ taken: 80, waiting: 20 });
  expect(await batchOf(store, id)).toMatchObject({ state: 'taking', doneAt: null });
  await takeImport(store, doing);
  expect(await batchOf(store, id)).toMatchObject({ state: 'done', taken: 100, refused: 0 });
  expect(await peopleIn(store)).toHaveLength(100);
});

test('who may be on record already is told of, and taken or left out as the officer says', async () => {
  for (const leftOut of [false, true]) {
    const store = await openOffice();
    await take(store, HEAD + HANAKO);
    const again = HANAKO.replace('山田', '川田').replace('hanako', 'other');
    const id = await handIn(store, HEAD + again + TARO);
    await check(store, id);
    expect(await codesOf(store, id)).toEqual([
      [2, 'waiting', 'repeat'],
      [3, 'waiting'],
    ]);
    await order(store, id, leftOut);
    await takeImport(store, { batchId: id, actorId: OFFICER, at: AT });
    const account = leftOut ? { taken: 1, refused: 1 } : { taken: 2, refused: 0 };
    expect(await batchOf(store, id)).toMatchObject(account);
  }
});

test('other columns may be chosen until the list is taken, and are remembered for lists like it', async () => {
  const store = await openOffice();
  const id = await handIn(store, 'だれ,よみ\r\n山田 花子,ヤマダ\r\n');
  const before = await check(store, id);
  expect(await codesOf(store, id)).toEqual([[2, 'refused', 'name-empty']]);
  const mapping = { name: 0, kana: 1, audience: 'police' };
  const batch = await batchOf(store, id);
  await checkImport(store, { batch, mapping, within: personBound(GRANTS), at: AT });
  expect(await codesOf(store, id)).toEqual([[2, 'waiting']]);
  expect(before.mapping).not.toEqual(mapping);
  const header = ['だれ', 'よみ'];
  expect(await findMapping(store.read, { areaCode: '271403', header })).toEqual(mapping);
  expect(await findMapping(store.read, { areaCode: '312011', header })).toBeNull();
});

test('a list is taken back as a whole within a day, but for who has come', async () => {
  for (const [later, expected] of [
    [24 * HOUR_MS, { ok: true, gone: 1, kept: 1 }],
    [24 * HOUR_MS + 1000, { ok: false, reason: 'too-late' }],
  ] as const) {
    const store = await openOffice();
    const batch = await take(store, HEAD + HANAKO + TARO + WRONG);
    const [hanako] = (await peopleIn(store)).filter(({ name }) => name === '山田 花子');
    const course = await store.tx((db) => makeCourse(db));
    await store.tx((db) => makeEnrolment(db, { personId: hanako!.id, courseId: course.id }));
    const undo = { batch, undoneBy: OFFICER, at: new Date(AT.getTime() + later) };
    expect(await undoImport(store, undo)).toEqual(expected);
    const left = (await peopleIn(store)).map(({ name }) => name);
    if (!expected.ok) {
      expect(left).toHaveLength(2);
      continue;
    }
    expect(left).toEqual(['山田 花子']);
    const undone = await batchOf(store, batch.id);
    expect(undone).toMatchObject({ state: 'undone', total: 3, taken: 1, refused: 2 });
    expect(await undoImport(store, { ...undo, batch: undone })).toMatchObject({ ok: false });
    const again = await take(store, `${HEAD}${HANAKO}${TARO}`);
    expect(again).toMatchObject({ taken: 1, refused: 1 });
  }
});

test('cells are kept thirty days for putting right, and keys no longer than their person', async () => {
  const store = await openOffice();
  const batch = await take(store, HEAD + HANAKO + WRONG);
  const left = await handIn(store, HEAD + TARO);
  const day = (days: number) => new Date(AT.getTime() + days * 24 * HOUR_MS);
  const forget = (at: Date) => store.tx((db) => forgetImportCells(db, { at }));
  expect(await forget(day(30))).toEqual({ rows: 0, keys: 0 });
  await store.tx(async (db) => {
    await db.update(people).set({ erasedAt: AT }).where(eq(people.name, '山田 花子'));
  });
  expect(await forget(new Date(day(30).getTime() + 1))).toEqual({ rows: 1, keys: 1 });
  const rows = await store.read.select().from(importRows);
  expect(rows.every(({ cells, rowKey }) => cells.length === 0 && rowKey === null)).toBe(true);
  expect(await batchOf(store, batch.id)).toMatchObject({ state: 'done', taken: 1, refused: 1 });
  expect(await batchOf(store, left)).toMatchObject({ state: 'undone', taken: 0, refused: 1 });
});

test('a list of another area, and one that is not there, answer alike', async () => {
  const store = await openOffice();
  const id = await handIn(store, HEAD + HANAKO);
  const foreign = enrolmentBound([{ ...GRANTS[0]!, areaCode: '272078' }]);
  const look = (over: object) => findBatch(store.read, { id, areaCode: '271403', within, ...over });
  expect(await look({})).not.toBeNull();
  expect(await look({ within: foreign })).toBeNull();
  expect(await look({ within: foreign, areaCode: '272078' })).toBeNull();
  expect(await look({ id: 'nobody' })).toBeNull();
  expect(await findEnrollingArea(store.read, { code: '270008', within })).toBeNull();
  expect(await findEnrollingArea(store.read, { code: '272078', within })).toBeNull();
});

test('whatever stands in a list, as many rows come out as went in', async () => {
  const cell = fc.oneof(
    fc.constantFrom(
      '山田 花子',
      'ヤマダ',
      '1955',
      '堺市',
      '',
      ' ',
      '"',
      '😀',
      '\u202E',
      '=1',
      'a@b.jp',
    ),
    fc.string({ unit: 'grapheme', maxLength: 20 }),
  );
  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(cell, { minLength: 1, maxLength: 6 }), { maxLength: 30 }),
      async (table) => {
        const store = await openOffice();
        const lines = table.map((row) => row.map(quoted).join(','));
        const text = `${HEAD}${HANAKO}${lines.join('\r\n')}`;
        const area = await findEnrollingArea(store.read, { code: '271403', within });
        const file = { name: 'a', bytes: Buffer.from(text) };
        const started = await startImport(store, { area: area!, officerId: OFFICER, file, at: AT });
        if (!started.ok) return;
        await check(store, started.id);
        await order(store, started.id);
        await takeImport(store, { batchId: started.id, actorId: OFFICER, at: AT });
        const batch = await batchOf(store, started.id);
        expect(batch.state).toBe('done');
        expect(batch.taken + batch.refused).toBe(batch.total);
        expect(await peopleIn(store)).toHaveLength(batch.taken);
        const filled = table.filter((row) => row.some((one) => one.trim() !== ''));
        expect(batch.total).toBe(filled.length + 1);
        store.close();
      },
    ),
    { numRuns: 40 },
  );
});
