import { count, countDistinct, eq, sql } from 'drizzle-orm';
import { beforeAll, expect, test } from 'vitest';
import { verifyPassword } from '~/auth/password.server';
import { reportBound } from '~/auth/policies/report';
import type { Programme } from '~/content/library';
import type { Questionnaire } from '~/content/questionnaire';
import { readRegions } from '~/content/reference.server';
import {
  certificates,
  certificateSeries,
  completionCounts,
  completions,
  enrolments,
  passwords,
  people,
  questionnaireAnswers,
  roleGrants,
  settings,
} from '~/db/schema.server';
import type { Store } from '~/db/store.server';
import { findEffect } from '~/domain/reporting/find-effect.server';
import { findReportArea } from '~/domain/reporting/find-report-area.server';
import { rebuildCounts } from '~/domain/reporting/rebuild-counts.server';
import { syncRegions } from '~/domain/regions/sync-regions.server';
import { jstDates } from '~/lib/clock';
import { AT, makeCourse } from '../../../tests/factories';
import { openTestStore } from '../../../tests/test-store';
import { demoAccounts } from './demo-accounts';
import { keepDemoAnswers } from './keep-demo-answers.server';
import { makeDemo } from './make-demo.server';

let store: Store;

async function openDemo(): Promise<Store> {
  const opened = openTestStore();
  const regions = await readRegions('content');
  await opened.tx((db) => syncRegions(db, regions));
  await opened.tx((db) => makeCourse(db, { id: 'first-step' }));
  await makeDemo(opened, { at: AT });
  return opened;
}

beforeAll(async () => {
  store = await openDemo();
});

test('twenty thousand people of sixty municipalities in three fiscal years up to the moment', async () => {
  const [found] = await store.read
    .select({
      people: countDistinct(completions.personId),
      municipalities: sql<number>`count(distinct coalesce((select parent_code from regions r where r.code = completions.municipality_code), completions.municipality_code))`,
      years: countDistinct(completions.fiscalYear),
      last: sql<number>`max(${completions.completedAt})`,
      programmes: countDistinct(completions.programmeCode),
      audiences: countDistinct(completions.audience),
      real: sql<number>`sum(${completions.demo} = 0)`,
    })
    .from(completions);
  expect(found!.people).toBeGreaterThanOrEqual(20_000);
  expect(found!.municipalities).toBeGreaterThanOrEqual(60);
  expect(found).toMatchObject({ years: 3, programmes: 4, audiences: 11, real: 0 });
  expect(found!.last).toBeLessThan(AT.getTime());
});

test('the copied day, month and fiscal year are those of the moment in Japan', async () => {
  const rows = await store.read.select().from(completions).limit(2000);
  for (const row of rows) expect(row).toMatchObject(jstDates(row.completedAt));
});

test('September and March are the busy months', async () => {
  const rows = await store.read
    .select({ month: completions.month, n: count() })
    .from(completions)
    .where(eq(completions.fiscalYear, 2025))
    .groupBy(completions.month)
    .orderBy(sql`2 desc`);
  expect(
    rows
      .slice(0, 2)
      .map(({ month }) => month)
      .sort(),
  ).toEqual(['2025-09', '2026-03']);
});

test('counts agree with a rebuild, and some have learned twice and in two places', async () => {
  const cells = () =>
    store.read
      .select()
      .from(completionCounts)
      .orderBy(sql`1, 2, 3, 4, 5`);
  const before = await cells();
  await store.tx((db) => rebuildCounts(db));
  expect(await cells()).toEqual(before);
  const [nation] = before.filter(
    (cell) =>
      cell.areaCode === '000000' &&
      cell.programmeCode === '*' &&
      cell.month === '*' &&
      cell.audience === '*' &&
      cell.fiscalYear === 2025,
  );
  expect(nation!.people).toBeLessThan(nation!.completions);
  const moved = await store.read
    .select({ personId: completions.personId })
    .from(completions)
    .groupBy(completions.personId)
    .having(sql`count(distinct ${completions.municipalityCode}) > 1`);
  expect(moved.length).toBeGreaterThan(100);
});

test('certificates are specimens, numbered without a gap in each series, and hold hard names', async () => {
  const rows = await store.read.select().from(certificates);
  expect(rows.length).toBeGreaterThan(1000);
  expect(rows.every(({ specimen }) => specimen)).toBe(true);
  expect(rows.some(({ holderName }) => holderName.startsWith('髙﨑'))).toBe(true);
  expect(rows.some(({ holderName }) => holderName.includes('𠮷'))).toBe(true);
  for (const series of await store.read.select().from(certificateSeries)) {
    const serials = rows
      .filter(
        (row) =>
          row.organisationId === series.organisationId && row.fiscalYear === series.fiscalYear,
      )
      .map(({ serial }) => serial);
    expect(serials.sort((a, b) => a - b)).toEqual(serials.map((_, i) => i + 1));
    expect(series.lastSerial).toBe(serials.length);
  }
});

test('some are still on their way through the online course, some of them without an account', async () => {
  const rows = await store.read
    .select({
      finished: count(enrolments.finishedAt),
      all: count(),
      guests: sql<number>`sum(${people.registeredAt} is null)`,
    })
    .from(enrolments)
    .innerJoin(people, eq(people.id, enrolments.personId));
  expect(rows[0]!.finished).toBeGreaterThan(5000);
  expect(rows[0]!.all - rows[0]!.finished).toBeGreaterThan(1000);
  expect(rows[0]!.guests).toBeGreaterThan(300);
});

test('every role has one who can sign in', async () => {
  for (const account of demoAccounts) {
    const [row] = await store.read
      .select({ hash: passwords.hash, role: roleGrants.role, areaCode: roleGrants.areaCode })
      .from(people)
      .innerJoin(passwords, eq(passwords.personId, people.id))
      .leftJoin(roleGrants, eq(roleGrants.personId, people.id))
      .where(eq(people.emailKey, account.identifier));
    expect(row?.areaCode ?? null).toBe(account.areaCode);
    expect(row?.role ?? 'learner').toBe(account.role);
    expect(await verifyPassword(row!.hash, account.password)).toBe(true);
  }
  expect(await store.read.select().from(settings)).toMatchObject([{ key: 'demo', value: 'on' }]);
});

const item = (id: string, part: 'knowledge' | 'confidence') => ({
  ...{ id, part, text: id, easy: id, en: id },
});
const questionnaire = (code: string): Questionnaire => ({
  ...{ code, version: 'v1', items: [item('signs', 'knowledge'), item('speak', 'confidence')] },
});
const programme = (code: string, course: string) =>
  ({
    ...{ code, questionnaire: 'asked' },
    parts: [{ name: '全体', minutes: 30, take: 'all', courses: [course] }],
  }) as unknown as Programme;

test('people of one city have answered: enough of two courses, too few of a third, all marked as made up', async () => {
  const demo = await openDemo();
  await demo.tx(async (db) => {
    for (const id of ['standard', 'tsunagari']) await makeCourse(db, { id });
  });
  const content = {
    questionnaires: [questionnaire('asked')],
    programmes: [
      programme('gatekeeper-first-step', 'first-step'),
      programme('gatekeeper-standard', 'standard'),
      programme('tsunagari-supporter', 'tsunagari'),
    ],
  };
  const context = { store: demo, content, secret: 'n'.repeat(40), olderSecrets: [] };
  await keepDemoAnswers(context, { at: AT });
  const rows = await demo.read.select().from(questionnaireAnswers);
  expect(rows.every(({ demo, prefectureCode }) => demo && prefectureCode === '270008')).toBe(true);
  expect(rows.every(({ month }) => month <= '2026-09')).toBe(true);
  expect(new Set(rows.map(({ phase }) => phase)).size).toBe(3);

  const within = reportBound([{ role: 'operator', areaCode: null, organisationId: null }]);
  const area = await findReportArea(demo.read, { code: '271403', within });
  for (const fiscalYear of [2025, 2026]) {
    const effects = await findEffect(demo.read, { area: area!, fiscalYear, at: AT });
    const paired = new Map(effects.map(({ programmeCode, paired }) => [programmeCode, paired]));
    expect(paired.get('gatekeeper-first-step')).toBeGreaterThanOrEqual(10);
    expect(paired.get('gatekeeper-standard')).toBeGreaterThanOrEqual(10);
    expect(paired.get('tsunagari-supporter')).toBe('few');
  }
});

test('the same moment gives the same people, completions and certificates', async () => {
  const again = await openDemo();
  for (const table of [people, completions, certificates, enrolments, completionCounts]) {
    const rows = await store.read.select().from(table);
    expect((await again.read.select().from(table)).length).toBe(rows.length);
    for (const offset of [0, 100, rows.length - 1]) {
      const [other] = await again.read.select().from(table).limit(1).offset(offset);
      expect(other).toEqual(rows[offset]);
    }
  }
});
