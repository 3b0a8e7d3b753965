import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { addEditions, stampAll } from '../../tests/editions';
import { compileLibrary } from './compile-library.server';
import { parseLesson } from './lesson';
import { gradeQuiz, keyOf, parseQuiz } from './quiz.server';
import { readLibrary } from './read-library.server';
import { plainText } from './tree';

let folder: string;
beforeEach(async () => {
  folder = join(await mkdtemp(join(tmpdir(), 'content-')), 'content');
  await cp('tests/fixtures/content', folder, { recursive: true });
  await addEditions(folder);
});
afterEach(() => rm(join(folder, '..'), { recursive: true }));

const at = (path: string) => join(folder, 'courses/first', path);
async function edit(path: string, from: string | RegExp, to: string) {
  const text = await readFile(at(path), 'utf8');
  expect(text).toMatch(from);
  await writeFile(at(path), text.replace(from, to));
}
async function refusals() {
  return (await readLibrary(folder)).refusals.map(
    ({ file, line, reason }) => `${file.slice(at('').length + 1)}:${line} ${reason}`,
  );
}

test('a course is whole with some lessons in another edition and some without', async () => {
  const library = await readLibrary(folder);
  expect(library.refusals).toEqual([]);
  const { courses, artifacts, refusals } = await compileLibrary(library, { known: new Set() });
  expect(refusals).toEqual([]);
  const outline = courses[0]!.outline;
  const [kizuku, koe] = outline.lessons;
  expect(outline.editions).toMatchObject({
    easy: { title: 'はじめの一歩の見本', lessons: { [kizuku!.id]: { title: '気がつく' } } },
    en: { title: 'A first step, as a sample', lessons: { [koe!.id]: { older: false } } },
  });
  expect(Object.keys(outline.editions!.en!.lessons)).toEqual([koe!.id]);

  const bodyOf = (hash: string | null) => artifacts.find((a) => a.hash === hash)!.body;
  const english = outline.editions!.en!.lessons[koe!.id]!;
  const lesson = parseLesson(bodyOf(english.lessonHash));
  expect(lesson).toMatchObject({ id: koe!.id, slug: 'koe', title: ['Saying a word'], minutes: 5 });
  const drawn = JSON.stringify(lesson);
  expect(drawn).not.toContain('"ruby"');
  expect(drawn).toContain('On a Tuesday evening Ms Miyashita (宮下さん) had');
  expect(drawn).toContain('Source 1: 見本の文書 (2022)');
  const easy = parseLesson(bodyOf(outline.editions!.easy!.lessons[kizuku!.id]!.lessonHash));
  expect(easy.title).toEqual([['ruby', 0, '気', 'き'], 'がつく']);

  // Words of its own; ids, kinds and key of the original.
  const original = parseQuiz(bodyOf(koe!.quizHash));
  const translated = parseQuiz(bodyOf(english.quizHash));
  expect(translated.questions.map(({ text }) => plainText(text))[3]).toBe('Put them in order.');
  expect(translated.questions.map(keyOf)).toEqual(original.questions.map(keyOf));
  const key = Object.fromEntries(translated.questions.map((q) => [q.id, keyOf(q)]));
  expect(gradeQuiz(original, key).right).toBe(5);
});

test('a changed original makes its editions refused, with the line and what to do', async () => {
  await edit('koe/lesson.mdx', '火曜の夕方', '水曜の夕方');
  await edit('koe/quiz.yaml', '雨の朝', '雪の朝');
  const { refusals: found } = await readLibrary(folder);
  expect(found.map(({ line, reason }) => `${line} ${reason}`)).toEqual([
    '2 元の文が変わっています',
    '1 元の文が変わっています',
  ]);
  expect(found[0]?.remedy).toContain('npm run content:stamp');
});

test('an edition that says it is older is taken, and its outline says so', async () => {
  await edit('koe/lesson.mdx', '火曜の夕方', '水曜の夕方');
  await edit('koe/lesson.en.mdx', 'title:', 'older: true\ntitle:');
  const library = await readLibrary(folder);
  expect(library.refusals).toEqual([]);
  const { courses } = await compileLibrary(library, { known: new Set() });
  const [, koe] = courses[0]!.outline.lessons;
  expect(courses[0]!.outline.editions!.en!.lessons[koe!.id]).toMatchObject({
    older: true,
    quizOlder: false,
  });
});

test('older is refused where the original has not changed', async () => {
  await edit('course.en.yaml', 'title:', 'older: true\ntitle:');
  expect(await refusals()).toEqual(['course.en.yaml:2 元の文と同じ版なのに older: true があります']);
});

test.each([
  ['koe/quiz.en.yaml', '- id: q2', '- id: q9', 8, '問いの id か順番が、元の文と違います'],
  ['koe/quiz.en.yaml', '{ id: b, text: Wait', '{ id: d, text: Wait', 10, '選択肢の id か順番が、元の文と違います'],
  ['koe/quiz.en.yaml', '      - { text: Speak }\n', '', 22, '選択肢の id か順番が、元の文と違います'],
  ['koe/quiz.en.yaml', '    scene: A rainy morning.\n', '', 26, '元の文にある scene がありません'],
  ['koe/quiz.en.yaml', ', feedback: It shows that you worry.', '', 7, '選択肢に feedback がありません'],
  ['koe/quiz.en.yaml', 'text: Really?', 'right: true, text: Really?', 7, '「right」という項目はありません'],
  ['koe/quiz.en.yaml', 'text: Really?', 'text: Please drop in again', 7, '同じ文の選択肢があります'],
  ['koe/lesson.en.mdx', /content_note:\n.*\n.*\n/, '', 2, '元の文にある content_note がありません'],
  ['koe/lesson.en.mdx', 'title: Saying', 'minutes: 5\ntitle: Saying', 3, '「minutes」という項目はありません'],
  ['course.en.yaml', /original: .*/, 'original: "000000000000"', 1, '元の文の印がまだありません'],
  ['course.en.yaml', /original: .*/, 'original: new', 1, 'original が 12 桁の印ではありません'],
] as const)('refuses %s: %s → %s', async (file, from, to, line, reason) => {
  await edit(file, from, to);
  expect(await refusals()).toEqual([`${file}:${line} ${reason}`]);
});

test('refuses questions without their lesson, and lessons without the words of the course', async () => {
  await rm(at('koe/lesson.en.mdx'));
  await rm(at('course.easy.yaml'));
  expect(await refusals()).toEqual([
    'koe/quiz.en.yaml:1 問いだけがあり、lesson.en.mdx がありません',
    'course.easy.yaml:1 course.easy.yaml がありません',
  ]);
});

test('refuses questions in another edition where the lesson has none', async () => {
  await cp(at('koe/quiz.en.yaml'), at('kizuku/quiz.easy.yaml'));
  expect(await refusals()).toEqual(['kizuku/quiz.easy.yaml:1 元の quiz.yaml がありません']);
});

test('a tag that is no part of the subset is refused in an edition too', async () => {
  await edit('koe/lesson.en.mdx', 'Say what you saw', '<Marquee>Say</Marquee> what you saw');
  const { courses, refusals: found } = await compileLibrary(await readLibrary(folder), {
    known: new Set(),
  });
  expect(courses).toEqual([]);
  expect(found[0]?.file).toContain('lesson.en.mdx');
});

test('a mark is renewed only where there is none yet, or by whoever asks for all', async () => {
  await edit('koe/lesson.mdx', '火曜の夕方', '水曜の夕方');
  await edit('course.yaml', '二つの課', '二つの短い課');
  await edit('course.easy.yaml', 'title:', 'older: true\ntitle:');
  expect(await stampAll(at(''), false)).toEqual([
    'course.easy.yaml kept-older',
    'course.en.yaml changed',
    'kizuku/lesson.easy.mdx same',
    'koe/lesson.en.mdx changed',
    'koe/quiz.en.yaml same',
  ]);
  expect(await stampAll(at(''), true)).toContain('koe/lesson.en.mdx stamped');
  expect(await refusals()).toEqual([]);
});
