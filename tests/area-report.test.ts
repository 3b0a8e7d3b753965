import type { LoaderFunctionArgs } from '@remix-run/node';
import { readXlsx } from 'hucre/xlsx';
import iconv from 'iconv-lite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Store } from '~/db/store.server';
import type { Role } from '~/db/tables/people';
import { rebuildCounts } from '~/domain/reporting/rebuild-counts.server';
import { jstDates, jstInstant, now } from '~/lib/clock';
import { loader as area } from '~/routes/office/area/route';
import { loader as cp932 } from '~/routes/office/cp932/route';
import { loader as csv } from '~/routes/office/csv/route';
import { loader as letters } from '~/routes/office/letters/route';
import { loader as start } from '~/routes/office/start/route';
import { loader as xlsx } from '~/routes/office/xlsx/route';
import { makeCompletion, makeGrant, makePerson, makeProgramme, makeRegion } from './factories';
import { signInWithSecondFactor } from './sign-in';
import { openTestStore } from './test-store';

const SAKAI = '271403';
const OSAKA = '270008';
const TAKATSUKI = '272078';
const TOTTORI = '312011';
const UNKNOWN = '999999';
const ADDRESSES = { area, letters, xlsx, csv, cp932 };
const context = { origin: 'http://localhost', demo: true } as LoaderFunctionArgs['context'];
let store: Store;

async function makeOfficer(
  role: Role,
  areaCode: string | null,
  name = '髙﨑 𠮷美',
): Promise<string> {
  const id = await store.tx(async (db) => {
    const person = await makePerson(db, { name });
    await makeGrant(db, { personId: person.id, role, areaCode });
    return person.id;
  });
  return signInWithSecondFactor(context, id);
}

type Loader = (args: LoaderFunctionArgs) => Promise<unknown>;

async function ask(loader: Loader, code: string, cookie: string, search = ''): Promise<unknown> {
  const request = new Request(`http://localhost/office/areas/${code}${search}`, {
    headers: { Cookie: cookie },
  });
  return loader({ request, params: { code }, context } as unknown as LoaderFunctionArgs);
}

async function statusOf(
  loader: Loader,
  code: string,
  cookie: string,
  search = '',
): Promise<number> {
  const answer = await ask(loader, code, cookie, search).catch((thrown: unknown) => thrown);
  return answer instanceof Response ? answer.status : 200;
}

beforeAll(async () => {
  store = openTestStore();
  context.store = store;
  await store.tx(async (db) => {
    await makeRegion(db, { code: OSAKA, kind: 'prefecture', name: '大阪府', kana: 'オオサカフ' });
    await makeRegion(db);
    await makeRegion(db, {
      code: '271411',
      kind: 'administrative-ward',
      name: '堺区',
      kana: 'サカイク',
      parentCode: SAKAI,
    });
    await makeRegion(db, { code: TAKATSUKI, kind: 'city', name: '高槻市', kana: 'タカツキシ' });
    await makeRegion(db, {
      code: TOTTORI,
      kind: 'city',
      name: '鳥取市',
      kana: 'トットリシ',
      prefectureCode: '310000',
    });
    await makeProgramme(db);
    await makeProgramme(db, {
      code: 'tsunagari-supporter',
      title: '=つながり, "サポーター"',
      position: 20,
    });
    const { fiscalYear } = jstDates(now());
    const days = [`${fiscalYear}-04-01`, `${fiscalYear - 1}-04-30`, `${fiscalYear - 1}-04-30`];
    for (const [i, day] of days.entries()) {
      for (const municipalityCode of ['271411', SAKAI, TOTTORI]) {
        const { id } = await makePerson(db);
        const programmeCode = i === 1 ? 'tsunagari-supporter' : 'gatekeeper-first-step';
        const dates = jstDates(jstInstant(day));
        const prefectureCode = municipalityCode === TOTTORI ? '310000' : OSAKA;
        await makeCompletion(db, {
          personId: id,
          programmeCode,
          municipalityCode,
          prefectureCode,
          ...dates,
        });
      }
    }
    await rebuildCounts(db);
  });
});
afterAll(() => store.close());

type Table = { title: string; columns: { title: string }[]; rows: (string | number | null)[][] };

async function tablesOnScreen(code: string, cookie: string): Promise<Table[]> {
  return ((await ask(area, code, cookie)) as { tables: Table[] }).tables;
}

/** Reads quoted fields too; every line ends with CRLF. */
function parseCsv(text: string): string[][] {
  return text
    .split('\r\n')
    .slice(0, -1)
    .map((line) =>
      [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
        ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '',
      ),
    );
}

const asText = (rows: Table['rows']) => rows.map((row) => row.map((cell) => String(cell ?? '')));
const disarmed = (rows: string[][]) =>
  rows.map((row) => row.map((cell) => (/^[=@]./.test(cell) ? `'${cell}` : cell)));

/** Where the line with the titles of the columns is, below the table's own title. */
function titleLine(lines: readonly (readonly unknown[])[], { title, columns }: Table): number {
  const above = lines.findIndex(([first], i) => first === title && lines[i + 1]?.[0] === '地域');
  return lines.findIndex(
    (line, i) => i > above && columns.every((column, n) => line[n] === column.title),
  );
}

function tableIn(lines: string[][], table: Table): string[][] {
  const from = titleLine(lines, table);
  return lines
    .slice(from, from + table.rows.length + 1)
    .map((line) => line.slice(0, table.columns.length));
}

const expectedLines = (table: Table) => [
  table.columns.map(({ title }) => title),
  ...asText(table.rows),
];

test.each([
  ['a city', 'municipal-officer', SAKAI, 3],
  ['a prefecture', 'prefectural-officer', OSAKA, 3],
  ['a town', 'municipal-officer', TOTTORI, 2],
] as const)(
  'screen, workbook and both CSV files of %s hold the same cells',
  async (_, role, code, count) => {
    const cookie = await makeOfficer(role, code);
    const tables = await tablesOnScreen(code, cookie);
    expect(tables).toHaveLength(count);
    expect(tables[0]!.rows.at(-1)![1]).toBe(code === TOTTORI ? 1 : 2);
    expect(tables[0]!.rows.at(-1)![3]).toBe(code === TOTTORI ? 2 : 4);

    const book = await readXlsx(
      Buffer.from(await ((await ask(xlsx, code, cookie)) as Response).arrayBuffer()),
    );
    const utf8 = Buffer.from(await ((await ask(csv, code, cookie)) as Response).arrayBuffer());
    const sjis = Buffer.from(await ((await ask(cp932, code, cookie)) as Response).arrayBuffer());
    expect(utf8.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
    const utf8Lines = parseCsv(utf8.toString('utf8').slice(1));
    const sjisLines = parseCsv(iconv.decode(sjis, 'cp932'));
    expect(book.sheets.map(({ name }) => name)).toEqual(tables.map(({ title }) => title));
    for (const [i, table] of tables.entries()) {
      const { rows } = book.sheets[i]!;
      const first = titleLine(rows, table);
      const typed = rows
        .slice(first + 1)
        .map((row) => table.columns.map((_column, n) => row[n] ?? null));
      expect(typed).toEqual(table.rows);
      expect(tableIn(utf8Lines, table)).toEqual(disarmed(expectedLines(table)));
      expect(tableIn(sjisLines, table)).toEqual(disarmed(expectedLines(table)));
    }
  },
);

test('every file says area, year, period, definition, when and by whom it was made', async () => {
  const cookie = await makeOfficer('municipal-officer', SAKAI);
  const text = await ((await ask(csv, SAKAI, cookie)) as Response).text();
  const labels = [
    '地域,大阪府堺市（団体コード 271403）',
    '年度,',
    '期間,',
    '講座,すべての講座',
    '数え方,',
    '延べと実人数,',
    '前年度,',
    '作成,',
    '作成者,髙﨑 𠮷美',
    'ご注意,',
  ];
  for (const label of labels) expect(text).toContain(`\r\n${label}`);
  expect(text).toMatch(/作成,令和\d+年（\d{4}年）\d+月\d+日 \d{1,2}:\d{2}（日本時間）/);
});

test('files carry the name of area and year', async () => {
  const cookie = await makeOfficer('municipal-officer', SAKAI);
  const { headers } = (await ask(xlsx, SAKAI, cookie, '?year=2025')) as Response;
  const disposition = headers.get('Content-Disposition')!;
  expect(disposition).toContain('attachment; filename="report-271403-2025.xlsx"');
  expect(decodeURIComponent(disposition.split("UTF-8''")[1]!)).toBe('修了者_堺市_2025年度.xlsx');
  expect(headers.get('Cache-Control')).toContain('no-store');
});

test('letters that Shift_JIS would lose are told on the screen and listed before the file is made', async () => {
  const cookie = await makeOfficer('municipal-officer', SAKAI);
  expect(await ask(area, SAKAI, cookie)).toMatchObject({ lostCount: 1 });
  expect(await ask(letters, SAKAI, cookie)).toMatchObject({
    lost: [{ letter: '𠮷', codePoint: 'U+20BB7' }],
  });
  const plain = await makeOfficer('municipal-officer', SAKAI, '高崎 良美');
  expect(await ask(area, SAKAI, plain)).toMatchObject({ lostCount: 0 });
});

test.each(Object.keys(ADDRESSES) as (keyof typeof ADDRESSES)[])(
  'an officer gets nothing of another area by %s, whether or not it exists',
  async (name) => {
    const loader = ADDRESSES[name];
    const sakai = await makeOfficer('municipal-officer', SAKAI);
    for (const code of [TAKATSUKI, TOTTORI, OSAKA, '000000', UNKNOWN]) {
      expect(await statusOf(loader, code, sakai), code).toBe(403);
    }
    expect(await statusOf(loader, SAKAI, sakai)).toBe(200);
    expect(await statusOf(loader, '271411', sakai)).toBe(200);
    const osaka = await makeOfficer('prefectural-officer', OSAKA);
    expect(await statusOf(loader, TOTTORI, osaka)).toBe(403);
    expect(await statusOf(loader, TAKATSUKI, osaka)).toBe(200);
    expect(await statusOf(loader, SAKAI, await makeOfficer('trainer', SAKAI))).toBe(403);
    expect(await statusOf(loader, SAKAI, '')).toBe(302);
  },
);

test.each([
  '?year=abc',
  '?year=1999',
  '?year=2999',
  '?year=2025.5',
  '?programme=none',
  '?programme=',
])('no report is made for %s', async (search) => {
  const cookie = await makeOfficer('municipal-officer', SAKAI);
  for (const loader of Object.values(ADDRESSES))
    expect(await statusOf(loader, SAKAI, cookie, search)).toBe(404);
});

test('an officer is led to her own area, the operator to the whole country', async () => {
  const to = async (role: Role, code: string | null) => {
    const answer = (await ask(start, '', await makeOfficer(role, code))) as Response;
    return answer.headers.get('Location');
  };
  expect(await to('municipal-officer', SAKAI)).toBe('/office/areas/271403');
  expect(await to('prefectural-officer', OSAKA)).toBe('/office/areas/270008');
  expect(await to('operator', null)).toBe('/office/areas/000000');
});
