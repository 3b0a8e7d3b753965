import { readXlsx } from 'hucre/xlsx';
import iconv from 'iconv-lite';
import { expect, test } from 'vitest';
import { cp932Stream, encodeCp932, findLostLetters } from './cp932.server';
import { csvLine, csvStream } from './csv.server';
import { fileRows, type Cell, type ReportTable } from './table';
import { sheetOf, writeWorkbook } from './workbook.server';

const TABLE: ReportTable = {
  title: '月別の修了者',
  head: [
    ['地域', '堺市'],
    ['期間', '令和8年度（2026年度）'],
  ],
  columns: [
    { title: '日', width: 12, kind: 'date' },
    { title: '主催', width: 30, kind: 'text' },
    { title: '延べ', width: 8, kind: 'number' },
    { title: '割合', width: 8, kind: 'percent' },
  ],
  rows: [
    ['2026-04-01', '=1+1', 12, 0.6],
    ['2027-03-31', '𠮷田の会', -3, null],
  ],
};

async function chunksOf(stream: ReadableStream<Uint8Array>): Promise<Uint8Array[]> {
  const chunks = [];
  const reader = stream.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return chunks;
    chunks.push(value);
  }
}

async function bytesOf(stream: ReadableStream<Uint8Array>): Promise<Buffer> {
  return Buffer.concat(await chunksOf(stream));
}

function* manyRows(count: number): Generator<Cell[]> {
  for (let i = 0; i < count; i += 1) yield ['2026-04-01', `主催 ${i}`, i, 0.5];
}

test('a CSV begins with the mark of UTF-8 and ends its lines with CRLF', async () => {
  const bytes = await bytesOf(csvStream(fileRows([TABLE])));
  expect(bytes.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
  expect(bytes.toString('utf8').slice(1)).toBe(
    [
      '月別の修了者',
      '地域,堺市',
      '期間,令和8年度（2026年度）',
      '',
      '日,主催,延べ,割合',
      "2026-04-01,'=1+1,12,0.6",
      '2027-03-31,𠮷田の会,-3,',
      '',
    ].join('\r\n'),
  );
});

test('quotes, commas and line ends in a cell are quoted', () => {
  expect(csvLine(['a"b', 'c,d', 'e\nf', 'g'])).toBe('"a""b","c,d","e\nf",g\r\n');
});

test('text that would run as a formula is disarmed, numbers and a sign alone are left', () => {
  expect(csvLine(['=A1', '+81', '-1', '@x', '\tx'])).toBe("'=A1,'+81,'-1,'@x,'\tx\r\n");
  expect(csvLine(['\rx'])).toBe('"\'\rx"\r\n');
  expect(csvLine([-1, 0, 1.5, null, '-', '−'])).toBe('-1,0,1.5,,-,−\r\n');
});

test('letters that CP932 has under another code are written, not lost', async () => {
  const text = '〜—−‖¢£¬¥髙﨑①';
  expect(await findLostLetters([[text]])).toEqual([]);
  expect(iconv.decode(Buffer.from(encodeCp932(text)), 'cp932')).toBe('～―－∥￠￡￢￥髙﨑①');
});

test('letters that CP932 lacks are named with their number and first cell', async () => {
  const rows = [
    ['a', 1],
    ['𠮷田', '𠮷鷗'],
    [null, '葛\u{E0100}'],
  ];
  expect(await findLostLetters(rows)).toEqual([
    { letter: '𠮷', codePoint: 'U+20BB7', count: 2, firstCell: 'A2' },
    { letter: '鷗', codePoint: 'U+9DD7', count: 1, firstCell: 'B2' },
    { letter: '葛\u{E0100}', codePoint: 'U+E0100', count: 1, firstCell: 'B3' },
  ]);
});

test('a cell in the twenty-eighth column is named AB', async () => {
  expect((await findLostLetters([[...Array<null>(27).fill(null), '𠮷']]))[0]?.firstCell).toBe(
    'AB1',
  );
});

test('a lost letter is written as 〓 and a lost variation as its base form', async () => {
  const bytes = await bytesOf(cp932Stream([['𠮷田', '葛\u{E0100}飾']]));
  expect(iconv.decode(bytes, 'cp932')).toBe('〓田,葛飾\r\n');
});

test('a workbook of one sheet holds text, numbers and days as such under its head', async () => {
  const book = await readXlsx(await bytesOf(writeWorkbook({ sheets: [sheetOf(TABLE)] })));
  expect(book.sheets[0]?.name).toBe('月別の修了者');
  const rows = book.sheets[0]!.rows;
  expect(rows[1]?.slice(0, 2)).toEqual(['地域', '堺市']);
  expect(rows[4]).toEqual(['日', '主催', '延べ', '割合']);
  expect(rows[5]).toEqual([new Date('2026-04-01T00:00:00Z'), '=1+1', 12, 0.6]);
  expect(rows[6]?.slice(0, 3)).toEqual([new Date('2027-03-31T00:00:00Z'), '𠮷田の会', -3]);
});

test('several sheets stand in one workbook under names that Excel takes', async () => {
  const long = { ...TABLE, title: '長'.repeat(40) };
  const tables = [TABLE, { ...TABLE, title: 'a/b[c]' }, long, long];
  const book = await readXlsx(await bytesOf(writeWorkbook({ sheets: tables.map(sheetOf) })));
  expect(book.sheets.map(({ name }) => name)).toEqual([
    '月別の修了者',
    'a・b・c・',
    '長'.repeat(31),
    `${'長'.repeat(27)} (2)`,
  ]);
  expect(book.sheets[1]!.rows[5]).toEqual([new Date('2026-04-01T00:00:00Z'), '=1+1', 12, 0.6]);
});

test('several sheets of too many rows are refused rather than held in memory', async () => {
  const sheet = sheetOf({ ...TABLE, rows: [...manyRows(20_001)] });
  await expect(bytesOf(writeWorkbook({ sheets: [sheet, sheet] }))).rejects.toThrow(/more than/);
});

test('a hundred thousand rows leave turns for others while they are written', async () => {
  const sheet = { ...sheetOf(TABLE), rows: manyRows(100_000) };
  for (const stream of [writeWorkbook({ sheets: [sheet] }), csvStream(manyRows(100_000))]) {
    let turns = 0;
    let running = true;
    const count = () => {
      turns += 1;
      if (running) setImmediate(count);
    };
    setImmediate(count);
    const chunks = await chunksOf(stream);
    running = false;
    expect(chunks.length).toBeGreaterThan(20);
    expect(turns).toBeGreaterThan(100);
  }
});

test('a reader who goes away ends the reading of rows', async () => {
  let read = 0;
  function* endless(): Generator<Cell[]> {
    for (;;) yield [(read += 1)];
  }
  const reader = csvStream(endless()).getReader();
  await reader.read();
  await reader.cancel();
  const then = read;
  await new Promise((resolve) => setImmediate(resolve));
  expect(read).toBe(then);
});
