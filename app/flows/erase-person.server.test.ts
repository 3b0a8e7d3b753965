import { readFileSync, rmSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { eq, getTableName, is } from 'drizzle-orm';
import { SQLiteTable } from 'drizzle-orm/sqlite-core';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { hashPassword } from '~/auth/password.server';
import { findSignedIn } from '~/auth/find-signed-in.server';
import { findVisitor } from '~/auth/guards.server';
import { reportBound } from '~/auth/policies/report';
import { startSession } from '~/auth/session.server';
import { migrateConnection } from '~/db/migrate.server';
import * as schema from '~/db/schema.server';
import { openStore, type Db, type Store } from '~/db/store.server';
import { verifyAudit } from '~/domain/audit/verify-audit.server';
import { findCourseFigures } from '~/domain/learning/find-course-figures.server';
import { redeemContinueCode } from '~/domain/people/redeem-continue-code.server';
import { registerPerson } from '~/domain/people/register-person.server';
import { addToCounts } from '~/domain/reporting/add-to-counts.server';
import { findAreaReport } from '~/domain/reporting/find-area-report.server';
import { findReportArea } from '~/domain/reporting/find-report-area.server';
import { rebuildCounts } from '~/domain/reporting/rebuild-counts.server';
import {
  AT,
  makeCompletion,
  makeCourse,
  makeEnrolment,
  makeGrant,
  makeGuest,
  makeOrganisation,
  makePerson,
  makeRegion,
} from '../../tests/factories';
import { makeWholePerson, MARKS } from '../../tests/whole-person';
import { erasePerson } from './erase-person.server';

const { people, certificates, completionCounts, importRows, mails, invitations, roleGrants } =
  schema;
const DAY_MS = 24 * 60 * 60 * 1000;
const LATER = new Date(AT.getTime() + DAY_MS);
const AREAS = ['000000', '270008', '271403', '271411', '310000', '312011'];

let folder: string;
let path: string;
let store: Store;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tsunagu-erase-'));
  path = join(folder, 't.db');
  const connection = new Database(path);
  migrateConnection(connection);
  connection.close();
  store = openStore(path);
  await store.tx(populate);
});
afterEach(() => {
  store.close();
  rmSync(folder, { recursive: true });
});

async function populate(db: Db) {
  await makeRegion(db, { code: '270008', kind: 'prefecture', name: '大阪府' });
  await makeRegion(db, { code: '310000', kind: 'prefecture', prefectureCode: '310000' });
  await makeRegion(db);
  const ward = { kind: 'administrative-ward', parentCode: '271403', name: '堺区' } as const;
  await makeRegion(db, { code: '271411', ...ward });
  await makeRegion(db, { code: '312011', kind: 'city', prefectureCode: '310000' });
  const { id: organisationId } = await makeOrganisation(db);
  const { id: courseId } = await makeCourse(db, { id: 'first-step' });
  const officer = await makePerson(db, { id: 'officer', name: '担当 一郎', number: '1' });
  for (let i = 0; i < 8; i += 1) {
    const { id: personId } = await makePerson(db, { id: `neighbour-${i}`, number: `2${i}` });
    await makeEnrolment(db, { personId, courseId });
    const place = i % 2 ? { municipalityCode: '271411' } : { municipalityCode: '312011' };
    const prefectureCode = i % 2 ? '270008' : '310000';
    const made = { personId, organisationId, ...place, prefectureCode };
    const { id: completionId } = await makeCompletion(db, made);
    await addToCounts(db, { completionId });
  }
  const around = { courseId, organisationId, officerId: officer.id, otherId: 'neighbour-1' };
  await makeWholePerson(db, around);
  await rebuildCounts(db);
}

const erase = (over: Partial<Parameters<typeof erasePerson>[1]> = {}) =>
  erasePerson(store, { personId: 'whole', why: 'own-wish', at: LATER, ...over });

/** Every report of every area, year and programme, and what hosts and trainers are told. */
async function readReports() {
  const db = store.read;
  const grants = [{ role: 'national-viewer', areaCode: null, organisationId: null } as const];
  const reports: unknown[] = [await findCourseFigures(db)];
  for (const code of AREAS) {
    const area = await findReportArea(db, { code, within: reportBound(grants) });
    if (!area) throw new Error(`no report of ${code}`);
    for (const fiscalYear of [2025, 2026]) {
      for (const programmeCode of ['*', 'gatekeeper-first-step']) {
        reports.push(await findAreaReport(db, { area, fiscalYear, programmeCode, at: AT }));
      }
    }
  }
  return reports;
}

const readCells = () =>
  store.read
    .select()
    .from(completionCounts)
    .orderBy(
      completionCounts.areaCode,
      completionCounts.fiscalYear,
      completionCounts.programmeCode,
      completionCounts.month,
      completionCounts.audience,
    );

/** Where in the whole database one of these stands. */
async function findText(texts: string[]) {
  const found: string[] = [];
  for (const table of Object.values(schema).filter((one) => is(one, SQLiteTable))) {
    for (const row of await store.read.select().from(table as typeof people)) {
      const text = JSON.stringify(row).toLowerCase();
      for (const one of texts) {
        if (text.includes(one.toLowerCase())) found.push(`${getTableName(table as never)}: ${one}`);
      }
    }
  }
  return found;
}

test('every report is the same before and after, also when all is counted anew', async () => {
  const before = { reports: await readReports(), cells: await readCells() };
  expect(before.cells.some(({ people: n, completions }) => n < completions)).toBe(true);
  await erase();
  expect(await readReports()).toEqual(before.reports);
  await store.tx((db) => rebuildCounts(db));
  expect(await readReports()).toEqual(before.reports);
  expect(await readCells()).toEqual(before.cells);
});

test('nothing in any table says her name, reading, address or number, nor do the bytes of the file', async () => {
  const texts = [...Object.values(MARKS), '700000000025', 'furui@', '花世', 'hanayo'];
  expect((await findText(texts)).length).toBeGreaterThan(15);
  await erase();
  expect(await findText(texts)).toEqual([]);
  store.close();
  const connection = new Database(path);
  connection.pragma('wal_checkpoint(TRUNCATE)');
  connection.close();
  const bytes = readFileSync(path);
  expect(texts.filter((text) => bytes.includes(Buffer.from(text, 'utf8')))).toEqual([]);
  store = openStore(path);
});

test('both of her records are emptied and lead nowhere; her neighbours keep all that is theirs', async () => {
  const before = await store.read.select().from(people);
  await erase();
  const after = await store.read.select().from(people);
  for (const id of ['whole', 'whole-2']) {
    const { id: _, createdAt, erasedAt, demo, ...rest } = after.find((one) => one.id === id)!;
    expect([erasedAt, demo, createdAt]).toEqual([LATER, false, AT]);
    expect(Object.values(rest).every((value) => value === null)).toBe(true);
  }
  const others = (rows: typeof before) => rows.filter(({ id }) => !id.startsWith('whole'));
  expect(others(after)).toEqual(others(before));
  expect(await store.read.select().from(importRows)).toMatchObject([
    { state: 'taken', cells: [], rowKey: null, personId: null },
    { state: 'refused', cells: [], rowKey: null },
    { state: 'refused', cells: [], rowKey: null },
    { cells: ['別の人', '1961'], rowKey: 'other' },
  ]);
  expect(await store.read.select().from(mails)).toEqual([]);
  expect(await store.read.select().from(roleGrants)).toEqual([]);
  expect(await store.read.select().from(invitations).orderBy(invitations.id)).toMatchObject([
    { id: 'by-her', endedAt: LATER },
    { id: 'to-her', note: '' },
  ]);
  expect(await verifyAudit(store.read, { heads: [] })).toMatchObject({ fault: null });
});

test('her certificates answer that they were withdrawn at the wish of who held them, and name nobody', async () => {
  await store.tx(async (db) => {
    const before = { withdrawnAt: AT, withdrawnBy: 'officer', withdrawnReason: 'misprint' };
    await db.update(certificates).set(before).where(eq(certificates.code, 'WH0LE0000002'));
  });
  await erase();
  const rows = await store.read.select().from(certificates).orderBy(certificates.code);
  const empty = { holderName: '', holderKana: '' };
  expect(rows).toMatchObject([
    { ...empty, withdrawnReason: 'holder-wish', withdrawnAt: LATER },
    { ...empty, withdrawnReason: 'misprint', withdrawnAt: AT },
  ]);
});

test('where a record was kept long enough, its certificates say that', async () => {
  await erase({ why: 'retention' });
  const rows = await store.read.select().from(certificates);
  expect(rows.map((row) => row.withdrawnReason)).toEqual(['retention', 'retention']);
});

test('two clicks at once and a third later are one', async () => {
  const done = await Promise.all([erase(), erase()]);
  expect(done).toEqual([
    { ok: true, before: false },
    { ok: true, before: true },
  ]);
  expect(await erase({ at: new Date(LATER.getTime() + DAY_MS) })).toEqual({
    ok: true,
    before: true,
  });
  const deeds = await store.read
    .select()
    .from(schema.auditLog)
    .where(eq(schema.auditLog.action, 'person.erase'));
  expect(deeds.map(({ subjectId }) => subjectId).sort()).toEqual(['whole', 'whole-2']);
});

test('by the record that was merged, all of it goes too', async () => {
  await erase({ personId: 'whole-2' });
  expect(await findText(Object.values(MARKS))).toEqual([]);
});

test('her cookie and codes are dead, signing in says what it says to anybody unknown, her form makes nobody', async () => {
  const context = {
    store,
    origin: 'http://localhost',
    secret: 's'.repeat(32),
    clientAddress: '::1',
  };
  const hash = await hashPassword('ame to kumo no aida');
  await store.tx((db) => db.update(schema.passwords).set({ hash }));
  const { setCookie } = await startSession(context, 'whole');
  const asHer = () =>
    findVisitor(
      new Request('http://localhost/my', { headers: { Cookie: setCookie.split(';')[0]! } }),
      { ...context },
    );
  const signIn = (identifier: string) =>
    findSignedIn(context, { identifier, password: 'ame to kumo no aida', at: LATER });
  expect(await asHer()).toMatchObject({ personId: 'whole' });
  expect(await signIn(MARKS.email)).toMatchObject({ ok: true });
  await erase();
  expect(await asHer()).toBeNull();
  expect(await signIn(MARKS.email)).toEqual(await signIn('nobody@example.jp'));
  const code = await redeemContinueCode(store.read, { codeHashes: ['continue-hash'], at: AT });
  expect(code).toEqual({ ok: false, reason: 'unknown' });
  const again = await store.tx((db) =>
    registerPerson(db, {
      ...{ personId: 'whole', passwordHash: 'h', at: LATER, name: '別', kana: 'ベツ', email: null },
      ...{ municipalityCode: '271403', municipalityRelation: 'resident', audience: 'resident' },
      ...{ ageBand: '40s', sex: null },
    }),
  );
  expect(again).toEqual({ ok: false, reason: 'registered-before' });
});

test('the last operator stays, the one before the last may go', async () => {
  await store.tx((db) => makeGrant(db, { personId: 'whole-2', role: 'operator' }));
  expect(await erase()).toEqual({ ok: false, reason: 'last-operator' });
  expect((await findText([MARKS.email])).length).toBeGreaterThan(0);
  await store.tx(async (db) => {
    await makeGrant(db, { personId: 'officer', role: 'operator' });
    await db.insert(schema.passwords).values({ personId: 'officer', hash: 'h', changedAt: AT });
  });
  expect(await erase()).toEqual({ ok: true, before: false });
});

test('an address that is shared stays with whoever still uses it, with her mail', async () => {
  const { email, emailKey } = MARKS;
  await store.tx((db) => makePerson(db, { id: 'husband', number: '3', email, emailKey }));
  await erase();
  expect(await store.read.select().from(mails)).toMatchObject([{ id: 'mail' }]);
  expect(await findText([MARKS.name, MARKS.kana])).toEqual([]);
});

test('somebody without an account goes in one step, and the course still counts one beginning', async () => {
  await store.tx(async (db) => {
    await makeGuest(db, { id: 'guest' });
    await makeEnrolment(db, { personId: 'guest', courseId: 'first-step' });
  });
  const before = await findCourseFigures(store.read);
  expect(await erase({ personId: 'guest' })).toEqual({ ok: true, before: false });
  expect(await findCourseFigures(store.read)).toEqual(before);
});
