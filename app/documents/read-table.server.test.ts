import { writeXlsx } from 'hucre/xlsx';
import iconv from 'iconv-lite';
import { expect, test } from 'vitest';
import { craftedZip, type CraftedEntry } from '../../tests/crafted-zip';
import { csvStream } from './csv.server';
import { readTable } from './read-table.server';
import { FILE_MAX_BYTES, readUpload } from './read-upload.server';
import { ZIP_LIMITS } from './safe-zip.server';

const LIMITS = { rows: 100 };
const read = (bytes: Uint8Array | string) =>
  readTable(typeof bytes === 'string' ? Buffer.from(bytes) : bytes, LIMITS);

async function rowsOf(bytes: Uint8Array | string): Promise<string[][]> {
  const got = await read(bytes);
  if (!got.ok) throw new Error(got.reason);
  return got.table.rows;
}

const LIST = '氏名,フリガナ,番号\r\n髙﨑 一郎,タカサキ イチロウ,007\r\n';
const ROWS = [
  ['氏名', 'フリガナ', '番号'],
  ['髙﨑 一郎', 'タカサキ イチロウ', '007'],
];

test.each([
  ['UTF-8', Buffer.from(LIST), 'utf-8'],
  ['UTF-8 with its mark', Buffer.from(`\uFEFF${LIST}`), 'utf-8'],
  ['CP932', iconv.encode(LIST, 'cp932'), 'cp932'],
  ['UTF-16', iconv.encode(LIST, 'utf-16le', { addBOM: true }), 'utf-16'],
  ['UTF-16, the other way round', iconv.encode(LIST, 'utf-16be', { addBOM: true }), 'utf-16'],
])('a list in %s is read', async (_, bytes, format) => {
  expect(await read(bytes)).toMatchObject({ ok: true, table: { rows: ROWS, format } });
});

test.each([
  ['tabs', LIST.replaceAll(',', '\t')],
  ['semicolons', LIST.replaceAll(',', ';')],
  ['LF alone', LIST.replaceAll('\r\n', '\n')],
  ['CR alone', LIST.replaceAll('\r\n', '\r')],
  ['no newline at the end', LIST.trimEnd()],
  ['quotes', LIST.replace('髙﨑 一郎', '"髙﨑 一郎"').replace('007', '"007"')],
  ['empty cells and rows at the ends', LIST.replaceAll('\r\n', ',,\r\n') + ',,,\r\n \r\n'],
  ['a zero kept by a formula of text', LIST.replace('007', '="007"')],
])('a list with %s is read', async (_, text) => {
  expect(await rowsOf(text)).toEqual(ROWS);
});

test('quotes hold delimiters, newlines and quotes', async () => {
  const rows = await rowsOf('氏名,備考\r\n"山田, ""太郎""","一行目\r\n二行目"\r\n');
  expect(rows[1]).toEqual(['山田, "太郎"', '一行目\r\n二行目']);
});

test('a rare letter split over the slices of the reader stays whole', async () => {
  const text = `${'あ'.repeat(65535)}a髙,${'い'.repeat(70000)}\r\n`;
  const got = await readTable(iconv.encode(text, 'cp932'), LIMITS);
  expect(got).toMatchObject({ ok: true, table: { format: 'cp932' } });
});

test('a formula in a list is text, and comes out again as text', async () => {
  const rows = await rowsOf('氏名,番号\r\n"=HYPERLINK(""http://evil.example"")",@1\r\n');
  expect(rows[1]).toEqual(['=HYPERLINK("http://evil.example")', '@1']);
  const text = await new Response(csvStream(rows)).text();
  expect(text).toContain(`"'=HYPERLINK(`);
  expect(text).toContain(`'@1`);
  expect(await rowsOf(text)).toEqual(rows);
});

test('a workbook is read as text: dates, numbers, formulas of which the value is kept, rows with gaps', async () => {
  const bytes = await writeXlsx({
    sheets: [
      { name: '説明', hidden: true, rows: [['この表は']] },
      {
        name: '名簿',
        rows: [
          ['令和8年度 名簿'],
          [],
          ['氏名', '生年月日', '団体コード'],
          ['髙﨑 𠮷美', new Date('1955-04-01T00:00:00Z'), 271403],
          ['=1+1', 20180, 12025],
          [null, null, null],
        ],
        columns: [{ width: 10 }, { width: 12, numFmt: 'yyyy/mm/dd' }, { width: 8 }],
      },
      { name: 'べつの名簿', rows: [['氏名']] },
    ],
  });
  const got = await read(bytes);
  expect(got).toMatchObject({
    ok: true,
    table: { format: 'xlsx', sheet: '名簿', otherSheets: ['べつの名簿'] },
  });
  if (!got.ok) return;
  expect(got.table.rows.slice(0, 4)).toEqual([
    ['令和8年度 名簿'],
    [],
    ['氏名', '生年月日', '団体コード'],
    ['髙﨑 𠮷美', '1955-04-01', '271403'],
  ]);
  expect(got.table.rows).toHaveLength(5);
  expect(got.table.rows[4]![0]).toBe('=1+1');
});

const part = (name: string, text: string): CraftedEntry => ({ name, data: Buffer.from(text) });
const CONTENT_TYPES = part('[Content_Types].xml', '<Types/>');
const BOOK = part('xl/workbook.xml', '<workbook/>');
const ZEROS = Buffer.alloc(ZIP_LIMITS.entryBytes + 1);

test.each<[string, Uint8Array, string]>([
  ['an empty file', Buffer.alloc(0), 'empty'],
  ['nothing but empty rows', Buffer.from(',,\r\n\r\n'), 'empty'],
  ['old Excel', Buffer.from('D0CF11E0A1B11AE1', 'hex'), 'old-excel'],
  [
    'a workbook with a password',
    Buffer.concat([
      Buffer.from('D0CF11E0A1B11AE1', 'hex'),
      Buffer.alloc(600),
      Buffer.from('EncryptedPackage', 'utf16le'),
    ]),
    'encrypted',
  ],
  ['PDF', Buffer.from('%PDF-1.7 …'), 'pdf'],
  ['gzip', Buffer.from('1F8B0800', 'hex'), 'archive'],
  ['HTML named .xlsx', Buffer.from('<html><table><tr><td>氏名'), 'html'],
  ['a picture', Buffer.from('89504E470D0A1A0A0000000D49484452', 'hex'), 'binary'],
  ['letters of no code we read', Buffer.from('8160FF8160', 'hex'), 'unreadable-text'],
  ['a quote that is never closed', Buffer.from('氏名\r\n"山田'), 'open-quote'],
  ['a ZIP of something else', craftedZip([part('a.txt', 'x')]), 'archive'],
  ['a broken ZIP', craftedZip([CONTENT_TYPES, BOOK]).subarray(0, 90), 'damaged'],
  [
    'a workbook with macros',
    craftedZip([CONTENT_TYPES, BOOK, part('xl/vbaProject.bin', 'x')]),
    'macros',
  ],
  [
    'a workbook that says it has macros',
    craftedZip([part('[Content_Types].xml', '<a ct="…sheet.macroEnabled.main+xml"/>'), BOOK]),
    'macros',
  ],
  ['a binary workbook', craftedZip([CONTENT_TYPES, part('xl/workbook.bin', 'x')]), 'binary-excel'],
  [
    'an archive in an archive',
    craftedZip([CONTENT_TYPES, BOOK, { name: 'xl/a.bin', data: craftedZip([part('b', 'b')]) }]),
    'nested',
  ],
  [
    '201 parts',
    craftedZip(Array.from({ length: ZIP_LIMITS.entries + 1 }, (_, i) => part(`xl/${i}.xml`, 'x'))),
    'bomb',
  ],
  ['a bomb of zeros', craftedZip([CONTENT_TYPES, BOOK, { name: 'xl/a.xml', data: ZEROS }]), 'bomb'],
  [
    'a bomb whose headers say that it is small',
    craftedZip([CONTENT_TYPES, BOOK, { name: 'xl/a.xml', data: ZEROS, says: 100 }]),
    'damaged',
  ],
  [
    'a dense part',
    craftedZip([CONTENT_TYPES, BOOK, { name: 'xl/a.xml', data: Buffer.alloc(2 * 1024 * 1024) }]),
    'bomb',
  ],
  ['parts with a password', craftedZip([CONTENT_TYPES, { ...BOOK, encrypted: true }]), 'encrypted'],
  ['the same part twice', craftedZip([CONTENT_TYPES, BOOK, BOOK]), 'bomb'],
  ['a name that climbs', craftedZip([CONTENT_TYPES, BOOK, part('../../x', 'x')]), 'damaged'],
  ['parts that are no workbook', craftedZip([CONTENT_TYPES, BOOK]), 'damaged'],
])('%s is refused', async (_, bytes, reason) => {
  expect(await read(bytes)).toEqual({ ok: false, reason });
});

test('an entity in a workbook is neither fetched nor unfolded', async () => {
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const rel = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const links = (type: string, target: string) =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${rel}/${type}" Target="${target}"/></Relationships>`;
  const book = (dtd: string, text: string) =>
    craftedZip([
      part(
        '[Content_Types].xml',
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
      ),
      part('_rels/.rels', links('officeDocument', 'xl/workbook.xml')),
      part(
        'xl/workbook.xml',
        `${dtd}<workbook xmlns="${main}" xmlns:r="${rel}"><sheets><sheet name="名簿" sheetId="1" r:id="rId1"/></sheets></workbook>`,
      ),
      part('xl/_rels/workbook.xml.rels', links('worksheet', 'worksheets/sheet1.xml')),
      part(
        'xl/worksheets/sheet1.xml',
        `${dtd}<worksheet xmlns="${main}"><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>${text}</t></is></c></row></sheetData></worksheet>`,
      ),
    ]);
  expect(await rowsOf(book('', '氏名'))).toEqual([['氏名']]);
  const dtd = `<!DOCTYPE x [<!ENTITY file SYSTEM "file:///etc/passwd"><!ENTITY a "lol"><!ENTITY b "&a;&a;">]>`;
  const got = await read(book(dtd, '氏名 &file;&b;'));
  expect(JSON.stringify(got)).not.toMatch(/root:|lollol/);
});

test('a list of more rows than are taken is refused, one of exactly so many is read', async () => {
  const rows = (count: number) => '山田\r\n'.repeat(count);
  expect(await rowsOf(rows(100))).toHaveLength(100);
  expect(await read(rows(101))).toEqual({ ok: false, reason: 'too-many-rows' });
});

test('a large list lets other work go on while it is read', async () => {
  const text = `${Array.from({ length: 50_000 }, (_, i) => `髙﨑 ${i},タカサキ`).join('\r\n')}`;
  let turns = 0;
  let reading = true;
  const count = () => {
    turns += 1;
    if (reading) setImmediate(count);
  };
  setImmediate(count);
  await readTable(iconv.encode(text, 'cp932'), { rows: 60_000 });
  reading = false;
  expect(turns).toBeGreaterThan(5);
});

function upload(file: Blob | string | null, name = 'a.csv'): Request {
  const form = new FormData();
  if (typeof file === 'string') form.set('file', file);
  else if (file) form.set('file', file, name);
  return new Request('http://localhost/', { method: 'POST', body: form });
}

test('a file of a form is read, under a name that is words only', async () => {
  const got = await readUpload(upload(new Blob([LIST]), '..\\C:\\名簿\u202E.csv'), 'file');
  expect(got).toMatchObject({ ok: true, name: '名簿.csv' });
});

test('a form without a file, of thousands of parts or over the limit is refused', async () => {
  const reason = async (request: Request) => {
    const got = await readUpload(request, 'file');
    return got.ok ? 'read' : got.reason;
  };
  expect(await reason(upload(null))).toBe('no-file');
  expect(await reason(upload('text'))).toBe('no-file');
  expect(await reason(upload(new Blob([]), ''))).toBe('no-file');
  expect(await reason(new Request('http://localhost/', { method: 'POST', body: 'a=b' }))).toBe(
    'no-file',
  );
  const many = new FormData();
  for (let i = 0; i < 30; i += 1) many.append('x', 'y');
  expect(await reason(new Request('http://localhost/', { method: 'POST', body: many }))).toBe(
    'not-a-form',
  );
  expect(await reason(upload(new Blob([Buffer.alloc(FILE_MAX_BYTES)])))).toBe('read');
  expect(await reason(upload(new Blob([Buffer.alloc(FILE_MAX_BYTES + 1)])))).toBe('file-too-large');
});
