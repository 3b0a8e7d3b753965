import { describe, expect, test } from 'vitest';
import { compileLibrary } from '~/content/compile-library.server';
import { parseLesson } from '~/content/lesson';
import { gradeQuestion, gradeQuiz, keyOf, parseQuiz } from '~/content/quiz.server';
import { readLibrary } from '~/content/read-library.server';
import { formatRefusal } from '~/content/refusal';

const library = await readLibrary('content');
const compiled = await compileLibrary(library, { known: new Set() });
const english = new Set(
  compiled.courses.flatMap(({ outline }) =>
    Object.values(outline.editions?.en?.lessons ?? {}).map(({ lessonHash }) => lessonHash),
  ),
);
/** In Japanese, plain Japanese too. */
const lessons = compiled.artifacts
  .filter(({ kind, hash }) => kind === 'lesson' && !english.has(hash))
  .map(({ body }) => parseLesson(body));
const quizzes = compiled.artifacts
  .filter(({ kind }) => kind === 'quiz')
  .map(({ body }) => parseQuiz(body));

const KANJI = /\p{Script=Han}/u;

/** Their properties are words that a reader sees. */
const NAMED = new Set(['Talk', 'Line', 'Practice', 'Step', 'Choice', 'Video', 'Audio']);

/** Words left without a reading, code aside. */
function unread(value: unknown): string[] {
  if (typeof value === 'string') return KANJI.test(value) ? [value] : [];
  if (!Array.isArray(value)) return [];
  const [tag, props, ...children] = value as unknown[];
  const isElement =
    typeof tag === 'string' &&
    (props === 0 || (typeof props === 'object' && !Array.isArray(props)));
  if (!isElement) return value.flatMap(unread);
  if (tag === 'ruby' || tag === 'code' || tag === 'pre') return [];
  const named = NAMED.has(tag) ? Object.values(props as object).flatMap(unread) : [];
  return [...named, ...children.flatMap(unread)];
}

test('all of content passes its schema and the subset, without an orphan either way', () => {
  expect([...library.refusals, ...compiled.refusals].map(formatRefusal)).toEqual([]);
  expect(compiled.courses.map(({ slug }) => slug)).toEqual(library.courses.map(({ slug }) => slug));
});

test('there are programmes, help lines, and a course with its lessons', () => {
  expect(library.programmes.length).toBeGreaterThan(0);
  expect(library.directory.length).toBeGreaterThan(0);
  expect(lessons.length).toBeGreaterThanOrEqual(6);
});

describe.each(
  quizzes.map((quiz) => ({
    quiz,
    lesson: lessons.find(({ id }) => id === quiz.lessonId)?.plainTitle,
  })),
)('the questions of $lesson', ({ quiz }) => {
  test('their own key scores all', () => {
    const key = Object.fromEntries(
      quiz.questions.map((question) => [question.id, keyOf(question)]),
    );
    expect(gradeQuiz(quiz, key)).toMatchObject({
      right: quiz.questions.length,
      total: quiz.questions.length,
    });
  });

  test('ticking every box is never right', () => {
    for (const question of quiz.questions.filter(({ kind }) => kind !== 'order')) {
      expect(
        gradeQuestion(
          question,
          question.options.map(({ id }) => id),
        ),
      ).toBe(false);
    }
  });

  test('every kanji has its reading', () => {
    const texts = quiz.questions.flatMap(({ text, scene, feedback, options }) => [
      text,
      scene,
      feedback,
      ...options.flatMap((o) => [o.text, o.feedback]),
    ]);
    expect(texts.flatMap(unread)).toEqual([]);
  });
});

test.each(lessons)(
  'every kanji of $plainTitle has its reading',
  ({ title, goal, contentNote, body }) => {
    expect([title, goal, contentNote?.about, contentNote?.skip, body].flatMap(unread)).toEqual([]);
  },
);
