import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { migrateFile } from '~/db/migrate.server';
import {
  attempts,
  certificates,
  certificateSeries,
  completionCounts,
  completions,
  courses,
  courseVersions,
  enrolments,
  lessonProgress,
  people,
  settings,
} from '~/db/schema.server';
import { openStore, type Db, type Store } from '~/db/store.server';
import type { ProgrammeRule } from './complete-course.server';
import {
  AT,
  makeCourse,
  makeEnrolment,
  makeGuest,
  makeOrganisation,
  makePerson,
  makeRegion,
} from '../../tests/factories';
import { openTestStore } from '../../tests/test-store';
import { claimCompletions } from './claim-completions.server';
import { finishCourse } from './finish-course.server';

const programme: ProgrammeRule = {
  code: 'gatekeeper-first-step',
  title: 'ゲートキーパー はじめの一歩',
  minutes: 30,
  parts: [],
  completion: { rightShare: 0.5 },
  live: { required: false },
  attests: { title: '修了証', body: 'あなたは、学びを修められました。' },
};

const LATER = new Date('2026-11-21T09:00:00+09:00');

/** Every lesson of the course done, with one of two questions right in each. */
async function doAll(
  db: Db,
  enrolment: { id: string; personId: string; courseId: string },
  lessonIds: string[],
  at = AT,
) {
  for (const lessonId of lessonIds) {
    await db.insert(lessonProgress).values({
      enrolmentId: enrolment.id,
      lessonId,
      versionId: `${enrolment.courseId}-v1`,
      openedAt: at,
      doneAt: at,
    });
    await db.insert(attempts).values({
      id: `${enrolment.id}-${lessonId}`,
      enrolmentId: enrolment.id,
      personId: enrolment.personId,
      courseId: enrolment.courseId,
      lessonId,
      versionId: `${enrolment.courseId}-v1`,
      quizHash: 'q',
      number: 1,
      startedAt: at,
      submittedAt: at,
      correctCount: 1,
      questionCount: 2,
    });
  }
}

type Setting = { person?: Parameters<typeof makePerson>[1]; guest?: boolean; at?: Date };

async function setUp(store: Store, { person = {}, guest, at = AT }: Setting = {}) {
  return store.tx(async (db) => {
    await makeRegion(db);
    const course = await makeCourse(db);
    const learner = guest ? await makeGuest(db) : await makePerson(db, person);
    const enrolment = await makeEnrolment(db, { personId: learner.id, courseId: course.id });
    const lessonIds = course.version.outline.lessons.map(({ id }) => id);
    await doAll(db, enrolment, lessonIds, at);
    return {
      course,
      learner,
      enrolment,
      input: { personId: learner.id, courseId: course.id, programme, at: LATER },
    };
  });
}

test('a finished course gives one completion, its counts and one certificate with every printed word', async () => {
  const store = openTestStore();
  await store.tx((db) => makeOrganisation(db, { id: 'sakai' }));
  const { input, learner } = await setUp(store);
  const result = await finishCourse(store, input);
  const [completion] = await store.read.select().from(completions);
  expect(completion).toMatchObject({
    personId: learner.id,
    day: '2026-09-15',
    month: '2026-09',
    fiscalYear: 2026,
    municipalityCode: '271403',
    prefectureCode: '270008',
    organisationId: 'sakai',
    hostName: '堺市',
    demo: false,
  });
  const [certificate] = await store.read.select().from(certificates);
  expect(result).toEqual({
    state: 'completed',
    finishedAt: AT,
    completionId: completion!.id,
    certificateId: certificate!.id,
  });
  expect(certificate).toMatchObject({
    number: '第 27140-2026-000001 号',
    title: '修了証',
    courseTitle: 'ゲートキーパー はじめの一歩',
    holderName: '髙﨑 𠮷美',
    bodyText: 'あなたは、学びを修められました。',
    hostName: '堺市',
    hostDepartment: '健康福祉局 地域共生推進課',
    issuedOn: '2026-09-15',
    expiresOn: null,
    minutes: 30,
    versionNumber: 1,
    specimen: false,
  });
  expect(certificate!.code).toMatch(/^[0-9A-HJKMNP-TV-Z]{12}$/);
  const counts = await store.read.select().from(completionCounts);
  expect(new Set(counts.map(({ areaCode }) => areaCode))).toEqual(
    new Set(['271403', '270008', '000000']),
  );
});

test('asked again, the same completion and certificate are found and nothing is counted twice', async () => {
  const store = openTestStore();
  const { input } = await setUp(store);
  const first = await finishCourse(store, input);
  const counts = await store.read.select().from(completionCounts);
  expect(await finishCourse(store, { ...input, at: new Date('2027-05-01T00:00:00Z') })).toEqual(
    first,
  );
  expect(await store.read.select().from(completionCounts)).toEqual(counts);
  expect((await store.read.select().from(certificateSeries)).map((s) => s.lastSerial)).toEqual([1]);
});

/** Finishes the course five times at once in a process of its own, as soon as it is told to go. */
const PROCESS = `
  import { openStore } from './app/db/store.server.ts';
  import { finishCourse } from './app/flows/finish-course.server.ts';
  const { path, inputs } = JSON.parse(process.env.TASK);
  const store = openStore(path);
  process.stdin.once('data', async () => {
    const ask = (input) => finishCourse(store, { ...input, at: new Date(input.at) });
    const results = await Promise.all([...inputs, ...inputs, ...inputs].map(ask));
    store.close();
    process.stdout.write(JSON.stringify(results));
    process.stdin.destroy();
  });
  process.stdout.write('ready;');
`;

function startProcess(task: unknown) {
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', PROCESS], {
    env: { ...process.env, TASK: JSON.stringify(task) },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  let output = '';
  const ready = new Promise<void>((resolve) => {
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      if (output.startsWith('ready;')) resolve();
    });
  });
  const results = new Promise<unknown[]>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', () => resolve(JSON.parse(output.slice('ready;'.length)) as unknown[]));
  });
  return { ready, results, go: () => child.stdin.write('go') };
}

test('many requests at once in two processes on one file: one completion, one certificate', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'tsunagu-finish-'));
  const path = join(folder, 'test.db');
  migrateFile(path);
  const store = openStore(path);
  try {
    const inputs = [(await setUp(store)).input, (await setUp(store)).input];
    const processes = [startProcess({ path, inputs }), startProcess({ path, inputs })];
    await Promise.all(processes.map(({ ready }) => ready));
    for (const { go } of processes) go();
    const results = (await Promise.all(processes.map((p) => p.results))).flat();
    expect(results).toHaveLength(12);
    expect(new Set(results.map((result) => JSON.stringify(result))).size).toBe(2);
    expect(await store.read.select().from(completions)).toHaveLength(2);
    const issued = await store.read.select().from(certificates);
    expect(issued.map(({ serial }) => serial).sort()).toEqual([1, 2]);
  } finally {
    store.close();
    rmSync(folder, { recursive: true });
  }
}, 30_000);

test('many requests at once in one process: one completion, one certificate', async () => {
  const store = openTestStore();
  const { input } = await setUp(store);
  const results = await Promise.all(Array.from({ length: 10 }, () => finishCourse(store, input)));
  expect(new Set(results.map((result) => JSON.stringify(result))).size).toBe(1);
  expect(await store.read.select().from(completions)).toHaveLength(1);
  expect(await store.read.select().from(certificates)).toHaveLength(1);
});

test('a certificate that cannot be written takes completion, counts and serial back with it', async () => {
  const store = openTestStore();
  const { input } = await setUp(store);
  const broken = { ...programme, attests: { title: null as unknown as string, body: '' } };
  await expect(finishCourse(store, { ...input, programme: broken })).rejects.toThrow();
  expect(await store.read.select().from(completions)).toEqual([]);
  expect(await store.read.select().from(completionCounts)).toEqual([]);
  expect(await store.read.select().from(certificateSeries)).toEqual([]);
  expect((await finishCourse(store, input)).state).toBe('completed');
});

test('one lesson short of the rule, nothing is written', async () => {
  const store = openTestStore();
  const { input, enrolment } = await setUp(store);
  await store.tx(async (db) => {
    await db
      .update(attempts)
      .set({ correctCount: 0 })
      .where(eq(attempts.id, `${enrolment.id}-${input.courseId}-koe`));
    await db
      .update(lessonProgress)
      .set({ doneAt: null })
      .where(eq(lessonProgress.lessonId, `${input.courseId}-koe`));
  });
  expect(await finishCourse(store, input)).toEqual({ state: 'not-yet' });
  expect((await store.read.select().from(enrolments))[0]!.finishedAt).toBeNull();
  expect(await store.read.select().from(completions)).toEqual([]);
});

test('a programme with a part held with a teacher is not completed by the online course alone', async () => {
  const store = openTestStore();
  const { input } = await setUp(store);
  const live = { ...programme, live: { required: true } };
  expect(await finishCourse(store, { ...input, programme: live })).toEqual({
    state: 'course-finished',
    finishedAt: AT,
  });
  expect((await store.read.select().from(enrolments))[0]!.finishedAt).toEqual(AT);
  expect(await store.read.select().from(completions)).toEqual([]);
});

test('somebody who never began, or a course that is not there, is not yet', async () => {
  const store = openTestStore();
  const { input } = await setUp(store);
  expect(await finishCourse(store, { ...input, personId: 'nobody' })).toEqual({ state: 'not-yet' });
  expect(await finishCourse(store, { ...input, courseId: 'nothing' })).toEqual({
    state: 'not-yet',
  });
});

test('the last second of March belongs to the old series, the first of April to the new', async () => {
  const store = openTestStore();
  const march = await setUp(store, { at: new Date('2027-03-31T23:59:59.999+09:00') });
  const april = await setUp(store, { at: new Date('2027-04-01T00:00:00+09:00') });
  const at = new Date('2027-06-01T00:00:00+09:00');
  await finishCourse(store, { ...march.input, at });
  await finishCourse(store, { ...april.input, at });
  const issued = await store.read.select().from(certificates);
  expect(issued.map(({ issuedOn, number }) => [issuedOn, number])).toEqual([
    ['2027-03-31', '第 00000-2026-000001 号'],
    ['2027-04-01', '第 00000-2027-000001 号'],
  ]);
});

test('in a ward the city is the host, and ward, city, prefecture and nation count', async () => {
  const store = openTestStore();
  await store.tx(async (db) => {
    await makeRegion(db);
    await makeRegion(db, {
      code: '271411',
      kind: 'administrative-ward',
      name: '堺区',
      kana: 'サカイク',
      parentCode: '271403',
      searchKey: '堺区',
    });
    await makeOrganisation(db, { id: 'sakai' });
  });
  const { input } = await setUp(store, { person: { municipalityCode: '271411' } });
  await finishCourse(store, input);
  const [completion] = await store.read.select().from(completions);
  expect(completion).toMatchObject({ municipalityCode: '271411', organisationId: 'sakai' });
  const counts = await store.read.select().from(completionCounts);
  expect(new Set(counts.map(({ areaCode }) => areaCode))).toEqual(
    new Set(['271411', '271403', '270008', '000000']),
  );
});

test("the enrolment's own host comes before the municipality, the operator last", async () => {
  const store = openTestStore();
  await store.tx(async (db) => {
    await makeOrganisation(db, { id: 'sakai' });
    await makeOrganisation(db, {
      id: 'npo',
      kind: 'npo',
      name: 'みまもりの会',
      seriesPrefix: 'NPO1',
      department: null,
    });
  });
  const { input, enrolment } = await setUp(store);
  await store.tx(async (db) => {
    await db
      .update(enrolments)
      .set({ organisationId: 'npo' })
      .where(eq(enrolments.id, enrolment.id));
  });
  await finishCourse(store, input);
  await store.tx((db) =>
    makeRegion(db, {
      code: '312011',
      kind: 'city',
      name: '鳥取市',
      kana: 'トットリシ',
      prefectureCode: '310000',
    }),
  );
  const elsewhere = await setUp(store, { person: { municipalityCode: '312011' } });
  await finishCourse(store, elsewhere.input);
  const issued = await store.read.select().from(certificates);
  expect(issued.map(({ hostName, number }) => [hostName, number])).toEqual([
    ['みまもりの会', '第 NPO1-2026-000001 号'],
    ['つなぐ運営', '第 00000-2026-000001 号'],
  ]);
});

test('a learner without an account is marked as finished, and certified with that day when she has one', async () => {
  const store = openTestStore();
  const { input, learner } = await setUp(store, {
    guest: true,
    at: new Date('2027-03-31T10:00:00+09:00'),
  });
  expect(
    await finishCourse(store, { ...input, at: new Date('2027-03-31T10:00:01+09:00') }),
  ).toEqual({
    state: 'needs-account',
    finishedAt: new Date('2027-03-31T10:00:00+09:00'),
  });
  expect(await store.read.select().from(completions)).toEqual([]);

  const at = new Date('2027-05-10T10:00:00+09:00');
  await store.tx(async (db) => {
    await db
      .update(people)
      .set({
        name: '山田 花子',
        kana: 'ヤマダ　ハナコ',
        municipalityCode: '271403',
        municipalityRelation: 'worker',
        audience: 'resident',
        ageBand: '30s',
        registeredAt: at,
      })
      .where(eq(people.id, learner.id));
  });
  const claim = { personId: learner.id, programmes: [programme], at };
  expect(await claimCompletions(store, claim)).toBe(1);
  expect(await claimCompletions(store, claim)).toBe(1);
  expect(await store.read.select().from(completions)).toMatchObject([
    { day: '2027-03-31', fiscalYear: 2026 },
  ]);
  expect(await store.read.select().from(certificates)).toMatchObject([
    { holderName: '山田 花子', fiscalYear: 2026 },
  ]);
});

test('what was finished stays finished when the course grows a lesson before the account is made', async () => {
  const store = openTestStore();
  const { input, course, learner } = await setUp(store, { guest: true });
  await finishCourse(store, input);
  await store.tx(async (db) => {
    const outline = {
      ...course.version.outline,
      minutes: 99,
      lessons: course.version.outline.lessons.map((l) => ({ ...l, id: `${l.id}-new` })),
    };
    await db
      .insert(courseVersions)
      .values({ ...course.version, id: 'v2', number: 2, contentHash: 'h2', outline });
    await db.update(courses).set({ currentVersionId: 'v2' }).where(eq(courses.id, course.id));
    await db
      .update(people)
      .set({
        name: 'A',
        kana: 'ア',
        municipalityCode: '271403',
        municipalityRelation: 'resident',
        audience: 'resident',
        ageBand: '30s',
        registeredAt: LATER,
      })
      .where(eq(people.id, learner.id));
  });
  await claimCompletions(store, { personId: learner.id, programmes: [programme], at: LATER });
  expect(await store.read.select().from(completions)).toMatchObject([
    { versionId: course.version.id },
  ]);
  expect(await store.read.select().from(certificates)).toMatchObject([
    { versionNumber: 1, minutes: 30 },
  ]);
});

test('a programme that attests nothing issues nothing; the completion is written and counted', async () => {
  const store = openTestStore();
  const { input } = await setUp(store);
  const result = await finishCourse(store, {
    ...input,
    programme: { ...programme, attests: null },
  });
  expect(result).toMatchObject({ state: 'completed', certificateId: null });
  expect(await store.read.select().from(completions)).toHaveLength(1);
  expect(await store.read.select().from(certificates)).toEqual([]);
  expect(await store.read.select().from(certificateSeries)).toEqual([]);
});

test('what is issued while demo data stands in the database is a specimen', async () => {
  const store = openTestStore();
  const { input } = await setUp(store);
  await store.tx(async (db) => {
    await db.insert(settings).values({ key: 'demo', value: 'on', changedAt: AT });
  });
  await finishCourse(store, input);
  expect(await store.read.select().from(certificates)).toMatchObject([{ specimen: true }]);
});
