import type { directoryEntries } from '~/db/schema.server';
import { addDays, jstDates } from '~/lib/clock';
import type { Weekday } from '~/lib/opening-hours';

type Row = typeof directoryEntries.$inferInsert;

const SAKAI = '271403';
const OSAKA = '270008';
const WEEKDAYS: Weekday[] = [1, 2, 3, 4, 5];
const CHECK_EVERY_DAYS = 180;

/** Made-up windows of a city and its prefecture. Nobody has their numbers; one was looked at too long ago. */
export function makeDemoWindows(at: Date): Row[] {
  const { day } = jstDates(at);
  const row = (number: number, over: Pick<Row, 'name' | 'kana' | 'ways' | 'worries' | 'forWhom'>) =>
    ({
      id: `de300000-0000-4000-8000-${String(number).padStart(12, '0')}`,
      areaCode: SAKAI,
      number: `072-000-000${number}`,
      hoursOpen: {
        weekly: [{ days: WEEKDAYS, from: '09:00', to: '17:30' }],
        monthly: [],
        holidays: 'unknown',
      },
      lastChecked: addDays(day, -20),
      checkEveryDays: CHECK_EVERY_DAYS,
      checkedBy: 'demo',
      createdAt: at,
      changedAt: at,
      ...over,
    }) satisfies Row;
  return [
    row(1, {
      name: '暮らしの困りごと相談（見本）',
      kana: 'クラシノコマリゴトソウダン　ミホン',
      ways: ['phone', 'visit'],
      worries: ['money', 'work', 'alone'],
      forWhom: '市内にお住まいの方。家族や近所の方も相談できます',
    }),
    row(2, {
      name: 'こころの健康相談（見本）',
      kana: 'ココロノケンコウソウダン　ミホン',
      ways: ['phone'],
      worries: ['feeling', 'death', 'illness'],
      forWhom: 'こころの健康で気になることがある方、そのご家族',
    }),
    {
      ...row(3, {
        name: '多文化暮らし相談（見本）',
        kana: 'タブンカクラシソウダン　ミホン',
        ways: ['phone', 'visit'],
        worries: ['foreign-language', 'office'],
        forWhom: '外国から来て市内で暮らす方',
      }),
      languages: '英語、ベトナム語、中国語',
      lastChecked: addDays(day, -CHECK_EVERY_DAYS - 20),
    },
    {
      ...row(4, {
        name: '府の若者相談（見本）',
        kana: 'フノワカモノソウダン　ミホン',
        ways: ['phone', 'mail'],
        worries: ['youth', 'work'],
        forWhom: '府内の39歳までの方',
      }),
      areaCode: OSAKA,
    },
  ];
}
