import { expect, test } from 'vitest';
import { isKana } from '~/domain/people/is-kana';
import { isEmail } from '~/domain/people/is-email';
import { nameRefusal } from '~/domain/people/name-refusal';
import { indexPlaces } from '~/domain/regions/index-places';
import { readPlace } from '~/domain/regions/read-place';
import { toKatakana } from '~/lib/japanese';
import { findHeaderRow } from './find-header-row';
import { guessColumns } from './guess-columns';
import { readAgeBand } from './read-age-band';
import { readAudience } from './read-audience';
import { readBirth } from './read-birth';
import { readName } from './read-name';
import { readRelation } from './read-relation';
import { readRow, type RowRules } from './read-row';
import { rowKey } from './row-key.server';

const TODAY = '2026-11-21';

test.each([
  ['令和6年4月1日', 2024],
  ['Ｒ６．４．１', 2024],
  ['r6/4/1', 2024],
  ['令和元年5月1日', 2019],
  ['昭和30', 1955],
  ['昭和三十', 'wrong'],
  ['S30/4/1', 1955],
  ['S64.1.7', 1989],
  ['昭和65年', 'wrong'],
  ['平31', 2019],
  ['平成31年4月30日', 2019],
  ['大正10年', 1921],
  ['明治45年', 1912],
  ['1955/4/1', 1955],
  ['１９５５年４月１日', 1955],
  ['1955年', 1955],
  ['1955', 1955],
  ['1955-04-01', 1955],
  ['1955.4', 1955],
  ['19550401', 1955],
  ['1955-04-01 00:00', 1955],
  ['昭和30年4月1日生', 1955],
  ['1955年4月1日（71歳）', 1955],
  ['20180', 1955],
  ['20180.0', 1955],
  ['', null],
  ['　', null],
  ['1955/2/30', 'wrong'],
  ['1955/13/1', 'wrong'],
  ['2026/11/22', 'range'],
  ['2026/11/21', 2026],
  ['2027', 'range'],
  ['1899', 'range'],
  ['30', 'wrong'],
  ['春ごろ', 'wrong'],
  ['=1+1', 'wrong'],
])('a birth written as %s', (typed, expected) => {
  const read = readBirth(typed, TODAY);
  expect(read.ok ? (read.birth?.year ?? null) : read.reason).toBe(expected);
});

test.each([
  ['30代', '30s'],
  ['３０歳代', '30s'],
  ['35', '30s'],
  ['35歳', '30s'],
  ['10代', '10s'],
  ['10歳', 'primary-school'],
  ['20～29歳', '20s'],
  ['20歳未満', '10s'],
  ['80歳以上', '80s'],
  ['90代', '80s'],
  ['小学生', 'primary-school'],
  ['高校生', '10s'],
  ['回答しない', 'unanswered'],
  ['', '70s'],
  ['150', null],
  ['わかもの', null],
])('an age written as %s', (typed, expected) => {
  expect(readAgeBand(typed, { year: 1955, day: '1955-04-01' }, TODAY)).toBe(expected);
});

test('the age of a birth counts birthdays where the day is known', () => {
  expect(readAgeBand('', { year: 1996, day: '1996-11-22' }, TODAY)).toBe('20s');
  expect(readAgeBand('', { year: 1996, day: '1996-11-21' }, TODAY)).toBe('30s');
  expect(readAgeBand('', { year: 2016, day: null }, TODAY)).toBe('primary-school');
  expect(readAgeBand('', null, TODAY)).toBe('unanswered');
});

test.each([
  ['かかりつけ医', 'physician'],
  ['教職員', 'educator'],
  ['地域保健・産業保健', 'health-worker'],
  ['介護支援専門員等', 'care-manager'],
  ['民生委員・児童委員・健康普及員', 'welfare-commissioner'],
  ['社会要因の相談員（弁護士等）', 'counsellor'],
  ['警察官', 'police'],
  ['消防職員', 'fire'],
  ['行政職員', 'public-servant'],
  ['一般住民', 'resident'],
  ['その他', 'other'],
  ['ﾐﾝｾｲ委員', null],
  ['民生委員', 'welfare-commissioner'],
  ['保健師', 'health-worker'],
  ['会社員', 'resident'],
  ['', 'resident'],
  ['宇宙飛行士', null],
])('an audience written as %s', (typed, expected) => {
  expect(readAudience(typed)).toBe(expected);
});

test.each([
  ['在住', 'resident'],
  ['市内在住・在勤', 'resident'],
  ['在勤', 'worker'],
  ['勤務しています', 'worker'],
  ['在学', 'student'],
  ['通学', 'student'],
  ['', 'resident'],
  ['その他', null],
])('a relation written as %s', (typed, expected) => {
  expect(readRelation(typed)).toBe(expected);
});

test.each([
  [['　髙﨑  𠮷美 '], '髙﨑 𠮷美'],
  [['髙﨑　　𠮷美'], '髙﨑　𠮷美'],
  [['髙﨑\r\n𠮷美'], '髙﨑 𠮷美'],
  [['葛\u{E0100}城', '一郎'], '葛\u{E0100}城 一郎'],
  [[' ', '一郎'], '一郎'],
])('a name of %j', (parts, expected) => {
  expect(readName(...parts)).toBe(expected);
});

test.each<[string, string[], object]>([
  [
    'e-tumo',
    [
      '申込番号',
      '手続き名',
      '申込日時',
      '氏名（漢字）',
      '氏名（フリガナ）',
      '生年月日',
      '電話番号',
      '住所',
      'メールアドレス',
    ],
    { name: 3, kana: 4, birth: 5, email: 8 },
  ],
  [
    's-kantan',
    [
      '到達番号',
      '氏名_姓',
      '氏名_名',
      'フリガナ（セイ）',
      'フリガナ（メイ）',
      '年代',
      '在住・在勤・在学の別',
    ],
    { familyName: 1, givenName: 2, familyKana: 3, givenKana: 4, ageBand: 5, relation: 6 },
  ],
  [
    'Graffer',
    [
      '申請ID',
      '申請者の姓',
      '姓',
      '名',
      '姓（カナ）',
      '名（カナ）',
      '職業',
      '市区町村',
      'メールアドレス（確認用）',
      'メールアドレス',
    ],
    {
      familyName: 1,
      givenName: 3,
      familyKana: 4,
      givenKana: 5,
      audience: 6,
      municipality: 7,
      email: 9,
    },
  ],
  [
    '姓 and 名 with セイ and メイ',
    ['姓', '名', 'セイ', 'メイ', '性別', '団体コード', '年齢'],
    { familyName: 0, givenName: 1, familyKana: 2, givenKana: 3, municipality: 5 },
  ],
  [
    'questions',
    ['1. お名前をお書きください【必須】', 'Q2 ふりがな', '3）生まれた年（生年）', '保護者のお名前'],
    { name: 0, kana: 1, birth: 2 },
  ],
])('the columns of %s are known', (_, header, expected) => {
  expect(guessColumns(header)).toEqual(expected);
});

test('a form that fills its own column for names with one word is not believed', () => {
  const header = [
    'ID',
    '開始時刻',
    '完了時刻',
    'メール',
    '名前',
    'お名前（漢字）',
    'お名前（ふりがな）',
  ];
  const rows = [['1', '', '', 'anonymous', '', '山田 花子', 'やまだ はなこ']];
  expect(guessColumns(header, rows)).toEqual({ name: 5, kana: 6 });
});

test('titles above the header are passed over', () => {
  const header = ['番号', '氏名', 'フリガナ'];
  expect(findHeaderRow([['令和8年度 氏名一覧'], [], ['作成', '健康課'], header, ['1']])).toBe(3);
  expect(findHeaderRow([header])).toBe(0);
  expect(
    findHeaderRow([
      ['', ''],
      ['a', 'b'],
    ]),
  ).toBe(1);
  expect(findHeaderRow([])).toBe(0);
});

const place = (code: string, name: string, over: object = {}) => ({
  code,
  name,
  kind: 'city' as const,
  kana: '',
  prefectureCode: '270008',
  prefectureName: '大阪府',
  prefectureKana: '',
  parentCode: null,
  cityName: null,
  cityKana: null,
  counted: true,
  ...over,
});
const ward = { kind: 'administrative-ward' as const, parentCode: '271403', cityName: '堺市' };
const PLACES = indexPlaces([
  place('271403', '堺市', { kind: 'designated-city' }),
  place('271411', '堺区', ward),
  place('271446', '西区', ward),
  place('273619', '熊取町', { kind: 'town' }),
  place('132063', '府中市', { prefectureCode: '130001', prefectureName: '東京都' }),
  place('342084', '府中市', { prefectureCode: '340006', prefectureName: '広島県' }),
  place('011011', '中央区', {
    prefectureCode: '010006',
    prefectureName: '北海道',
    cityName: '札幌市',
  }),
  place('012025', '函館市', { prefectureCode: '010006', prefectureName: '北海道' }),
]);
const isOwn = ({ code, parentCode }: { code: string; parentCode: string | null }) =>
  code === '271403' || parentCode === '271403';

test.each([
  ['271403', '271403'],
  ['２７１４０３', '271403'],
  ['27140', '271403'],
  ['27141', '271411'],
  ['12025', '012025'],
  ['1202', '012025'],
  ['堺市堺区', '271411'],
  ['大阪府堺市', '271403'],
  ['大阪府 堺市 堺区', '271411'],
  ['西区', '271446'],
  ['大阪府泉南郡熊取町', '273619'],
  ['泉南郡熊取町', '273619'],
  ['東京都府中市', '132063'],
  ['府中市', 'several 132063 342084'],
  ['堺市さかい区', 'unknown 271403'],
  ['271404', 'unknown '],
  ['ナルニア国', 'unknown '],
])('a place written as %s', (typed, expected) => {
  const read = readPlace(typed, PLACES, isOwn);
  const codes = read.ok ? [] : read.candidates.map(({ code }) => code);
  expect(read.ok ? read.place.code : `${read.reason} ${codes.join(' ')}`).toBe(expected);
});

const RULES: RowRules = {
  today: TODAY,
  ownCode: '271403',
  placeOf(typed) {
    const read = readPlace(typed, PLACES, isOwn);
    if (!read.ok) return { ...read, candidates: read.candidates.map(({ name }) => name) };
    if (isOwn(read.place)) return { ok: true, code: read.place.code };
    return { ok: false, reason: 'outside', candidates: [read.place.name] };
  },
  nameRefusal,
  toKana: toKatakana,
  isKana,
  isEmail,
};
const MAPPING = { name: 0, kana: 1, birth: 2, municipality: 3, audience: 4, email: 5 };

test('a row is read with everything put right that can be', () => {
  const cells = ['　髙﨑　𠮷美', 'ﾀｶｻｷ ﾖｼﾐ', 'S30.4.1', '27141', '民生委員', 'ｙ@EXAMPLE.jp '];
  expect(readRow(cells, MAPPING, RULES)).toEqual({
    ok: true,
    person: {
      name: '髙﨑　𠮷美',
      kana: 'タカサキ　ヨシミ',
      birthYear: 1955,
      municipalityCode: '271411',
      municipalityRelation: 'resident',
      audience: 'welfare-commissioner',
      ageBand: '70s',
      email: 'y@EXAMPLE.jp',
    },
  });
});

test('a row tells everything that has to be mended in it at once, each with its column', () => {
  const cells = ['😀', 'Takasaki', '30', '府中市', '宇宙飛行士', 'a@b'];
  const read = readRow(cells, MAPPING, RULES);
  expect(read.ok ? [] : read.findings).toEqual([
    { code: 'name-picture', field: 'name', column: 0 },
    { code: 'kana-wrong', field: 'kana', column: 1 },
    { code: 'birth-wrong', field: 'birth', column: 2 },
    { code: 'municipality-several', field: 'municipality', column: 3, words: ['府中市', '府中市'] },
    { code: 'audience-unknown', field: 'audience', column: 4 },
    { code: 'email-wrong', field: 'email', column: 5 },
  ]);
});

test('one value may stand for every row, and what is not there is the office’s own', () => {
  const mapping = {
    familyName: 0,
    givenName: 1,
    familyKana: 2,
    givenKana: 3,
    relation: 'worker',
    audience: 'police',
    ageBand: '40s',
  };
  expect(readRow(['山田', '花子', 'やまだ', 'はなこ'], mapping, RULES)).toMatchObject({
    ok: true,
    person: {
      name: '山田 花子',
      kana: 'ヤマダ　ハナコ',
      municipalityCode: '271403',
      municipalityRelation: 'worker',
      audience: 'police',
      ageBand: '40s',
      birthYear: null,
      email: null,
    },
  });
});

test('a place of another office is refused', () => {
  const read = readRow(['山田 花子', 'ヤマダ', '', '函館市', '', ''], MAPPING, RULES);
  expect(read.ok ? [] : read.findings.map(({ code }) => code)).toEqual(['municipality-outside']);
});

test('the same person has the same key however she is typed, another office another', () => {
  const person = {
    name: '髙﨑　𠮷美',
    kana: 'タカサキ　ヨシミ',
    birthYear: 1955,
    municipalityCode: '271403',
    email: 'y@EXAMPLE.jp',
  };
  const again = { ...person, name: '髙﨑 𠮷美', kana: 'タカサキ ヨシミ', email: 'Y@example.jp' };
  expect(rowKey('271403', again)).toBe(rowKey('271403', person));
  expect(rowKey('312011', person)).not.toBe(rowKey('271403', person));
  expect(rowKey('271403', { ...person, birthYear: null })).not.toBe(rowKey('271403', person));
});
