import { expect, test } from 'vitest';
import { checkCaptions } from './captions';

const GOOD = 'WEBVTT\n\n1\n00:00:00.000 --> 00:00:02.500\nこんにちは。\n\n00:03.000 --> 00:04.000 line:0\nまた来てね。\n';
const reasons = (source: string) =>
  checkCaptions(source).map(({ line, reason }) => `${line} ${reason}`);

test('captions in order, with words, are taken', () => {
  expect(reasons(GOOD)).toEqual([]);
});

test.each([
  ['1\n00:00:00,000 --> 00:00:02,500\nこんにちは。', '1 一行目が WEBVTT ではありません'],
  ['WEBVTT\n\nこんにちは。\n', '1 字幕が一つもありません'],
  [GOOD.replace('02.500', '02,500'), '4 字幕の時刻が読めません'],
  [GOOD.replace('00:00:02.500', '00:00:00.000'), '4 字幕の終わりが始まりより前です'],
  [GOOD.replace('00:00:00.000', '00:00:01.000').replace('00:03.000', '00:00.500'), '7 字幕が時刻の順に並んでいません'],
  [GOOD.replace('こんにちは。', ''), '4 字幕に、ことばがありません'],
  [GOOD.replace('こんにちは。', '<b>こんにちは</b>'), '5 字幕にタグが入っています'],
])('captions that a browser could not show are refused: %#', (source, reason) => {
  expect(reasons(source)).toContain(reason);
});
