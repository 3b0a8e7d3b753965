import { expect, test } from '@playwright/test';
import { expectAccessibleAtBothWidths } from './page-checks';

const WORRY = '眠れない日が続いていて、仕事に行けません。家賃のことも。';

test('what is written on the sheet is on the paper, is sent nowhere, and is gone when asked', async ({
  page,
}) => {
  await page.goto('/memo');
  await expectAccessibleAtBothWidths(page);
  await page.waitForLoadState('networkidle');
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));

  const about = page.getByLabel('相談したいこと');
  const before = (await about.boundingBox())!.height;
  await about.fill(Array.from({ length: 12 }, () => WORRY).join('\n'));
  expect((await about.boundingBox())!.height).toBeGreaterThan(before);
  await page.getByLabel('書いた日').fill('11月21日');
  await page.getByLabel('書いた日').press('Enter');
  await expect(about).toHaveValue(new RegExp(WORRY));

  await page.emulateMedia({ media: 'print' });
  await expect(page.getByText('書いたことは、どこへも送られません')).toBeHidden();
  await expect(page.getByRole('heading', { name: '窓口の方へ' })).toBeVisible();
  const cut = await about.evaluate((field) => field.scrollHeight - field.clientHeight);
  expect(cut).toBeLessThanOrEqual(1);
  await page.emulateMedia({ media: 'screen' });

  await page.getByRole('button', { name: '書いたことを消す' }).click();
  await expect(about).toHaveValue('');
  await expect(page.getByRole('status')).toHaveText('消しました。');
  expect(asked).toEqual([]);
  expect(await page.evaluate(() => [localStorage.length, sessionStorage.length])).toEqual([0, 0]);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });
  test('the sheet can be filled in, and there is nothing to send it with', async ({ page }) => {
    await page.goto('/memo');
    await page.getByLabel('相談したいこと').fill(WORRY);
    expect(await page.locator('main form, main [name]').count()).toBe(0);
    await expect(page.getByRole('button', { name: '書いたことを消す' })).toBeHidden();
  });
});
