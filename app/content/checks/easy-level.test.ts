import { expect, test } from 'vitest';
import { checkEasyLevel } from './easy-level';
import { readPassages } from './passages';

const check = (body: string, name = 'lesson.easy.mdx') =>
  checkEasyLevel(
    readPassages(
      `content/courses/first/koe/${name}`,
      `---\noriginal: x\ntitle: 見本\n---\n\n${body}\n`,
    ),
  );
const LONG =
  '駅の前の店で働いている人が、きのうの夜から何も食べていないと聞いて、とても心配になりました。';

test('refuses a sentence of more than 40 letters, and says how long it is', () => {
  expect(check(`こんにちは。${LONG}`)).toMatchObject([
    {
      line: 6,
      column: 7,
      reason: '文が長すぎます（43字。やさしい日本語は40字まで）',
      remedy: expect.stringContaining('分けてください'),
    },
  ]);
  expect(check(LONG, 'lesson.mdx')).toEqual([]);
});

test('readings, signs and an explanation in brackets make a sentence no longer', () => {
  const words =
    '{孤独|こどく}（ひとりで さびしいと 思う こと）を感じている人は、あなたの{町|まち}にもきっといます。';
  expect(check(words)).toEqual([]);
});

test('refuses a lesson whose sentences are long on the whole', () => {
  const middling = '近くに住んでいる人の声がいつもより小さいことに気づいた日がありました。';
  expect(check(middling.repeat(7))).toMatchObject([
    { line: 1, reason: expect.stringContaining('平均') },
  ]);
  expect(check(`${middling}こんにちは。`.repeat(7))).toEqual([]);
});

test.each([
  ['話したくないわけではありません。', '二重の否定'],
  ['行かざるをえません。', '二重の否定'],
  ['行けないことはありません。', '二重の否定'],
  ['分からなくはないです。', '二重の否定'],
  ['聞かせていただけますと助かります。', '敬語'],
  ['休ませていただきます。', '敬語'],
  ['お答えできかねます。', '敬語'],
  ['背中を押します。', '慣用句'],
])('refuses %s', (body, what) => {
  const [problem] = check(body);
  expect(problem).toMatchObject({ line: 6 });
  expect(problem?.reason).toContain(what);
});

test.each([
  '話したくない人もいます。',
  '書いていないものもあります。行かないこともあります。',
  'おはようございます。',
  '行かなければなりません。',
  '聞かせてください。',
  '耳を傾ける（よく聞く）人です。',
])('takes %s', (body) => {
  expect(check(body)).toEqual([]);
});

test('refuses a lesson that tells most of its story in the passive', () => {
  expect(check('先生に呼ばれました。友だちに笑われました。'.repeat(4))).toMatchObject([
    { reason: expect.stringContaining('多すぎます') },
  ]);
  expect(check('先生に呼ばれました。友だちと帰りました。疲れました。'.repeat(4))).toEqual([]);
});
