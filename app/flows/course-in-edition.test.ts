import { expect, test } from 'vitest';
import type { CourseOutline, LessonEdition } from '~/db/tables/courses';
import { courseInEdition, languagesOf, quizHashFor } from './course-in-edition';

const lesson = (id: string) => ({
  id,
  slug: `slug-${id}`,
  title: `題${id}`,
  minutes: 5,
  lessonHash: `lesson-${id}`,
  quizHash: `quiz-${id}`,
  questionCount: 4,
});
const words: LessonEdition = {
  title: 'One',
  lessonHash: 'lesson-one-en',
  quizHash: 'quiz-one-en',
  older: false,
  quizOlder: false,
};
const before: CourseOutline = {
  title: '講座',
  summary: 'あらまし',
  minutes: 10,
  lessons: [lesson('1'), lesson('2')],
};
const outline: CourseOutline = {
  ...before,
  editions: {
    en: { title: 'Course', summary: 'About', forWhom: 'Anyone', lessons: { '1': words } },
  },
};

test('what was published before there were editions is read as a course without them', () => {
  expect(courseInEdition(before, null)).toMatchObject({ title: '講座', isThere: true });
  expect(courseInEdition(before, 'en')).toMatchObject({ title: '講座', isThere: false });
  expect(languagesOf({ slug: 'a', version: { outline: before } }, null)).toEqual({
    ja: '/courses/a',
    easy: null,
    en: null,
  });
});

test('an edition has its own titles, and the original’s where it lacks a lesson', () => {
  const shown = courseInEdition(outline, 'en');
  expect(shown).toMatchObject({ title: 'Course', forWhom: 'Anyone' });
  expect(shown.lessons.map(({ title, isThere }) => [title, isThere])).toEqual([
    ['One', true],
    ['題2', false],
  ]);
});

test('a page is linked only in the editions that have it', () => {
  const course = { slug: 'a', version: { outline } };
  expect(languagesOf(course, outline.lessons[0]!, 'quiz')).toEqual({
    ja: '/courses/a/lessons/slug-1/quiz',
    easy: null,
    en: '/en/courses/a/lessons/slug-1/quiz',
  });
  expect(languagesOf(course, outline.lessons[1]!).en).toBeNull();
});

test.each([
  ['quiz-1', words, 'quiz-one-en'],
  ['quiz-of-an-earlier-version', words, 'quiz-of-an-earlier-version'],
  ['quiz-1', { ...words, quizOlder: true }, 'quiz-1'],
  ['quiz-1', { ...words, quizHash: null }, 'quiz-1'],
] as const)('an attempt at %s is shown as it was made', (attempt, own, shown) => {
  const edition = { ...outline.editions!.en!, lessons: { '1': own } };
  const [one] = courseInEdition({ ...outline, editions: { en: edition } }, 'en').lessons;
  expect(quizHashFor(attempt, one!)).toBe(shown);
});
