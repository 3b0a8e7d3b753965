import { getTableConfig, SQLiteTable } from 'drizzle-orm/sqlite-core';
import { is } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test } from 'vitest';
import * as schema from '~/db/schema.server';
import type { Store } from '~/db/store.server';
import { collectOwnRecord } from '~/flows/collect-own-record.server';
import { ownRecordPage } from '~/flows/own-record-page.server';
import { RECORD_FIELDS, RECORD_TITLES } from '~/flows/own-record-words';
import { AT, makeCourse, makeGuest, makeOrganisation, makePerson, makeRegion } from './factories';
import { openTestStore } from './test-store';
import { makeWholePerson, MARKS } from './whole-person';

// Whatever is kept about a person is in the copy she takes: a table that is added without it fails here.

/** Tables that name a person in some column and are not in the copy, and why. */
const LEFT_OUT: Record<string, string> = {
  directoryEntries:
    'a window of an office, which anyone may read; who looked at it last is in the log',
  nameShares:
    'what a contact did for her host; that she did it is in the log, which is in the copy',
};
/** What is left out of the rows: it lets somebody in, or is made of what stands beside it. */
const SECRET = [
  'hash',
  'hash-of-hers',
  'login-hash',
  'continue-hash',
  'sealed-secret',
  'follow-up-hash',
  'public-key',
];

const NAMES_A_PERSON =
  /(^|_)(person|officer|actor|creator|holder)_?|_by$|^(kept|merged|first|second)_id$|^(to_address|email)$/;

function tablesOfPeople(): string[] {
  return Object.entries(schema).flatMap(([name, table]) => {
    if (!is(table, SQLiteTable)) return [];
    const { columns, foreignKeys } = getTableConfig(table);
    const leadsToPeople = foreignKeys.some(
      (key) => key.reference().foreignTable === (schema.people as SQLiteTable),
    );
    const isNamed = columns.some((column) => NAMES_A_PERSON.test(column.name));
    const leadsToHers = foreignKeys.some((key) =>
      [schema.enrolments, schema.attempts].includes(key.reference().foreignTable as never),
    );
    return leadsToPeople || isNamed || leadsToHers || name === 'people' ? [name] : [];
  });
}

let store: Store;
beforeEach(async () => {
  store = openTestStore();
  await store.tx(async (db) => {
    await makeRegion(db);
    await makeRegion(db, { code: '271411', kind: 'administrative-ward', parentCode: '271403' });
    const { id: organisationId } = await makeOrganisation(db);
    const { id: courseId } = await makeCourse(db, { id: 'first-step' });
    await makePerson(db, { id: 'officer', number: '1', name: '担当 一郎' });
    await makePerson(db, { id: 'other', number: '2', name: '別の 人' });
    const around = { courseId, organisationId, officerId: 'officer', otherId: 'other' };
    await makeWholePerson(db, around);
  });
});
afterEach(() => store.close());

test('every table that can hold a row of hers is in the copy, or left out for a reason', async () => {
  const record = await collectOwnRecord(store.read, { personId: 'whole' });
  const known = [...Object.keys(record), ...Object.keys(LEFT_OUT)];
  expect(tablesOfPeople().filter((table) => !known.includes(table))).toEqual([]);
  expect(tablesOfPeople()).toEqual(
    expect.arrayContaining(['people', 'consents', 'mails', 'auditLog']),
  );
  const empty = Object.entries(record).filter(([, rows]) => rows.length === 0);
  expect(empty.map(([table]) => table)).toEqual(['importBatches']);
});

test('both of her records are in it, no secret and nobody else', async () => {
  const record = await collectOwnRecord(store.read, { personId: 'whole-2' });
  expect(record.people).toMatchObject([{ id: 'whole' }, { id: 'whole-2' }]);
  expect(record.certificates).toHaveLength(2);
  expect(record.consents).toHaveLength(2);
  expect(record.auditLog).toMatchObject([
    { action: 'person.view', purpose: '名簿の確認', byHerself: false, aboutHerself: true },
  ]);
  const text = JSON.stringify(record);
  for (const mark of [MARKS.name, MARKS.kana, MARKS.email, MARKS.number])
    expect(text).toContain(mark);
  for (const secret of SECRET) expect(text).not.toContain(`"${secret}"`);
  for (const other of ['担当 一郎', '別の 人', '"officer"', '"other"'])
    expect(text).not.toContain(other);
});

test('every part and every column has its word in the readable copy', async () => {
  const record = await collectOwnRecord(store.read, { personId: 'whole' });
  expect(Object.keys(record).filter((table) => !RECORD_TITLES[table])).toEqual([]);
  const fields = new Set(Object.values(record).flatMap((rows) => rows.flatMap(Object.keys)));
  expect([...fields].filter((field) => !RECORD_FIELDS[field])).toEqual([]);
  const page = ownRecordPage(record, { at: AT });
  expect(page).toContain(MARKS.name);
  for (const word of ['名前を伝える同意', '女性', '40代', '一般住民', '在住'])
    expect(page).toContain(word);
  expect(page).toContain('令和8年（2026年）9月15日 12:00');
  expect(page).not.toMatch(/<script|<img|<link|https?:\/\/(?!city\.example|tsunagu\.example)/);
});

test('what somebody typed is text in the copy, whatever it looks like', () => {
  const name = '<script>alert("x")</script>&\'';
  const page = ownRecordPage({ people: [{ name }] }, { at: AT });
  expect(page).toContain('&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;&amp;&#39;');
});

test('a learner without an account has a copy too', async () => {
  await store.tx((db) => makeGuest(db, { id: 'guest' }));
  const record = await collectOwnRecord(store.read, { personId: 'guest' });
  expect(record.people).toMatchObject([{ id: 'guest', name: null }]);
  expect(Object.keys(record)).toContain('answers');
});
