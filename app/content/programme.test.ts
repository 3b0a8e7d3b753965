import { expect, test } from 'vitest';
import { programmeFile } from './library';

const standing = {
  code: 'sample',
  family: 'kokoro',
  title: '見本',
  kana: 'ミホン',
  position: 1,
  summary: '見本です。',
  role: '見本です。',
  audience: 'どなたでも',
  minutes: 120,
  parts: [
    { name: '共通', minutes: 90, take: 'all', courses: ['common'] },
    { name: '選択', minutes: 30, take: 'one', courses: ['stress', 'work'] },
  ],
  teaching: { text: '指導者', source: '見本' },
  live: { required: true, minutes: 120, late_minutes: 15 },
  completion: { right_share: 0 },
  attests: { title: '認定証', other_titles: ['修了証'], body: '修められました。' },
};

const problemsOf = (change: object) =>
  programmeFile
    .safeParse({ ...standing, ...change })
    .error?.issues.map(({ path, message }) => `${path.join('.')} ${message}`) ?? [];

test('a programme in parts is read with its attendance rule, its titles and what it leaves open', () => {
  expect(programmeFile.parse(standing)).toMatchObject({
    live: { required: true, minutes: 120, lateMinutes: 15 },
    attests: { title: '認定証', otherTitles: ['修了証'] },
    knownAs: [],
    renewal: null,
    questionnaire: null,
    followUp: null,
  });
});

test.each([
  [119, ['parts 部分の時間の合計が 120 分で、minutes の 119 分と違います']],
  [120, []],
  [121, ['parts 部分の時間の合計が 120 分で、minutes の 121 分と違います']],
])('parts that last 120 minutes in a programme of %i', (minutes, problems) => {
  const live = { required: true, minutes: 90, late_minutes: 15 };
  expect(problemsOf({ minutes, live })).toEqual(problems);
});

test.each([
  [{ required: true, minutes: 120 }, 'live 出席が要る部分の minutes と late_minutes がありません'],
  [{ required: true, late_minutes: 15 }, 'live 出席が要る部分の minutes と late_minutes がありません'],
  [{ required: false, late_minutes: 15 }, 'live.late_minutes 出席が要らないのに、遅刻の目安があります'],
  [{ required: true, minutes: 121, late_minutes: 15 }, 'live.minutes 出席する時間が、全体より長くなっています'],
  [{ required: true, minutes: 120, late_minutes: 120 }, 'live.late_minutes 遅刻の目安が、出席する時間より長くなっています'],
])('an attendance rule that cannot be held is refused: %o', (live, problem) => {
  expect(problemsOf({ live })).toEqual([problem]);
});

test.each([
  { required: true, minutes: 120, late_minutes: 0 },
  { required: true, minutes: 120, late_minutes: 119 },
  { required: false },
])('an attendance rule at its edge is taken: %o', (live) => {
  expect(problemsOf({ live })).toEqual([]);
});

test('a choice of one course is no choice, and a course stands in one part only', () => {
  const [common, elective] = standing.parts;
  expect(problemsOf({ parts: [common, { ...elective, courses: ['stress'] }] })).toEqual([
    'parts.1.courses 一つを選ぶ部分なのに、講座が一つしかありません',
  ]);
  expect(problemsOf({ parts: [common, { ...elective, courses: ['stress', 'common'] }] })).toEqual([
    'parts.1.courses.1 講座 common が二度出てきます',
  ]);
});

test('an end can only be set to something attested', () => {
  const renewal = { may_be_set: true, open_months_before: 3, note: '更新できます。' };
  expect(problemsOf({ renewal, attests: null })).toEqual([
    'renewal 証書がないのに、期限を決められることになっています',
  ]);
  expect(problemsOf({ renewal: { ...renewal, may_be_set: false }, attests: null })).toEqual([]);
  expect(programmeFile.parse({ ...standing, renewal }).renewal).toEqual({
    openMonthsBefore: 3,
    note: '更新できます。',
  });
});

test('one reminder of the follow-up at most', () => {
  expect(problemsOf({ follow_up: { after_months: 3, reminders: 1 } })).toEqual([]);
  expect(problemsOf({ follow_up: { after_months: 3, reminders: 2 } })).toHaveLength(1);
});
