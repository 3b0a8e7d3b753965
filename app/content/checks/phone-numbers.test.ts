import { expect, test } from 'vitest';
import { readPassages } from './passages';
import { checkPhoneNumbers } from './phone-numbers';

const DIRECTORY = ['0120-279-338', '#8008'];
const check = (body: string, file = 'content/courses/first/koe/lesson.mdx') =>
  checkPhoneNumbers(
    readPassages(file, `---\nid: 0571aa41-0120-4ca7-9053-64792ac3a244\n---\n${body}\n`),
    DIRECTORY,
  );

test.each([
  '0570-046-556',
  '０５７０－０４６－５５６',
  '03(1234)5678',
  '0570046556',
  '#9999',
  '＃９９９９',
  '189番',
  '[電話](tel:0570-046-556)',
  '<Talk title="03-1234-5678 へ"><Line who="a">b</Line></Talk>',
])('refuses %s, which the directory does not have', (number) => {
  expect(check(`\n電話は${number}へ`)).toMatchObject([
    {
      line: 5,
      reason: expect.stringContaining('相談先の一覧'),
      remedy: expect.stringContaining('[相談先の一覧](/help)'),
    },
  ]);
});

test.each([
  '0120-279-338',
  '０１２０－２７９－３３８',
  '0120279338',
  '#8008',
  '[電話](tel:0120-279-338)',
  '119か110',
  '110番',
  '2022年12月26日、3873–3875行、1,741、第27140-2026-000418号、1番',
])('takes %s', (number) => {
  expect(check(`\n電話は${number}へ`)).toEqual([]);
});

test('in a question and a programme too, but the directory itself is the list', () => {
  const yaml = (file: string) =>
    checkPhoneNumbers(readPassages(file, 'note: 電話は 0570-046-556 です\n'), DIRECTORY);
  expect(yaml('content/programmes/sample.yaml')).toHaveLength(1);
  expect(yaml('content/directory/line.yaml')).toEqual([]);
});
