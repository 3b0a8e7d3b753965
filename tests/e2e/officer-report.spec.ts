import { expect, type Locator, type Page } from '@playwright/test';
import { readXlsx } from 'hucre/xlsx';
import iconv from 'iconv-lite';
import { signInAs } from './account';
import { test } from './devices';
import { expectAccessible, expectAccessibleAtBothWidths } from './page-checks';

const SAKAI = '271403';
const SAKAI_WARD = '271411';
const TOTTORI = '312011';
const OSAKA = '270008';
const FILES = ['', '/letters', '/report.xlsx', '/report.csv', '/report-cp932.csv'];

const areaAt = (code: string) => `/office/areas/${code}`;

/** The cells of a table as they stand on the screen, without its head. */
async function cellsOf(table: Locator): Promise<string[][]> {
  return await table
    .locator('tbody tr, tfoot tr')
    .evaluateAll((rows) =>
      rows.map((row) =>
        [...row.querySelectorAll('th, td')].map((cell) => cell.textContent!.trim()),
      ),
    );
}

/** A figure as text, without the marks that only the screen has: 1,204 and −12 and +3. */
const plain = (cell: unknown) =>
  String(cell ?? '')
    .replace(/^'/, '')
    .replace('−', '-')
    .replace(/^\+(?=\d)/, '')
    .replace(/(?<=\d),(?=\d{3})/g, '');

/** A file by the link that hands it out, as the browser keeps it. */
async function download(page: Page, name: string | RegExp) {
  const waiting = page.waitForEvent('download');
  await page.getByRole('link', { name }).click();
  const file = await waiting;
  const chunks: Buffer[] = [];
  for await (const chunk of await file.createReadStream()) chunks.push(chunk as Buffer);
  return { name: file.suggestedFilename(), bytes: Buffer.concat(chunks) };
}

/** Rows of a CSV whose cells hold no quotation marks but the enclosing ones. */
function readCsv(text: string): string[][] {
  return text
    .split('\r\n')
    .map((line) =>
      [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
        ([, quoted, bare]) => quoted?.replaceAll('""', '"') ?? bare ?? '',
      ),
    );
}

/** Looks for all rows of the screen's tables, one after another, in a file. */
function expectRows(file: unknown[][], screen: string[][]) {
  const lines = new Set(file.map((row) => row.map(plain).join('\t').replace(/\t+$/, '')));
  for (const row of screen) {
    expect(lines).toContain(row.map(plain).join('\t').replace(/\t+$/, ''));
  }
}

test('an officer of a city sees its figures and takes the same ones home in four files', async ({
  page,
}) => {
  test.setTimeout(90_000);
  await signInAs(page, 'sakai@example.jp');
  await expect(page).toHaveURL(areaAt(SAKAI));
  await expect(page.getByRole('heading', { level: 1, name: '堺市の修了者' })).toBeVisible();
  await expect(page.getByRole('img', { name: /^月ごとの修了者数/ })).toBeVisible();
  const months = page.getByRole('table', { name: /^月ごと/ });
  await expect(months).toBeVisible();
  await expectAccessibleAtBothWidths(page);

  const screen: string[][] = [];
  for (const table of await page.getByRole('table').all()) screen.push(...(await cellsOf(table)));
  expect(screen.length).toBeGreaterThan(12);
  const total = (await cellsOf(months)).at(-1)!;
  expect(Number(plain(total[1]))).toBeGreaterThan(0);

  const xlsx = await download(page, 'Excel（xlsx）');
  expect(xlsx.name).toMatch(/^修了者_堺市_\d{4}年度\.xlsx$/);
  const workbook = await readXlsx(xlsx.bytes);
  expectRows(
    workbook.sheets.flatMap(({ rows }) => rows),
    screen,
  );

  const csv = await download(page, 'CSV（Excel用）');
  expect(csv.name).toMatch(/^修了者_堺市_\d{4}年度\.csv$/);
  expect(csv.bytes.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
  expectRows(readCsv(csv.bytes.toString('utf8').slice(1)), screen);

  // The officer's own name has letters that Shift_JIS lacks: she is told before she takes the file.
  await page.getByRole('link', { name: /^CSV（Shift_JIS）\s失われる字/ }).click();
  await expect(
    page.getByRole('heading', { level: 1, name: 'Shift_JISで書けない字' }),
  ).toBeVisible();
  await expect(page.getByRole('row').filter({ hasText: '𠮷' })).toContainText('U+20BB7');
  await expectAccessibleAtBothWidths(page);
  const cp932 = await download(page, '〓に置きかえてCSV（Shift_JIS）を受け取る');
  expect(cp932.name).toMatch(/^修了者_堺市_\d{4}年度_sjis\.csv$/);
  const text = iconv.decode(cp932.bytes, 'cp932');
  expect(text).toContain('髙﨑 〓美');
  expectRows(readCsv(text), screen);
});

test('filters keep the figures of screen and files together, and an empty choice says so', async ({
  page,
}) => {
  await signInAs(page, 'sakai@example.jp');
  const year = page.getByRole('combobox', { name: '年度' });
  const years = await year
    .locator('option')
    .evaluateAll((all) => all.map((one) => one.textContent!));
  await year.selectOption({ label: years[1]! });
  await page
    .getByRole('combobox', { name: '講座' })
    .selectOption({ label: '心のサポーター養成研修' });
  await page.getByRole('button', { name: 'この条件で見る' }).click();
  await expect(page).toHaveURL(/year=\d{4}&programme=kokoro-supporter/);
  await expect(page.getByText('いちばん多い月（延べ）')).toBeVisible();
  await expectAccessible(page);
  const screen = await cellsOf(page.getByRole('table', { name: /^月ごと/ }));
  expect(screen).toHaveLength(13);
  const csv = await download(page, 'CSV（Excel用）');
  expect(csv.name).toContain(new URL(page.url()).searchParams.get('year'));
  expectRows(readCsv(csv.bytes.toString('utf8').slice(1)), screen);

  await page.goto(`${areaAt(SAKAI)}?year=2001`);
  await expect(page.getByText('この条件では、まだ修了の記録がありません')).toBeVisible();
  await expectAccessibleAtBothWidths(page);
  expect((await page.goto(`${areaAt(SAKAI)}?year=nonsense`))!.status()).toBe(404);
});

test('a prefectural officer sees her municipalities and goes into one and back', async ({
  page,
}) => {
  await signInAs(page, 'osaka@example.jp');
  await expect(page).toHaveURL(areaAt(OSAKA));
  const places = page.getByRole('table', { name: /^市区町村ごと/ });
  await expect(places).toBeVisible();
  await expectAccessibleAtBothWidths(page);
  const sum = (await cellsOf(places)).find(([name]) => name === '堺市')!;
  await places.getByRole('link', { name: '堺市', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: '堺市の修了者' })).toBeVisible();
  const own = (await cellsOf(page.getByRole('table', { name: /^月ごと/ }))).at(-1)!;
  expect(own[1]).toBe(sum[2]);
  await page.getByRole('link', { name: '大阪府の修了者' }).click();
  await expect(page).toHaveURL(new RegExp(areaAt(OSAKA)));
});

test('an officer gets nothing of another place by any address', async ({ page }) => {
  await signInAs(page, 'sakai@example.jp');
  expect((await page.goto(areaAt(SAKAI_WARD)))!.status()).toBe(200);
  for (const code of [TOTTORI, OSAKA, '272035', '999999', '000000']) {
    for (const file of FILES) {
      const answer = await page.request.get(`${areaAt(code)}${file}`);
      expect(answer.status(), `${code}${file}`).toBe(403);
      expect(await answer.text()).not.toContain('鳥取');
    }
  }
  await page.goto(areaAt(TOTTORI));
  await expect(
    page.getByRole('heading', { name: 'このページは、担当の方だけが見られます' }),
  ).toBeVisible();
  await expectAccessibleAtBothWidths(page);
});

test('a learner and somebody signed out get no report either', async ({ page, newDevice }) => {
  await signInAs(page, 'jukosha@example.jp');
  for (const file of FILES) {
    expect((await page.request.get(`${areaAt(SAKAI)}${file}`)).status(), file).toBe(403);
  }
  const stranger = await newDevice();
  await stranger.goto('/');
  for (const file of FILES) {
    const answer = await stranger.request.get(`${areaAt(SAKAI)}${file}`);
    expect(new URL(answer.url()).pathname, file).toBe('/sign-in');
  }
});
