import { expect, test } from 'vitest';
import { checkEnglishLevel } from './english-level';
import { readPassages } from './passages';

const check = (body: string, name = 'lesson.en.mdx') =>
  checkEnglishLevel(
    readPassages(
      `content/courses/first/koe/${name}`,
      `---\noriginal: x\ntitle: a\n---\n\n${body}\n`,
    ),
  );
const words = (count: number) => `${Array.from({ length: count }, () => 'word').join(' ')}.`;

test('refuses a sentence of more than 30 words, and says how many', () => {
  expect(check(`Hello. ${words(31)}`)).toMatchObject([
    {
      line: 6,
      column: 8,
      reason: '英文が長すぎます（31語。30語まで）',
      remedy: '二つの文に分けてください',
    },
  ]);
  expect(check(`${words(30)} ${words(30)}`)).toEqual([]);
  expect(check('Mr. Okabe said “Good morning.” He waited…\n\nShe smiled! Why?')).toEqual([]);
});

test('refuses Japanese that is no name in brackets', () => {
  expect(check('Say こんにちは to her.')).toMatchObject([
    { line: 6, column: 5, reason: '英語の版に日本語「こんにちは」が残っています' },
  ]);
  expect(check('Say “hello”。')).toHaveLength(1);
});

test('takes a Japanese name in brackets once, not twice', () => {
  expect(check('A gatekeeper (ゲートキーパー) listens.')).toEqual([]);
  expect(check('The 「居場所」 in town.')).toEqual([]);
  expect(check('A gatekeeper (ゲートキーパー).\n\nA gatekeeper (ゲートキーパー).')).toMatchObject([
    { line: 8, reason: expect.stringContaining('二度') },
  ]);
});

test('leaves other editions alone', () => {
  expect(check('こんにちは。', 'lesson.mdx')).toEqual([]);
});
