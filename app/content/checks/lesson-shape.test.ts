import { expect, test } from 'vitest';
import { checkLessonShape } from './lesson-shape';
import { readPassages } from './passages';

const WHOLE =
  '<Scene>{s}</Scene>\n\n<Think>何と言いますか。</Think>\n\n<Try>声に出します。</Try>\n\n<TakeHome>一つだけ。</TakeHome>\n';
const check = (body: string, name = 'lesson.mdx') =>
  checkLessonShape(
    readPassages(`content/courses/first/koe/${name}`, `---\nid: x\ntitle: 見本\n---\n\n${body}`),
  );
const scene = (chars: number) => WHOLE.replace('{s}', `${'あ'.repeat(chars - 1)}。`);

test('takes a lesson with scene, question, try and one line to keep, of a few minutes', () => {
  expect(check(scene(900))).toEqual([]);
});

test('refuses a lesson that lacks a part, and says what belongs there', () => {
  expect(check(scene(900).replace(/<Think>.*<\/Think>/, ''))).toMatchObject([
    {
      line: 1,
      reason: '考えてみる（<Think>）がありません',
      remedy: '説明の前に、答えのない問いを一つ書き足してください',
    },
  ]);
});

test('refuses a lesson that is too short or too long to be one', () => {
  expect(check(scene(100))).toMatchObject([{ reason: expect.stringContaining('短すぎます') }]);
  expect(check(scene(1700))).toMatchObject([{ reason: expect.stringContaining('長すぎます') }]);
});

test('editions follow their original, and are not measured by it', () => {
  expect(check('短い。', 'lesson.easy.mdx')).toEqual([]);
});
