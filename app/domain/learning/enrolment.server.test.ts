import { eq } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { enrolments, lessonProgress } from '~/db/schema.server';
import type { Store } from '~/db/store.server';
import {
  AT,
  makeCourse,
  makeEnrolment,
  makeGuest,
  makePerson,
  makeRegion,
} from '../../../tests/factories';
import { openTestStore } from '../../../tests/test-store';
import { findEnrolment } from './find-enrolment.server';
import { findProgress } from './find-progress.server';
import { finishLesson } from './finish-lesson.server';
import { openLesson } from './open-lesson.server';
import { startEnrolment } from './start-enrolment.server';
import { uniteEnrolments } from './unite-enrolments.server';

const LATER = new Date(AT.getTime() + 60_000);
let store: Store;
let input: { personId: string; courseId: string; versionId: string; at: Date };

beforeEach(async () => {
  store = openTestStore();
  const { id: personId } = await makeGuest(store.read);
  const course = await makeCourse(store.read);
  input = { personId, courseId: course.id, versionId: course.version.id, at: AT };
});

const start = (at = AT) => store.tx((db) => startEnrolment(db, { ...input, at }));

test('starting twice, also at once, gives one enrolment with its first start', async () => {
  const started = await Promise.all([start(), start(LATER), start(LATER)]);
  expect(new Set(started.map(({ id }) => id)).size).toBe(1);
  expect(await findEnrolment(store.read, input)).toMatchObject({ startedAt: AT, finishedAt: null });
  expect(await store.read.select().from(enrolments)).toHaveLength(1);
});

test('who has not begun has no enrolment', async () => {
  expect(await findEnrolment(store.read, input)).toBeNull();
});

test('opening a lesson remembers it as the place to resume, and its first opening', async () => {
  const { id: enrolmentId, courseId } = await start();
  const of = { enrolmentId, lessonId: 'l1', versionId: input.versionId };
  await store.tx((db) => openLesson(db, { ...of, at: AT }));
  await store.tx((db) => openLesson(db, { ...of, at: LATER }));
  const [row] = await store.read.select().from(lessonProgress);
  expect(row).toMatchObject({ openedAt: AT, doneAt: null });
  const enrolment = await findEnrolment(store.read, { personId: input.personId, courseId });
  expect(enrolment).toMatchObject({ lastLessonId: 'l1', lastSeenAt: LATER });
});

test('the edition read last is remembered, and forgotten when the original is read again', async () => {
  const { id: enrolmentId, courseId } = await start();
  const of = { enrolmentId, lessonId: 'l1', versionId: input.versionId, at: AT };
  const edition = async () =>
    (await findEnrolment(store.read, { personId: input.personId, courseId }))?.edition;
  await store.tx((db) => openLesson(db, { ...of, edition: 'en' }));
  expect(await edition()).toBe('en');
  await store.tx((db) => openLesson(db, of));
  expect(await edition()).toBeNull();
});

test('a lesson is done once; the first time stands', async () => {
  const { id: enrolmentId } = await start();
  const of = { enrolmentId, lessonId: 'l1', versionId: input.versionId };
  await store.tx((db) => openLesson(db, { ...of, at: AT }));
  expect(await findProgress(store.read, of)).toMatchObject({
    openedLessonIds: ['l1'],
    doneLessonIds: [],
  });
  await store.tx((db) => finishLesson(db, { ...of, at: AT }));
  await store.tx((db) => finishLesson(db, { ...of, versionId: 'newer', at: LATER }));
  const rows = await store.read
    .select()
    .from(lessonProgress)
    .where(eq(lessonProgress.enrolmentId, enrolmentId));
  expect(rows).toMatchObject([
    { enrolmentId, lessonId: 'l1', versionId: input.versionId, openedAt: AT, doneAt: AT },
  ]);
  expect((await findProgress(store.read, of)).doneLessonIds).toEqual(['l1']);
});

test('what was learned before a renewal began does not count for it when two enrolments are united', async () => {
  const day = (date: number) => new Date(`2027-09-${String(date).padStart(2, '0')}T12:00:00+09:00`);
  const { into, from, lesson } = await store.tx(async (db) => {
    await makeRegion(db);
    const course = await makeCourse(db);
    const courseId = course.id;
    const renewing = { cycle: 2, cycleBegunAt: day(10), finishedAt: null };
    const into = await makeEnrolment(db, {
      personId: (await makePerson(db)).id,
      courseId,
      ...renewing,
    });
    const guest = await makeGuest(db);
    const from = await makeEnrolment(db, { personId: guest.id, courseId, finishedAt: day(9) });
    const [early, late] = course.version.outline.lessons;
    for (const [lessonId, doneAt] of [
      [early!.id, day(9)],
      [late!.id, day(11)],
    ] as const)
      await db.insert(lessonProgress).values({
        enrolmentId: from.id,
        lessonId,
        versionId: from.versionId,
        openedAt: day(9),
        doneAt,
      });
    return { into, from, lesson: { early: early!.id, late: late!.id } };
  });
  await store.tx((db) => uniteEnrolments(db, { fromId: from.id, intoId: into.id }));
  const [united] = await store.read.select().from(enrolments);
  expect(united).toMatchObject({ cycle: 2, cycleBegunAt: day(10), finishedAt: null });
  const rows = await store.read.select().from(lessonProgress);
  expect(Object.fromEntries(rows.map(({ lessonId, doneAt }) => [lessonId, doneAt]))).toEqual({
    [lesson.early]: null,
    [lesson.late]: day(11),
  });
});
