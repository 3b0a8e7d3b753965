import { expect, test } from 'vitest';
import type { Programme } from '~/content/library';
import { answers, attempts } from '~/db/schema.server';
import { beginCycle } from '~/domain/learning/begin-cycle.server';
import { finishLesson } from '~/domain/learning/finish-lesson.server';
import { keepPlace } from '~/domain/learning/keep-place.server';
import { openLesson } from '~/domain/learning/open-lesson.server';
import { AT, makeCourse, makeEnrolment, makePerson } from '../../tests/factories';
import { openTestStore } from '../../tests/test-store';
import { findStanding } from './find-standing.server';

const minute = (n: number) => new Date(AT.getTime() + n * 60_000);
const KIZUKU = 'first-kizuku';

async function setUp() {
  const store = openTestStore();
  const { programmeCode, personId, enrolmentId } = await store.tx(async (db) => {
    const { programmeCode } = await makeCourse(db, { id: 'first' });
    const { id: personId } = await makePerson(db);
    const { id: enrolmentId } = await makeEnrolment(db, { personId, courseId: 'first' });
    return { programmeCode, personId, enrolmentId };
  });
  const programme = { code: programmeCode, completion: { rightShare: 0.6 } } as Programme;
  const of = { enrolmentId, lessonId: KIZUKU, versionId: 'first-v1' };
  await store.tx((db) => openLesson(db, { ...of, at: AT }));
  const standing = async () =>
    (await findStanding(store.read, { slug: 'first', personId, programmes: [programme] }))!;
  const begun = async () => (await standing()).progress.underWayIds;
  const read = (block: number) =>
    store.tx((db) => keepPlace(db, { ...of, block, hash: 'h', at: minute(block + 1) }));
  async function answer({ handedIn }: { handedIn: boolean }) {
    const attempt = { ...of, id: 'attempt', personId, courseId: 'first', quizHash: 'q', number: 1 };
    const graded = { submittedAt: minute(9), correctCount: 0 };
    await store.tx(async (db) => {
      await db
        .insert(attempts)
        .values({ ...attempt, startedAt: AT, questionCount: 2, ...(handedIn && graded) });
      const times = { answeredAt: minute(9), savedAt: minute(9) };
      await db
        .insert(answers)
        .values({ attemptId: 'attempt', questionId: 'q', response: ['a'], ...times });
    });
  }
  return { store, of, standing, begun, read, answer };
}

test('a lesson that was merely opened is not begun, and is the place to go on', async () => {
  const { standing, begun, read } = await setUp();
  expect((await standing()).openedLessonIds).toEqual([KIZUKU]);
  expect((await standing()).progress.nextId).toBe(KIZUKU);
  expect(await begun()).toEqual([]);
  await read(0);
  expect(await begun()).toEqual([]);
});

test('it is begun when it was read further, and not any more when it is done', async () => {
  const { store, of, begun, read } = await setUp();
  await read(1);
  expect(await begun()).toEqual([KIZUKU]);
  await store.tx((db) => finishLesson(db, { ...of, at: minute(5) }));
  expect(await begun()).toEqual([]);
});

test.each([false, true])('it is begun with its first answer, handed in: %s', async (handedIn) => {
  const { begun, answer } = await setUp();
  await answer({ handedIn });
  expect(await begun()).toEqual([KIZUKU]);
});

test('after a renewal nothing is begun, and an answer of then is', async () => {
  const { store, of, standing, begun, read, answer } = await setUp();
  await read(3);
  await answer({ handedIn: false });
  const renew = (cycle: number, at: Date) =>
    store.tx((db) => beginCycle(db, { enrolmentId: of.enrolmentId, cycle, at }));
  await renew(2, minute(9));
  expect(await begun()).toEqual([KIZUKU]);
  await renew(3, minute(10));
  expect(await begun()).toEqual([]);
  expect((await standing()).steps).toMatchObject([{ placeBlock: null, placeHash: null }]);
});
