import { randomUUID } from 'node:crypto';
import { writeXlsx } from 'hucre/xlsx';
import iconv from 'iconv-lite';

const FAMILIES =
  '髙﨑 𠮷田 渡邊 齋藤 葛西 城 山根 大西 森田 宮本 北村 南 東海林 五十嵐 小鳥遊 長谷川 金 佐々木 土屋 岡部'.split(
    ' ',
  );
const SYLLABLES = 'あいうえおかきくけこ';
const BIRTHS = [
  'S30.4.1',
  '昭和45年',
  '1990/1/2',
  '２００１年３月４日',
  '20180',
  '',
  '平5',
  '19620715',
];
const AUDIENCES = ['民生委員', '', '会社員', '保健師', 'その他', '行政職員'];
const AGES = ['', '３０代', '40歳', '回答しない'];

export const LIST_ROWS = 2_000;
/** What is wrong in the list: 40 births, 20 names, and the first 10 rows once more at its end. */
export const WRONG_ROWS = 70;
const HEADER = [
  '受付番号',
  '氏名（漢字）',
  '氏名（カナ）',
  '生年月日',
  '市区町村',
  '対象',
  '年代',
  'メールアドレス',
];

/** A list as it comes out of a form that people filled in: every row its own way. */
export function messyRows(places: string[]): string[][] {
  const tag = randomUUID().slice(0, 8);
  const people = Array.from({ length: LIST_ROWS - 10 }, (_, i) => {
    const family = FAMILIES[i % FAMILIES.length]!;
    const n = Math.floor(i / FAMILIES.length);
    const given = [n % 10, Math.floor(n / 10)].map((one) => SYLLABLES[one]).join('') + tag[i % 8];
    const gap = ['　', ' ', '  ', ''][i % 4];
    const kana = `${SYLLABLES[i % 10]}ﾀｶｻｷ ${SYLLABLES[n % 10]}${SYLLABLES[Math.floor(n / 10)]}`;
    return [
      String(i + 1),
      i % 100 === 13 ? ' ' : ` ${family}${gap}${given.replace(/[0-9a-f]$/, '子')}`,
      kana,
      i % 50 === 7 ? 'いつか' : BIRTHS[i % BIRTHS.length]!,
      places[i % places.length]!,
      AUDIENCES[i % AUDIENCES.length]!,
      AGES[i % AGES.length]!,
      i % 3 === 0 ? `u${i}.${tag}@example.jp` : '',
    ];
  });
  return [...people, ...people.slice(0, 10)];
}

export async function asWorkbook(rows: string[][]): Promise<Buffer> {
  const cells = rows.map((row) =>
    row.map((cell, i) => (i === 3 && /^\d{5}$/.test(cell) ? Number(cell) : cell)),
  );
  const bytes = await writeXlsx({
    sheets: [{ name: '申込者', rows: [['令和8年度 講座の申込者一覧'], [], HEADER, ...cells] }],
  });
  return Buffer.from(bytes);
}

/** Letters that CP932 does not have are typed another way there. */
export function asCp932(rows: string[][]): Buffer {
  const lines = [HEADER, ...rows].map((row) => row.map((cell) => `"${cell}"`).join(','));
  return iconv.encode(lines.join('\r\n').replaceAll('𠮷', '吉'), 'cp932');
}
