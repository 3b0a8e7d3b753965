import { expect, test } from 'vitest';
import { helpLineFile } from './library';
import { nextStepsFile } from './next-steps';

const LINE = {
  id: 'line',
  name: '見本の相談',
  kana: 'ミホンノソウダン',
  kind: 'phone',
  number: '0120-000-000',
  worries: ['feeling'],
  ways: ['phone'],
  hours: '公式ページでお確かめください',
  for: 'どなたでも',
  last_checked: '2026-11-01',
  verified: false,
  source: '見本',
  position: 10,
};
const problems = (over: Record<string, unknown>) =>
  helpLineFile.safeParse({ ...LINE, ...over }).error?.issues.map(({ message }) => message) ?? [];

test('hours are reckoned with only where they are written as hours', () => {
  expect(helpLineFile.parse(LINE)).toMatchObject({
    hoursOpen: null,
    periods: null,
    checkEveryDays: 180,
  });
  const weekly = [{ days: ['mon', 'sun'], from: '22:00', to: '05:00' }];
  expect(helpLineFile.parse({ ...LINE, hours_open: { weekly } }).hoursOpen).toEqual({
    weekly: [{ days: [1, 0], from: '22:00', to: '05:00' }],
    monthly: [],
    holidays: 'unknown',
  });
});

test.each([
  [{ hours_open: { weekly: [{ days: 'every-day', from: '9:00', to: '17:00' }] } }, '時刻'],
  [{ hours_open: { weekly: [{ days: 'every-day', from: '24:00', to: '24:00' }] } }, '時刻'],
  [{ hours_open: { weekly: [] } }, 'hours_open に時間がありません'],
  [{ periods: [{ from: '2026-05-07', to: '2026-05-02' }] }, '期間の終わりが始まりより前です'],
  [{ kind: 'window', number: undefined }, '窓口の探し方がありません'],
  [{ number: undefined }, '番号も住所もありません'],
])('refuses %j', (over, said) => {
  expect(problems(over).join()).toContain(said);
});

test('a worry or a way that is on no list is refused', () => {
  expect(problems({ worries: ['sorrow'] })).toHaveLength(1);
  expect(problems({ ways: [] })).toHaveLength(1);
});

test('three to five steps for a family, each with an id of its own', () => {
  const steps = (...ids: string[]) => ids.map((id) => ({ id, text: 'あ', easy: 'あ', en: 'a' }));
  const file = (gatekeeper: ReturnType<typeof steps>) =>
    nextStepsFile.safeParse({ gatekeeper, tsunagari: steps('a', 'b', 'c'), kokoro: steps('a', 'b', 'c') });
  expect(file(steps('a', 'b', 'c')).success).toBe(true);
  expect(file(steps('a', 'b')).success).toBe(false);
  expect(file(steps('a', 'b', 'c', 'd', 'e', 'f')).success).toBe(false);
  expect(file(steps('a', 'b', 'a')).error?.issues[0]?.message).toBe('一歩 a が二つあります');
});
