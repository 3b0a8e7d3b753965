import { expect, test } from '@playwright/test';
import { fillInPerson } from './account';
import { COURSE, LESSONS } from './course-keys';
import { answerLesson, lessonAt } from './learner';
import { expectCare, expectNoSidewaysScroll } from './page-checks';

// Axe is itself a script; the states met here are checked by it in the other journeys.
test.use({ javaScriptEnabled: false, viewport: { width: 390, height: 844 } });

test('from the home page to the certificate without a script', async ({ page }) => {
  test.setTimeout(120_000);
  await page.goto('/');
  await page.getByRole('link', { name: '登録せずに、はじめてみる' }).click();
  await page.getByRole('button', { name: 'はじめる' }).click();
  await expect(page).toHaveURL(lessonAt(LESSONS[0]!));

  await test.step('furigana and larger letters stay chosen', async () => {
    await page.getByRole('button', { name: 'ふりがな' }).click();
    await expect(page.getByRole('button', { name: 'ふりがな' })).toHaveAttribute(
      'aria-pressed',
      'true',
    );
    await expect(page.locator('ruby rt').first()).toBeVisible();
    const before = await page.locator('html').evaluate((html) => getComputedStyle(html).fontSize);
    await page.getByRole('button', { name: 'もっと大きく' }).click();
    await expect(page.getByRole('button', { name: 'もっと大きく' })).toHaveAttribute(
      'aria-pressed',
      'true',
    );
    const after = await page.locator('html').evaluate((html) => getComputedStyle(html).fontSize);
    expect(parseFloat(after)).toBeGreaterThan(parseFloat(before));
    await expectNoSidewaysScroll(page);
  });

  for (const lesson of LESSONS) {
    await answerLesson(page, lesson, { eachState: () => expectNoSidewaysScroll(page) });
    await expectCare(page);
  }
  await page.getByRole('link', { name: '修了のページへ' }).click();
  await page.getByRole('link', { name: '登録して修了証を受け取る' }).click();

  await test.step('a municipality is found by a button, and nothing typed is lost', async () => {
    await fillInPerson(page, { name: '小川 ひかり', kana: 'おがわ ひかり' });
    await page.getByLabel('名前・よみ・団体コードの一部').fill('ありえないまち');
    await page.getByRole('button', { name: '市区町村をさがす' }).click();
    await expect(page.getByText('見つかりませんでした。')).toBeVisible();
    await page.getByLabel('名前・よみ・団体コードの一部').fill('府中市');
    await page.getByRole('button', { name: '市区町村をさがす' }).click();
    await expect(page.getByText('候補は2件です。')).toBeVisible();
    await expect(page.getByLabel('お名前')).toHaveValue('小川 ひかり');
    await expect(page.getByLabel('住んでいる（在住）')).toBeChecked();
    await expectNoSidewaysScroll(page);
    await page.getByRole('button', { name: 'この内容で登録する' }).click();
    await expect(page.getByRole('alert')).toContainText(
      '候補から、市区町村をひとつ選んでください。',
    );
    await page.getByLabel('東京都 府中市').check();
    await page.getByRole('button', { name: 'この内容で登録する' }).click();
  });
  await expect(page.getByRole('heading', { name: '登録できました' })).toBeVisible();
  await expectNoSidewaysScroll(page);
  await page.getByRole('button', { name: '控えを取りました' }).click();

  await expect(page).toHaveURL(`/courses/${COURSE}/finish`);
  const pdf = await page.request.get(
    (await page.getByRole('link', { name: '修了証を開く（PDF）' }).getAttribute('href'))!,
  );
  expect((await pdf.body()).subarray(0, 5).toString()).toBe('%PDF-');
  await page.getByRole('link', { name: '修了証の内容と確認番号' }).click();
  await expect(page.getByText('小川 ひかり', { exact: true })).toBeVisible();
  await expectNoSidewaysScroll(page);
});

test('the menu opens and leads on without a script', async ({ page }) => {
  await page.goto('/');
  await page.getByText('メニュー').click();
  await page.getByRole('link', { name: '修了を確かめる' }).last().click();
  await expect(page).toHaveURL('/verify');
});
