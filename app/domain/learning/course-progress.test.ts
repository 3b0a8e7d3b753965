import fc from 'fast-check';
import { expect, test } from 'vitest';
import { courseProgress } from './course-progress';

const lessons = ['a', 'b', 'c'].map((id) => ({ id, hasQuiz: false, minutes: 5 }));
const facts = {
  lessons,
  doneLessonIds: [] as string[],
  begunLessonIds: [] as string[],
  bestShares: {},
  rightShare: 0.6,
  lastLessonId: null as string | null,
};

test('nothing done: the first lesson is next', () => {
  expect(courseProgress(facts)).toEqual({
    doneIds: [],
    underWayIds: [],
    minutesLeft: 15,
    nextId: 'a',
    finished: false,
  });
});

test('one goes on at the lesson where one left', () => {
  const progress = courseProgress({ ...facts, begunLessonIds: ['a', 'b'], lastLessonId: 'b' });
  expect(progress).toMatchObject({ nextId: 'b', underWayIds: ['a', 'b'] });
});

test('when that lesson is done, one goes on at the next one', () => {
  expect(courseProgress({ ...facts, doneLessonIds: ['b'], lastLessonId: 'b' }).nextId).toBe('c');
});

test('after the last lesson one goes back to what was left out', () => {
  expect(courseProgress({ ...facts, doneLessonIds: ['a', 'c'], lastLessonId: 'c' }).nextId).toBe(
    'b',
  );
});

test('a lesson left behind by a new version is no place to go on', () => {
  expect(courseProgress({ ...facts, lastLessonId: 'gone', doneLessonIds: ['gone'] })).toMatchObject(
    {
      nextId: 'a',
      doneIds: [],
    },
  );
});

test('a finished course stays finished when a new version adds a lesson, which is open', () => {
  const doneLessonIds = ['a', 'b', 'c'];
  const more = [...lessons, { id: 'd', hasQuiz: true, minutes: 5 }];
  const after = { ...facts, lessons: more, doneLessonIds, finishedBefore: true };
  expect(courseProgress(after)).toMatchObject({ finished: true, nextId: 'd', minutesLeft: 5 });
  expect(courseProgress({ ...after, finishedBefore: false }).finished).toBe(false);
});

test('ticks stay when lessons get questions, change places or go', () => {
  const doneLessonIds = ['a', 'c'];
  const asked = lessons.map((lesson) => ({ ...lesson, hasQuiz: true }));
  expect(courseProgress({ ...facts, lessons: asked, doneLessonIds }).doneIds).toEqual(['a', 'c']);
  const turned = [lessons[2]!, lessons[1]!];
  expect(courseProgress({ ...facts, lessons: turned, doneLessonIds }).doneIds).toEqual(['c']);
});

test('done and left always make up the whole course', () => {
  const ids = fc.subarray(['a', 'b', 'c', 'gone']);
  fc.assert(
    fc.property(
      ids,
      ids,
      fc.option(fc.constantFrom('a', 'b', 'c', 'gone')),
      (done, begun, last) => {
        const input = {
          ...facts,
          doneLessonIds: done,
          begunLessonIds: begun,
          lastLessonId: last,
        };
        const progress = courseProgress(input);
        expect(progress.doneIds.length * 5 + progress.minutesLeft).toBe(15);
        expect(progress.finished).toBe(progress.nextId === null);
        expect(progress.doneIds).not.toContain(progress.nextId);
      },
    ),
  );
});
