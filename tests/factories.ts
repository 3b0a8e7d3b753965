import type { InferInsertModel } from 'drizzle-orm';
import {
  certificates,
  completions,
  consents,
  courses,
  courseVersions,
  enrolments,
  organisations,
  people,
  programmes,
  regions,
  roleGrants,
} from '~/db/schema.server';
import type { Db } from '~/db/store.server';

// Rows with fixed values; a test names only what it is about.

let count = 0;
function next(kind: string): string {
  count += 1;
  return `${kind}-${count}`;
}

/** Noon of a Tuesday in the middle of 令和8年度. */
export const AT = new Date('2026-09-15T12:00:00+09:00');

type Over<T extends { $inferInsert: unknown }> = Partial<T['$inferInsert']>;

export async function makeGuest(db: Db, over: Over<typeof people> = {}) {
  const row: InferInsertModel<typeof people> = { id: next('guest'), createdAt: AT, ...over };
  await db.insert(people).values(row);
  return row;
}

export async function makePerson(db: Db, over: Over<typeof people> = {}) {
  const id = over.id ?? next('person');
  const row = {
    id,
    number: String(100_000_000_000 + count),
    name: '髙﨑 𠮷美',
    kana: 'タカサキ　ヨシミ',
    kanaKey: 'タカサキヨシミ',
    municipalityCode: '271403',
    municipalityRelation: 'resident',
    audience: 'resident',
    ageBand: '40s',
    createdAt: AT,
    registeredAt: AT,
    ...over,
  } satisfies InferInsertModel<typeof people>;
  await db.insert(people).values(row);
  return row;
}

export async function makeRegion(db: Db, over: Over<typeof regions> = {}) {
  const row = {
    code: '271403',
    kind: 'designated-city',
    name: '堺市',
    kana: 'サカイシ',
    prefectureCode: '270008',
    counted: true,
    searchKey: '堺市サカイシ271403',
    ...over,
  } satisfies InferInsertModel<typeof regions>;
  await db.insert(regions).values(row).onConflictDoNothing();
  return row;
}

export async function makeProgramme(db: Db, over: Over<typeof programmes> = {}) {
  const row = {
    code: 'gatekeeper-first-step',
    family: 'gatekeeper',
    title: 'ゲートキーパー はじめの一歩',
    position: 10,
    ...over,
  } satisfies InferInsertModel<typeof programmes>;
  await db.insert(programmes).values(row).onConflictDoNothing();
  return row;
}

/** A course of two lessons, each with a quiz of two questions, at version 1. */
export async function makeCourse(db: Db, over: Over<typeof courses> = {}) {
  const programme = await makeProgramme(db);
  const id = over.id ?? next('course');
  const version = {
    id: `${id}-v1`,
    courseId: id,
    number: 1,
    contentHash: `${id}-hash`,
    publishedAt: AT,
    outline: {
      title: 'ゲートキーパー はじめの一歩',
      summary: '身近な人の変化に気づくところから。',
      minutes: 30,
      lessons: ['kizuku', 'koe'].map((slug) => ({
        id: `${id}-${slug}`,
        slug,
        title: slug,
        minutes: 5,
        lessonHash: `${id}-${slug}-lesson`,
        quizHash: `${id}-${slug}-quiz`,
        questionCount: 2,
      })),
    },
  } satisfies InferInsertModel<typeof courseVersions>;
  const row = {
    id,
    slug: id,
    programmeCode: programme.code,
    currentVersionId: version.id,
    ...over,
  } satisfies InferInsertModel<typeof courses>;
  await db.insert(courses).values(row);
  await db.insert(courseVersions).values(version);
  return { ...row, version };
}

export async function makeEnrolment(
  db: Db,
  over: Over<typeof enrolments> & { personId: string; courseId: string },
) {
  const row = {
    id: next('enrolment'),
    versionId: `${over.courseId}-v1`,
    startedAt: AT,
    lastSeenAt: AT,
    ...over,
  } satisfies InferInsertModel<typeof enrolments>;
  await db.insert(enrolments).values(row);
  return row;
}

export async function makeOrganisation(db: Db, over: Over<typeof organisations> = {}) {
  const row = {
    id: next('organisation'),
    kind: 'municipality',
    name: '堺市',
    kana: 'サカイシ',
    department: '健康福祉局 地域共生推進課',
    areaCode: '271403',
    seriesPrefix: '27140',
    createdAt: AT,
    ...over,
  } satisfies InferInsertModel<typeof organisations>;
  await db.insert(organisations).values(row);
  return row;
}

export async function makeGrant(
  db: Db,
  over: Over<typeof roleGrants> & {
    personId: string;
    role: (typeof roleGrants)['$inferInsert']['role'];
  },
) {
  const row = { id: next('grant'), fromAt: AT, ...over } satisfies InferInsertModel<
    typeof roleGrants
  >;
  await db.insert(roleGrants).values(row);
  return row;
}

export async function makeCompletion(
  db: Db,
  over: Over<typeof completions> & { personId: string },
) {
  const programme = await makeProgramme(db, over.programmeCode ? { code: over.programmeCode } : {});
  const row = {
    id: next('completion'),
    programmeCode: programme.code,
    cycle: 1,
    hostName: '堺市',
    completedAt: AT,
    day: '2026-09-15',
    month: '2026-09',
    fiscalYear: 2026,
    municipalityCode: '271403',
    prefectureCode: '270008',
    municipalityRelation: 'resident',
    audience: 'resident',
    ageBand: '40s',
    ...over,
  } satisfies InferInsertModel<typeof completions>;
  await db.insert(completions).values(row);
  return row;
}

export async function makeCertificate(
  db: Db,
  over: Over<typeof certificates> & {
    personId: string;
    completionId: string;
    organisationId: string;
  },
) {
  const id = over.id ?? next('certificate');
  const row = {
    id,
    code: id
      .toUpperCase()
      .replace(/[^0-9A-Z]/g, '')
      .padEnd(12, '0')
      .slice(-12),
    programmeCode: 'gatekeeper-first-step',
    cycle: 1,
    fiscalYear: 2026,
    serial: count,
    number: `第 27140-2026-${String(count).padStart(6, '0')} 号`,
    title: '修了証',
    courseTitle: 'ゲートキーパー はじめの一歩',
    holderName: '髙﨑 𠮷美',
    holderKana: 'タカサキ　ヨシミ',
    bodyText: 'あなたは、身近な人の変化に気づく学びを修められました。',
    hostName: '堺市',
    hostDepartment: '健康福祉局 地域共生推進課',
    issuedOn: '2026-09-15',
    minutes: 30,
    versionNumber: 1,
    specimen: false,
    createdAt: AT,
    ...over,
  } satisfies InferInsertModel<typeof certificates>;
  await db.insert(certificates).values(row);
  return row;
}

export async function makeConsent(db: Db, over: Over<typeof consents> & { personId: string }) {
  const row = {
    id: next('consent'),
    kind: 'share-name',
    text: '修了したことと氏名を、堺市に伝えることに同意します。',
    givenAt: AT,
    givenBy: 'self',
    ...over,
  } satisfies InferInsertModel<typeof consents>;
  await db.insert(consents).values(row);
  return row;
}
