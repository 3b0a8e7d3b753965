import { expect, test } from 'vitest';
import { checkFigures } from './figures';
import { readPassages } from './passages';

const FRONT =
  '---\nid: x\ntitle: 見本\nsources:\n  - { id: "1", document: 調査, at: 1行, year: 2022 }\n---\n';
const check = (body: string, name = 'lesson.mdx') =>
  checkFigures(readPassages(`content/courses/first/koe/${name}`, FRONT + body));
const quiz = (feedback: string) =>
  checkFigures(
    readPassages(
      'content/courses/first/koe/quiz.yaml',
      `questions:\n  - text: 問い\n    feedback: ${feedback}\n`,
    ),
  );

test.each([
  '四割の人がそう答えました。',
  '39.3%の人がそう答えました。',
  '約４０パーセントです。',
  '三人に一人が感じています。',
  '10人のうち3人です。',
  '2021年に約185,000人が受けました。',
  '二万一千人が亡くなりました。',
  '相談は320件でした。',
  '2.5倍に増えました。',
  '大人の三分の一がそう答えました。',
  '回答者の半数以上です。',
])('refuses a figure without a source: %s', (body) => {
  expect(check(`\n${body}\n`)).toMatchObject([
    { line: 8, reason: expect.stringContaining('出典がありません') },
  ]);
});

test('refuses a figure whose year is not in the words, and names what to write', () => {
  expect(check('\n四割の人がそう答えました<Cite id="1" />。\n')).toMatchObject([
    {
      line: 8,
      column: 1,
      reason: '数字「四割」がいつのものか、本文に書かれていません',
      remedy: expect.stringContaining('年を書いてください'),
    },
  ]);
});

test('takes a figure with its source and its year in the same paragraph, in every edition', () => {
  expect(check('\n2022年の調査で、四割の人がそう答えました<Cite id="1" />。\n')).toEqual([]);
  expect(check('\n令和4年に、\n39.3%でした<Cite id="1" />。\n')).toEqual([]);
  expect(check('\n2022年の調べで、４割の人です<Cite id="1" />。\n', 'lesson.easy.mdx')).toEqual([]);
  expect(check('\nIn 2022, 40 per cent said so<Cite id="1" />.\n', 'lesson.en.mdx')).toEqual([]);
});

test('the source of another paragraph does not count', () => {
  expect(check('\n2022年の調査です<Cite id="1" />。\n\n2022年には四割でした。\n')).toHaveLength(1);
});

test.each([
  'パンが一つ。週に三度、二週間つづきました。',
  '七十代の方が、十分前に来て、三階へ行きます。',
  '千円を二枚、30分で三十回。110か119へ。',
  '四つの役割のどれか一つで足ります。役割は分け合えます。',
  '百人いれば百とおりです。一人で五つしなくてよいのです。',
  '20人ほどの教室に、二人ずつ座ります。人一倍うれしい。',
  '重さが三分の一になります。半分だけ持ちます。',
  '2022年の計画は、こう書いています<Cite id="1" />。',
  '五割引きのお弁当を買いました。',
])('takes what is no statistic: %s', (body) => {
  expect(check(`\n${body}\n`)).toEqual([]);
});

test('numbers of a story are free, until somebody in it speaks of a survey', () => {
  const scene = (words: string) => check(`\n<Scene>\n${words}\n</Scene>\n`);
  expect(scene('仕事は八割がた終わりました。宴会は120人です。')).toEqual([]);
  expect(scene('「国の調査では、四割の人がそうだって」と言いました。')).toHaveLength(1);
});

test('more than two figures in one lesson are too many', () => {
  const many = ['四割', '五割', '六割'].map((figure) => `2022年は${figure}です<Cite id="1" />。`);
  expect(check(`\n${many.join('\n\n')}\n`)).toMatchObject([
    { line: 12, reason: expect.stringContaining('数字が多すぎます') },
  ]);
});

test('in questions a figure carries its year and source in brackets, or is refused', () => {
  expect(quiz('四割の人がそう答えています。')).toMatchObject([{ line: 3, column: 15 }]);
  expect(quiz('四割の人がそう答えています（2022年）。')).toHaveLength(1);
  expect(quiz('四割の人がそう答えています（2022年、内閣官房の調査）。')).toEqual([]);
});

test.each([
  'One in three people feel lonely.',
  '39.3% said so.',
  'About 185,000 people took part.',
  'Two million calls came.',
  'Half of the respondents agreed.',
])('refuses in English: %s', (body) => {
  expect(check(`\n${body}\n`, 'lesson.en.mdx')).toHaveLength(1);
});

test.each([
  'One in the morning.',
  'Call back in two minutes.',
  'There are four roles; one is enough.',
])('takes in English: %s', (body) => {
  expect(check(`\n${body}\n`, 'lesson.en.mdx')).toEqual([]);
});
