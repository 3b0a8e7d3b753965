import { expect, test } from 'vitest';
import routes from '~/routes';
import {
  courseOf,
  FRAMES,
  frameOf,
  insteadOf,
  isForAll,
  isFormToTellOf,
  isSignOut,
  ledBy,
  lessonOf,
} from './kept-paths';

const isKept = (path: string) => isForAll(path) || courseOf(path) !== null;

test('lessons, sheets, the course, help and the start are kept, in every edition', () => {
  for (const edition of ['', '/easy', '/en']) {
    const course = `${edition}/courses/first`;
    expect(isForAll(edition || '/')).toBe(true);
    expect(isForAll(`${edition}/help`)).toBe(true);
    for (const page of ['', '/lessons/a', '/lessons/a/quiz/sheet']) {
      expect(courseOf(course + page), course + page).toBe(course);
    }
  }
});

test('no other address of the house is kept', () => {
  const addresses = (routes as { path?: string }[]).map(
    ({ path = '' }) => `/${path.replace(/^:edition\?/, 'en').replace(/:\w+/g, 'x')}`,
  );
  expect(addresses.length).toBeGreaterThan(60);
  const kept = addresses.filter(isKept).map((path) => path.replace(/^\/en(?=\/)/, ''));
  expect([...new Set(kept)].sort()).toEqual([
    '/',
    '/courses/x',
    '/courses/x/lessons/x',
    '/courses/x/lessons/x/quiz/sheet',
    '/easy',
    '/en',
    '/help',
  ]);
});

test.each([
  '/office',
  '/my',
  '/sign-in',
  '/staff/courses/x',
  '/admin',
  '/courses/x/finish',
  '/courses/x/lessons/a/quiz',
  '/courses/x/lessons/a/quiz/review/1',
  '/courses/../my',
])('%s is not kept', (path) => expect(isKept(path)).toBe(false));

test('a single question gives way to the sheet with all of them', () => {
  expect(insteadOf('/en/courses/x/lessons/a/quiz')).toBe('/en/courses/x/lessons/a/quiz/sheet');
  expect(insteadOf('/courses/x/lessons/a')).toBe('/courses/x/lessons/a');
});

test('the form that opens questions leads to the sheet, one with anything else in it to the course', () => {
  const form = new FormData();
  expect(ledBy('/courses/x/start', form)).toBe('/courses/x');
  form.set('lesson', 'a');
  expect(ledBy('/courses/x/start', form)).toBe('/courses/x/lessons/a');
  form.set('quiz', 'on');
  expect(ledBy('/courses/x/start', form)).toBe('/courses/x/lessons/a/quiz/sheet');
  form.set('lesson', '../../my');
  expect(ledBy('/courses/x/start', form)).toBe('/courses/x');
  expect(ledBy('/sign-out', form)).toBeNull();
});

test('forms of learners pass through here, those of staff do not', () => {
  for (const path of ['/courses/x/lessons/a', '/en/courses/x/questions/before', '/my', '/join']) {
    expect(isFormToTellOf(path), path).toBe(true);
  }
  for (const path of [
    '/studio/courses/x',
    '/office/areas/1/enrol',
    '/admin',
    '/staff',
    '/host/x',
  ]) {
    expect(isFormToTellOf(path), path).toBe(false);
  }
});

test('signing out is the same in every edition, and so is a lesson', () => {
  for (const edition of ['', '/easy', '/en']) {
    expect(isSignOut(`${edition}/sign-out`)).toBe(true);
    expect(lessonOf(`${edition}/courses/x/lessons/a/read`)).toEqual({
      course: '/courses/x',
      lesson: 'a',
    });
  }
  expect(isSignOut('/my/sign-out')).toBe(false);
  expect(lessonOf('/courses/x')).toBeNull();
});

test.each([
  ['/courses/x', '/offline'],
  ['/english', '/offline'],
  ['/en', '/en/offline'],
  ['/en/my', '/en/offline'],
  ['/easy/courses/x/lessons/a', '/easy/offline'],
])('in place of %s comes %s', (path, frame) => {
  expect(frameOf(path)).toBe(frame);
  expect(FRAMES).toContain(frame);
});
