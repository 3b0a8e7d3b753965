import { expect, type Browser, type Page } from '@playwright/test';
import { test } from './devices';
import { expectAccessibleAtBothWidths } from './page-checks';
import { DESK, openNames } from './people-desk';

// The pairs are few and everybody's: one test after the other, each leaving them as they were.
test.describe.configure({ mode: 'serial' });

/** Opens the comparison of a pair, however far down the page it stands. */
async function comparePair(page: Page, which: 'first' | 'last') {
  await page.goto(`${DESK}/repeats`);
  const pair = page.getByRole('article')[which]();
  await pair.getByRole('link', { name: /^同じ方としてまとめる/ }).click();
  await expect(page.getByRole('heading', { name: '同じ方の記録をまとめる' })).toBeVisible();
}

const numbers = (page: Page) => page.getByText(/^\d{4}-\d{4}-\d{4}$/).allTextContents();

test('an officer compares two records, merges them, sees one, and takes them apart again', async ({
  page,
}) => {
  test.setTimeout(120_000);
  await openNames(page);
  await page.getByRole('link', { name: '同じ方かもしれません' }).click();
  const pairs = page.getByRole('article');
  const before = await pairs.count();
  expect(before).toBeGreaterThanOrEqual(3);
  await expectAccessibleAtBothWidths(page);

  await comparePair(page, 'first');
  const [kept, merged] = await numbers(page);
  await expectAccessibleAtBothWidths(page);
  await page.getByRole('button', { name: '同じ方としてまとめる' }).click();
  await expect(page.getByRole('alert')).toContainText('残す記録を一つ選んでください。');
  await expectAccessibleAtBothWidths(page);
  const compared = page.url();
  await page.getByLabel(kept!).check();
  await page.getByRole('button', { name: '同じ方としてまとめる' }).click();
  await expect(page.getByText('二つの記録をまとめました。')).toBeVisible();
  await expectAccessibleAtBothWidths(page);
  const person = page.url().split('?')[0]!;

  // Whoever comes second is told, and nothing changes.
  await page.goto(compared);
  await page.getByLabel(merged!).check();
  await page.getByRole('button', { name: '同じ方としてまとめる' }).click();
  await expect(page.getByRole('alert')).toContainText('先にほかの記録とまとめられています');

  await page.goto(`${DESK}/people?q=${merged}`);
  await expect(page.locator('tbody tr')).toHaveCount(1);
  await expect(page.locator('tbody tr')).toContainText(kept!);
  await page.locator('tbody th a').click();
  await expect(page).toHaveURL(person);
  await page.goto(`${DESK}/repeats`);
  await expect(pairs).toHaveCount(before - 1);

  await page.goto(person);
  await page.getByRole('link', { name: 'まとめる前に戻す' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'まとめる前に戻す' })).toBeVisible();
  await expectAccessibleAtBothWidths(page);
  await page.getByRole('button', { name: 'まとめる前に戻す' }).click();
  await expect(page.getByText('まとめる前に戻しました。')).toBeVisible();
  await page.goto(`${DESK}/repeats`);
  await expect(pairs).toHaveCount(before);
});

async function withoutScripts(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ javaScriptEnabled: false });
  return await context.newPage();
}

test('without scripts: merged and taken apart; whose number was merged opens the kept record', async ({
  browser,
  page,
  newDevice,
}) => {
  test.setTimeout(120_000);
  const officer = await withoutScripts(browser);
  await openNames(officer);
  await comparePair(officer, 'last');
  const [kept, merged] = await numbers(officer);
  const name = await officer.getByRole('radio').first().locator('xpath=..').textContent();

  // The record at the desk gets a passphrase, so that its holder can sign in.
  await officer.goto(`${DESK}/people?q=${merged}`);
  const mine = (await officer.locator('tbody th a').getAttribute('href'))!;
  await officer.goto(`${mine}/passphrase`);
  await officer.getByRole('button', { name: '新しい合いことばをつくる' }).click();
  const passphrase = await officer
    .locator('dt', { hasText: '合いことば' })
    .locator('xpath=following-sibling::dd')
    .textContent();
  await officer.getByRole('button', { name: /^渡しました/ }).click();
  const signIn = async (holder: Page) => {
    await holder.goto('/sign-in');
    await holder.getByLabel('メールアドレス、または受講番号').fill(merged!);
    await holder.getByLabel('パスワード、または合いことば').fill(passphrase!);
    await holder.getByRole('button', { name: 'ログインする' }).click();
    await holder.goto('/my');
  };
  await signIn(page);
  await expect(page.getByText(merged!)).toBeVisible();
  expect(name).toContain(kept);

  await comparePair(officer, 'last');
  await officer.getByLabel(kept!).check();
  await officer.getByRole('button', { name: '同じ方としてまとめる' }).click();
  await expect(officer.getByText('二つの記録をまとめました。')).toBeVisible();
  const person = officer.url().split('?')[0]!;

  await page.goto('/my');
  await expect(page.getByText(merged!)).toHaveCount(0);
  const holder = await newDevice();
  await signIn(holder);
  await expect(holder.getByText(kept!)).toBeVisible();
  await expect(holder.getByText('まとめた記録')).toBeVisible();
  await expect(holder.getByText('心のサポーター養成研修')).toBeVisible();
  await expectAccessibleAtBothWidths(holder);

  await officer.goto(person);
  await officer.getByRole('link', { name: 'まとめる前に戻す' }).click();
  await officer.getByRole('button', { name: 'まとめる前に戻す' }).click();
  await expect(officer.getByText('まとめる前に戻しました。')).toBeVisible();
  await signIn(await newDevice());
  const back = await newDevice();
  await signIn(back);
  await expect(back.getByText(merged!)).toBeVisible();
  await expect(back.getByText('まとめた記録')).toHaveCount(0);
  await officer.context().close();
});
