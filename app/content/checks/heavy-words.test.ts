import { expect, test } from 'vitest';
import { checkHeavyWords } from './heavy-words';
import { readPassages } from './passages';

const FOLDER = 'content/courses/first/koe';
const lesson = (body: string, front = '') =>
  readPassages(`${FOLDER}/lesson.mdx`, `---\nid: x\ntitle: 見本\n${front}---\n\n${body}\n`);
const quiz = (text: string) =>
  readPassages(`${FOLDER}/quiz.yaml`, `questions:\n  - id: q1\n    text: ${text}\n`);
const NOTE = 'content_note:\n  about: 亡くなった方が出てきます。\n  skip: 飛ばせます。\n';

test.each([
  '春に夫が亡くなりました。',
  '「死にたい」と言いました。',
  '消えたい、と思う夜。',
  '自殺という言葉。',
  '家で暴力がありました。',
  '虐待のあと。',
  '遺族の会。',
  '手の甲を殴られました。',
])('refuses a heavy lesson without a note, where the first heavy word stands: %s', (body) => {
  const [found, ...others] = checkHeavyWords([lesson(`はじめに。\n\n${body}`)]);
  expect(found).toMatchObject({
    text: { file: `${FOLDER}/lesson.mdx` },
    problem: { line: 8, remedy: expect.stringContaining('content_note: の about') },
  });
  expect(others).toEqual([]);
});

test('a question can make a lesson heavy, and a note answers for lesson and questions', () => {
  expect(checkHeavyWords([lesson('朝。'), quiz('父が亡くなった人に。')])).toMatchObject([
    { text: { kind: 'quiz' }, problem: { line: 3, column: 13 } },
  ]);
  expect(checkHeavyWords([lesson('朝。', NOTE), quiz('父が亡くなった人に。')])).toEqual([]);
});

test.each([
  '必死に走りました。死角に気をつけて。',
  '自殺防止の電話や、児童虐待防止の窓口。',
  '自殺対策の計画。DV相談ナビ。配偶者暴力相談支援センター。',
  '人が殺到しました。殺風景な部屋。',
  '命に関わるときは、119へ。',
])('takes %s', (body) => {
  expect(checkHeavyWords([lesson(body)])).toEqual([]);
});

test('an English edition is read for its own words', () => {
  const english = (body: string) =>
    readPassages(`${FOLDER}/lesson.en.mdx`, `---\noriginal: x\ntitle: a\n---\n\n${body}\n`);
  expect(checkHeavyWords([lesson('朝。'), english('Her husband died.')])).toHaveLength(1);
  expect(
    checkHeavyWords([
      lesson('朝。'),
      english('Before the deadline, call the suicide prevention line.'),
    ]),
  ).toEqual([]);
});
