import { expect, test } from '@playwright/test';
import { expectAccessible, expectCare } from './page-checks';

const PAGES = [
  '/',
  '/help',
  '/about',
  '/privacy',
  '/accessibility',
  '/for-offices',
  '/for-trainers',
  '/programmes/kokoro-supporter',
  '/courses/gatekeeper-first-step',
  '/verify',
  '/sign-in',
  '/join',
  '/continue',
  '/nowhere',
];
const WIDTHS = [390, 1280];

for (const path of PAGES) {
  test(`${path} is accessible on a phone and on a desk, in light and in dark`, async ({ page }) => {
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 900 });
      await page.goto(path);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await expectCare(page);
      await expectAccessible(page);
    }
    await page.emulateMedia({ colorScheme: 'dark' });
    await expectAccessible(page);
  });
}

test('at 400 % zoom the home page still reads without scrolling sideways', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 256 });
  await page.goto('/');
  await expectAccessible(page);
});

test('the keyboard reaches the text first, and the focus can be seen', async ({ page }) => {
  await page.goto('/');
  await page.keyboard.press('Tab');
  const skip = page.getByRole('link', { name: '本文へ移る' });
  await expect(skip).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.locator('main')).toBeFocused();
});

test('an address that nobody has answers 404 in words', async ({ page }) => {
  const answer = await page.goto('/nowhere');
  expect(answer?.status()).toBe(404);
  await expect(page.getByRole('heading', { name: 'ページが見つかりません' })).toBeVisible();
});

test('leaving at once replaces the page, so that going back does not show it @browser', async ({
  page,
}) => {
  await page.route('**/www.jma.go.jp/**', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<title>weather</title>' }),
  );
  await page.goto('/about');
  await page.goto('/help');
  await page.getByRole('link', { name: 'このページをすぐに離れる' }).click();
  await expect(page).toHaveTitle('weather');
  await page.goBack();
  await expect(page).toHaveURL(/\/about$/);
});

test('no page asks anything of another origin, and none breaks the content-security policy', async ({
  page,
  baseURL,
}) => {
  const foreign: string[] = [];
  const complaints: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(baseURL!) && !request.url().startsWith('data:'))
      foreign.push(request.url());
  });
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().includes('404'))
      complaints.push(message.text());
  });
  for (const path of PAGES) await page.goto(path);
  expect(foreign).toEqual([]);
  expect(complaints).toEqual([]);
});
