import { readFileSync } from 'node:fs';
import { expect, type Page } from '@playwright/test';
import { readXlsx, writeXlsx } from 'hucre/xlsx';
import { signIn, signInAs } from './account';
import { test } from './devices';
import { asCp932, asWorkbook, LIST_ROWS, messyRows, WRONG_ROWS } from './messy-list';
import {
  expectAccessible,
  expectAccessibleAtBothWidths,
  expectNoSidewaysScroll,
} from './page-checks';

const TOTTORI = '/office/areas/312011';
const SAKAI = '/office/areas/271403';
const number = (count: number) => count.toLocaleString('ja-JP');
const TAKEN = LIST_ROWS - WRONG_ROWS;

async function handIn(page: Page, path: string, file: { name: string; buffer: Buffer }) {
  await page.goto(`${path}/imports/new`);
  await page.getByLabel('名簿のファイル').setInputFiles({ ...file, mimeType: 'text/plain' });
  await page.getByRole('button', { name: '送って、次へ進む' }).click();
  await expect(page.getByRole('heading', { name: '列を選んでください' })).toBeVisible();
}

const check = (page: Page) =>
  page.getByRole('button', { name: 'この列で読んで、確かめる' }).click();

async function expectPreview(page: Page, total: number, waiting: number) {
  const words = `${number(total)}行のうち、${number(waiting)}人を登録できます。${number(total - waiting)}行は入りません。`;
  await expect(page.getByText(words)).toBeVisible({ timeout: 60_000 });
}

async function take(page: Page, waiting: number) {
  await page.getByRole('button', { name: `${number(waiting)}人を取り込む` }).click();
  await expect(page.getByRole('heading', { name: '受講票' })).toBeVisible({ timeout: 60_000 });
}

async function expectAccount(page: Page, total: number, taken: number) {
  const words = `${number(total)}行のうち、${number(taken)}人を登録しました。${number(total - taken)}行は入りませんでした。`;
  await expect(page.getByText(words)).toBeVisible();
}

/** The refused rows as the office puts them right: births that can be read, names where none stood. */
async function mended(path: string): Promise<Buffer> {
  const { sheets } = await readXlsx(readFileSync(path));
  const [header, ...rows] = sheets[0]!.rows.map((row) => row.map((cell) => String(cell ?? '')));
  const put = rows.map((row, i) => {
    const cells = [...row];
    if (cells[1]!.trim() === '') cells[1] = `名もなき ${i}`;
    if (cells[3] === 'いつか') cells[3] = '1980年';
    return cells;
  });
  expect(rows.every((row) => row.at(-1) !== '')).toBe(true);
  return Buffer.from(await writeXlsx({ sheets: [{ name: '直した', rows: [header!, ...put] }] }));
}

test('a workbook of 2,000 messy rows is taken, put right, never doubled, and taken back', async ({
  page,
  newDevice,
}) => {
  test.setTimeout(300_000);
  const rows = messyRows(['', '鳥取市', '312011', '31201', '鳥取県鳥取市']);
  const list = { name: '申込者一覧.xlsx', buffer: await asWorkbook(rows) };
  await signInAs(page, 'tottori@example.jp');
  await page.goto(`${TOTTORI}/imports`);
  await expectAccessibleAtBothWidths(page);
  await page.getByRole('link', { name: '名簿を選ぶ' }).click();
  await expectAccessibleAtBothWidths(page);
  await page.getByRole('button', { name: '送って、次へ進む' }).click();
  await expect(page.getByRole('alert')).toContainText('ファイルが選ばれていません');
  await expectAccessible(page);

  await handIn(page, TOTTORI, list);
  const first = page.url();
  await expect(page.getByLabel('お名前')).toHaveValue('1');
  await expectAccessibleAtBothWidths(page);
  await page.getByLabel('フリガナ').selectOption('');
  await check(page);
  await expect(page.getByRole('alert')).toContainText('フリガナの列を選んでください');
  await expectAccessible(page);
  await page.getByLabel('フリガナ').selectOption('2');
  await check(page);
  await expectPreview(page, LIST_ROWS, TAKEN);
  await expectAccessibleAtBothWidths(page);
  await take(page, TAKEN);
  await expectAccount(page, LIST_ROWS, TAKEN);
  await expectAccessibleAtBothWidths(page);

  const learner = await test.step('a learner comes in with her slip', async () => {
    await page.getByRole('link', { name: '受講票をつくる' }).click();
    await expectAccessibleAtBothWidths(page);
    await page.getByRole('button', { name: '次の100人分をつくって、印刷する' }).click();
    await expect(page.locator('.slip')).toHaveCount(100, { timeout: 60_000 });
    await expectAccessible(page);
    const slip = page.locator('.slip').first();
    const [learnerNumber, passphrase] = await slip.locator('dd').allTextContents();
    const device = await newDevice();
    await device.goto('/sign-in');
    await signIn(device, learnerNumber!, passphrase!.trim());
    await expect(device).not.toHaveURL(/sign-in/);
    return learnerNumber!;
  });

  await page.goto(first);
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: '入らなかった行（Excel）' }).click();
  const buffer = await mended(await (await download).path());
  await handIn(page, TOTTORI, { name: '直した名簿.xlsx', buffer });
  await check(page);
  await expectPreview(page, WRONG_ROWS, 60);
  await take(page, 60);
  await expectAccount(page, WRONG_ROWS, 60);

  await handIn(page, TOTTORI, list);
  await check(page);
  await expectPreview(page, LIST_ROWS, 0);
  await expect(page.getByText('前に登録されています').first()).toBeVisible();
  await expect(page.getByRole('button', { name: 'を取り込む' })).toHaveCount(0);
  await expectAccessible(page);

  await page.goto(first);
  await page.getByRole('button', { name: 'まとめて取り消す' }).click();
  await expect(page.getByRole('alert')).toContainText('確かめた印');
  await expectAccessible(page);
  await page.getByLabel('記録が消えることを確かめました').check();
  await page.getByRole('button', { name: 'まとめて取り消す' }).click();
  await expect(page.getByText('この取り込みは取り消しました')).toBeVisible({ timeout: 60_000 });
  await expect(page.getByText(`${number(TAKEN - 1)}行は、もとに戻りました。1人は`)).toBeVisible();
  await expect(page.getByRole('rowheader', { name: learner })).toBeVisible();
  await expectAccessibleAtBothWidths(page);
});

test.describe('without a script', () => {
  test.use({ javaScriptEnabled: false, viewport: { width: 390, height: 844 } });

  test('2,000 messy rows in CP932 are taken', async ({ page }) => {
    test.setTimeout(180_000);
    const rows = messyRows(['', '堺市', '27140', '堺市堺区', '27141', '西区']);
    await signInAs(page, 'sakai@example.jp');
    await handIn(page, SAKAI, { name: '申込者.csv', buffer: asCp932(rows) });
    await check(page);
    await expectPreview(page, LIST_ROWS, TAKEN);
    await expectNoSidewaysScroll(page);
    await take(page, TAKEN);
    await expectAccount(page, LIST_ROWS, TAKEN);
    await expectNoSidewaysScroll(page);
    await page.getByLabel('記録が消えることを確かめました').check();
    await page.getByRole('button', { name: 'まとめて取り消す' }).click();
    await expect(page.getByText('この取り込みは取り消しました')).toBeVisible({ timeout: 60_000 });
  });

  test('somebody at the counter is enrolled, and a second record of her is warned of', async ({
    page,
  }) => {
    await signInAs(page, 'sakai@example.jp');
    const enrol = async () => {
      await page.goto(`${SAKAI}/enrol`);
      await page.getByLabel('お名前').fill('窓口 みどり');
      await page.getByLabel('フリガナ').fill('まどぐち みどり');
      await page.getByLabel('生年月日・生年').fill('昭和30年4月1日');
      await page.getByRole('button', { name: '登録する', exact: true }).click();
    };
    await page.goto(`${SAKAI}/enrol`);
    await page.getByRole('button', { name: '登録する', exact: true }).click();
    await expect(page.getByRole('alert')).toContainText('お名前が空です');
    await enrol();
    await expect(page.getByRole('heading', { name: '窓口 みどり 様' })).toBeVisible();
    await expectNoSidewaysScroll(page);
    await enrol();
    await expect(page.getByRole('alert')).toContainText('同じ方かもしれません');
    await expectNoSidewaysScroll(page);
    await page.getByRole('button', { name: '別の方として登録する' }).click();
    await expect(page.getByRole('heading', { name: '窓口 みどり 様' })).toBeVisible();
    await page.getByRole('button', { name: '続けて登録する' }).click();
    await page.goto(`${SAKAI}/enrol/done`);
    await expect(page.getByText('受講票は、もう表示できません。')).toBeVisible();
  });
});

test('files that are no lists are refused in words, and one that is too large too', async ({
  page,
}) => {
  await signInAs(page, 'sakai@example.jp');
  for (const [name, buffer, words] of [
    ['名簿.xls', Buffer.from('D0CF11E0A1B11AE1', 'hex'), '古い形のExcelファイル'],
    ['名簿.xlsx', Buffer.from('<html><table>'), 'ホームページの形'],
    ['名簿.csv', Buffer.from('氏名\r\n"山田'), '閉じていません'],
    ['大.csv', Buffer.alloc(10 * 1024 * 1024 + 1, 'a'), '10メガバイトを超えています'],
  ] as const) {
    await page.goto(`${SAKAI}/imports/new`);
    await page.getByLabel('名簿のファイル').setInputFiles({ name, buffer, mimeType: 'text/plain' });
    await page.getByRole('button', { name: '送って、次へ進む' }).click();
    await expect(page.getByRole('alert')).toContainText(words);
  }
  await page.goto(`${SAKAI}/imports/new`);
  const buffer = Buffer.alloc(12 * 1024 * 1024, 'a');
  const file = { name: '大.csv', buffer, mimeType: 'text/csv' };
  await page.getByLabel('名簿のファイル').setInputFiles(file);
  await page.getByRole('button', { name: '送って、次へ進む' }).click();
  await expect(page.getByRole('heading', { name: 'ファイルが大きすぎます' })).toBeVisible();
});
