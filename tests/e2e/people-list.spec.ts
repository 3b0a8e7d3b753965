import { expect, type Page } from '@playwright/test';
import { readXlsx } from 'hucre/xlsx';
import { signInAs } from './account';
import { test } from './devices';
import { expectAccessible, expectAccessibleAtBothWidths } from './page-checks';
import { DESK, openNames } from './people-desk';

async function download(page: Page, name: string) {
  const waiting = page.waitForEvent('download');
  await page.getByRole('link', { name, exact: true }).click();
  const file = await waiting;
  const chunks: Buffer[] = [];
  for await (const chunk of await file.createReadStream()) chunks.push(chunk as Buffer);
  return { name: file.suggestedFilename(), bytes: Buffer.concat(chunks) };
}

/** Who stands on the page, by her address. */
const addresses = (page: Page) =>
  page.locator('tbody th a').evaluateAll((all) => all.map((one) => one.getAttribute('href')));

test('an officer says what for, looks through the names page by page, and takes them home', async ({
  page,
}) => {
  test.setTimeout(120_000);
  await signInAs(page, 'sakai@example.jp');
  await page.getByRole('link', { name: '名簿', exact: true }).first().click();
  await expect(page).toHaveURL(/\/people\/purpose\?to=/);
  await expectAccessibleAtBothWidths(page);
  await page.getByRole('button', { name: '名簿を開く' }).click();
  await expect(page.getByRole('alert')).toContainText('目的を一つ選んでください。');
  await expectAccessibleAtBothWidths(page);
  await page.getByLabel('そのほか').check();
  await page.getByRole('button', { name: '名簿を開く' }).click();
  await expect(page.getByRole('alert')).toContainText('4文字以上で書いてください');
  await page.getByLabel('くわしい目的').fill('民生委員の委嘱の確認');
  await page.getByRole('button', { name: '名簿を開く' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '堺市の名簿' })).toBeVisible();
  await expect(page.getByText('いまの目的：そのほか：民生委員の委嘱の確認')).toBeVisible();
  await expectAccessibleAtBothWidths(page);
  await expect(page.locator('tbody tr')).toHaveCount(50);
  const first = await addresses(page);
  await page.getByRole('link', { name: '次のページ' }).click();
  const second = await addresses(page);
  expect(second.length).toBeGreaterThanOrEqual(10);
  expect(first.filter((address) => second.includes(address))).toEqual([]);

  const csv = (await download(page, 'CSV（Excel用）')).bytes.toString('utf8');
  const xlsx = await download(page, 'Excel（xlsx）');
  expect(xlsx.name).toMatch(/^名簿_堺市_\d{4}-\d{2}-\d{2}\.xlsx$/);
  const [sheet] = (await readXlsx(xlsx.bytes)).sheets;
  const cells = new Set(sheet!.rows.flat().map(String));
  for (const name of await page
    .locator('tbody th a')
    .evaluateAll((all) => all.map((one) => one.lastChild!.textContent!.trim()))) {
    expect(cells).toContain(name);
    expect(csv).toContain(name);
  }
  expect(csv).toContain('そのほか：民生委員の委嘱の確認');

  await page.goto(`${DESK}/people`);
  await page.getByRole('searchbox').fill('誰もいない名前');
  await page.getByRole('button', { name: 'この条件で見る' }).click();
  await expect(page.getByText('この条件に合う方は、見つかりませんでした')).toBeVisible();
  await expectAccessibleAtBothWidths(page);

  await page.goto(`${DESK}/audit`);
  const looks = page.getByRole('row').filter({ hasText: '民生委員の委嘱の確認' });
  await expect(looks.filter({ hasText: '名簿をファイルに保存した' })).toHaveCount(2);
  expect(await looks.filter({ hasText: '名簿を見た' }).count()).toBeGreaterThanOrEqual(3);
});

test('one person: what is known of her, a slip mended, a new passphrase handed over by keyboard', async ({
  page,
}) => {
  test.setTimeout(120_000);
  await openNames(page);
  const enrolled = page.getByRole('row').filter({ hasText: '窓口で登録' }).first();
  await enrolled.getByRole('link').click();
  const person = page.url();
  await expect(page.getByRole('heading', { name: '登録の内容' })).toBeVisible();
  await expectAccessibleAtBothWidths(page);

  await page.getByRole('link', { name: '氏名・フリガナを直す' }).click();
  const kana = await page.getByLabel('フリガナ').inputValue();
  await page.getByLabel('フリガナ').fill('漢字');
  await page.getByRole('button', { name: 'この氏名で保存する' }).click();
  await expect(page.getByRole('alert')).toContainText('フリガナは、カタカナで');
  await expectAccessibleAtBothWidths(page);
  await page.getByLabel('フリガナ').fill(kana);
  await page.getByRole('button', { name: 'この氏名で保存する' }).click();
  await expect(page.getByText('氏名とフリガナを保存しました。')).toBeVisible();

  await page.getByRole('link', { name: '新しい合いことばを渡す' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: '新しい合いことばを渡す' })).toBeVisible();
  await expectAccessibleAtBothWidths(page);
  await page.getByRole('button', { name: '新しい合いことばをつくる' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText('合いことばは、いまだけ表示されます')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: /^渡しました/ }).focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(person.split('?')[0]!);
  await page.goto(`${person.split('?')[0]}/passphrase`);
  await expect(page.getByRole('button', { name: '新しい合いことばをつくる' })).toBeVisible();
});

test('a neighbour and a prefecture see none of these names, by no address', async ({
  page,
  newDevice,
}) => {
  test.setTimeout(90_000);
  await openNames(page);
  const [name] = await page
    .locator('tbody th a')
    .evaluateAll((all) => all.map((one) => one.lastChild!.textContent!.trim()));
  const href = (await page.locator('tbody th a').first().getAttribute('href'))!;
  const id = href.split('/').at(-1)!;

  const neighbour = await newDevice();
  await openNames(neighbour, 'tottori@example.jp');
  // Other journeys may have given her city names of its own.
  await expect(neighbour.getByText(name!, { exact: true })).toHaveCount(0);
  await expectAccessibleAtBothWidths(neighbour);
  const own = '/office/areas/312011';
  await neighbour.goto(`${own}/people?q=${encodeURIComponent(name!)}`);
  await expect(neighbour.getByText('この条件に合う方は、見つかりませんでした')).toBeVisible();
  for (const path of [
    href,
    `${own}/people/${id}`,
    `${own}/people/${id}/name`,
    `${own}/people/${id}/passphrase`,
    `${own}/merge?one=${id}&other=${id}`,
    `${DESK}/people`,
    `${DESK}/people.csv`,
    `${DESK}/repeats`,
  ]) {
    const answer = await neighbour.request.get(path);
    expect(answer.status(), path).toBe(404);
    expect(await answer.text()).not.toContain(name);
  }

  const prefecture = await newDevice();
  await openNames(prefecture, 'osaka@example.jp');
  await expect(prefecture.getByText(name!, { exact: true })).toHaveCount(0);
  await expect(prefecture.getByRole('link', { name: '同じ方かもしれません' })).toHaveCount(0);
});
