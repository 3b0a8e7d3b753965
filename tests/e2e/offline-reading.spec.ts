import { expect, type Page } from '@playwright/test';
import { sloppily } from './account';
import { COURSE, LESSONS } from './course-keys';
import { test } from './devices';
import { lessonAt, quizAt, startCourse, openPage } from './learner';
import {
  addQuestions,
  beginReadingCourse,
  doneLessons,
  endSession,
  type ReadingCourse,
} from './lessons-to-read';
import { expectAccessibleAtBothWidths } from './page-checks';

test.setTimeout(120_000);

const keptCopy = (page: Page) => page.locator('html[data-kept]');
const status = (page: Page) => page.locator('[data-read-status]');
const readIt = (page: Page) => page.getByRole('button', { name: '読みました' });
const at = ({ slug, lessons }: ReadingCourse, i: number) =>
  `/courses/${slug}/lessons/${lessons[i]}`;
/** The list of lessons beside a text, and in a narrow window above it. */
const ticked = (page: Page, path: string) =>
  page.locator('.thread > li.done', { has: page.locator(`a[href="${path}"]`) }).first();

/** A learner without an account on whose device all of a course to read is kept. */
async function keepReading(page: Page): Promise<ReadingCourse> {
  await startCourse(page);
  const course = await beginReadingCourse(page);
  await openPage(page, `/courses/${course.slug}`);
  await expect(page.getByText('電波のないところでも読めます（2課のうち2課）')).toBeVisible({
    timeout: 60_000,
  });
  return course;
}

/** The same learner on another device. */
async function alsoOn(other: Page, page: Page): Promise<void> {
  await openPage(page, '/my/code');
  await page.getByRole('button', { name: 'つづきの番号を出す' }).click();
  const code = await page.getByText(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/).textContent();
  await openPage(other, '/continue');
  await other.getByLabel('つづきの番号').fill(sloppily(code!));
  await other.getByRole('button', { name: 'つづきに進む' }).click();
  await expect(other).not.toHaveURL(/continue/);
}

test('a lesson read without a network is kept on the device, across closing the browser, and told once there is one', async ({
  context,
  page,
}) => {
  const course = await keepReading(page);
  await context.setOffline(true);
  await openPage(page, at(course, 0));
  await expect(keptCopy(page)).toBeAttached();
  await readIt(page).click();
  await expect(status(page)).toContainText('この端末に保存');
  await expect(status(page)).toBeFocused();
  await expect(readIt(page)).toBeHidden();
  await expect(ticked(page, at(course, 0))).toBeAttached();
  await expectAccessibleAtBothWidths(page);
  await page.close();

  const again = await context.newPage();
  await openPage(again, at(course, 0));
  await expect(status(again)).toContainText('この端末に保存');
  await again.getByRole('link', { name: /^次の課/ }).click();
  await expect(again).toHaveURL(at(course, 1));
  await expect(ticked(again, at(course, 0))).toContainText('この端末に保存');

  await context.setOffline(false);
  await expect(again.getByText('「読みました」を、サーバーに保存しました')).toBeVisible();
  await expectAccessibleAtBothWidths(again);
  expect(doneLessons(course)).toBe(1);
  // Where she was without a network is where she goes on.
  await openPage(again, `/courses/${course.slug}`);
  await expect(ticked(again, at(course, 0))).toBeAttached();
  await expect(again.locator('.thread > li.here > a')).toHaveAttribute('href', at(course, 1));

  // What was kept before she had read it takes no tick away.
  await context.setOffline(true);
  await openPage(again, at(course, 0));
  await expect(keptCopy(again)).toBeAttached();
  await expect(readIt(again)).toBeHidden();
  await expect(again.getByText('この課は済んでいます')).toBeVisible();
  await openPage(again, at(course, 1));
  await expect(ticked(again, at(course, 0))).toBeAttached();
});

test('while its page stays open it says when it has arrived, and leads on from the last lesson', async ({
  context,
  page,
}) => {
  const course = await keepReading(page);
  await openPage(page, at(course, 0));
  await readIt(page).click();
  await expect(page).toHaveURL(at(course, 1));
  await context.setOffline(true);
  await readIt(page).click();
  await expect(status(page)).toContainText('この端末に保存');
  await context.setOffline(false);
  await expect(status(page)).toContainText('サーバーに保存しました');
  await page.getByRole('link', { name: '先へ進む' }).click();
  await expect(page).toHaveURL(/\/finish$/);
  expect(doneLessons(course)).toBe(2);
});

test('two devices say the same, and it is done once', async ({ page, newDevice }) => {
  const course = await keepReading(page);
  const other = await newDevice();
  await alsoOn(other, page);
  await openPage(page, at(course, 0));
  await page.context().setOffline(true);
  await readIt(page).click();
  await expect(status(page)).toContainText('この端末に保存');
  await openPage(other, at(course, 0));
  await readIt(other).click();
  await expect(other).toHaveURL(at(course, 1));
  await page.context().setOffline(false);
  await expect(status(page)).toContainText('サーバーに保存しました');
  expect(doneLessons(course)).toBe(1);
});

test('where the session has ended she is asked to come back, and only then it is sent; nobody else sends it', async ({
  context,
  page,
  newDevice,
}) => {
  const course = await keepReading(page);
  const other = await newDevice();
  await alsoOn(other, page);
  await openPage(other, '/my/code');
  await other.getByRole('button', { name: /番号を出す/ }).click();
  const code = await other.getByText(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/).textContent();
  await openPage(page, at(course, 0));
  await context.setOffline(true);
  await readIt(page).click();
  await expect(status(page)).toContainText('この端末に保存');
  await endSession(page);
  await context.setOffline(false);
  await expect(page.getByText('記録をこの端末に保存してあります')).toBeVisible();
  await expect(status(page)).toContainText('この端末に保存');
  await expectAccessibleAtBothWidths(page);

  // Somebody else learns on this device meanwhile.
  await startCourse(page);
  await openPage(page, `/courses/${COURSE}`);
  await page.waitForLoadState('networkidle');
  expect(doneLessons(course)).toBe(0);
  await context.clearCookies();
  await openPage(page, `/courses/${COURSE}`);
  await expect(page.getByText('まだサーバーに送れていない記録があります')).toBeVisible();
  await page.getByRole('link', { name: 'ログイン・つづきの番号' }).click();
  await page.getByLabel('つづきの番号').fill(sloppily(code!));
  await page.getByRole('button', { name: 'つづきに進む' }).click();
  await expect(page.getByText('「読みました」を、サーバーに保存しました')).toBeVisible();
  expect(doneLessons(course)).toBe(1);
});

test('questions that came to the lesson meanwhile are told', async ({ context, page }) => {
  const course = await keepReading(page);
  await context.setOffline(true);
  await openPage(page, at(course, 0));
  await readIt(page).click();
  await expect(status(page)).toContainText('この端末に保存');
  addQuestions(course);
  await context.setOffline(false);
  await expect(status(page)).toContainText('問いが加わりました');
  expect(doneLessons(course)).toBe(0);
  await openPage(page, at(course, 0));
  await expect(page.getByRole('button', { name: /^問い/ })).toBeVisible();
});

test('a form that does not reach the server leaves what was typed, and says so', async ({
  context,
  page,
}) => {
  await startCourse(page);
  await openPage(page, `/courses/${COURSE}/questions/before`);
  await page.evaluate(() => navigator.serviceWorker.ready.then(({ scope }) => scope));
  const answer = page.getByRole('main').locator('input[type="radio"]').nth(2);
  await answer.check({ force: true });
  await context.setOffline(true);
  await page.getByRole('button', { name: '答えを送る' }).click();
  const said = page.getByRole('alert').filter({ hasText: '電波が届いていないため' });
  await expect(said).toBeFocused();
  await expect(answer).toBeChecked();
  await expectAccessibleAtBothWidths(page);

  // A network that is there and brings nothing: the page hears it from the service worker.
  await page.reload().catch(() => undefined);
  await context.setOffline(false);
  await openPage(page, `/courses/${COURSE}/questions/before`);
  await answer.check({ force: true });
  await context.setOffline(true);
  await page.evaluate(() => {
    Object.defineProperty(navigator, 'onLine', { get: () => true });
  });
  await page.getByRole('button', { name: '答えを送る' }).click();
  await expect(said).toBeVisible();
  await expect(answer).toBeChecked();
  await context.setOffline(false);
  await page.getByRole('button', { name: '答えを送る' }).click();
  await expect(page).not.toHaveURL(/questions/);
});

test('how far one read without a network is known to another device after it', async ({
  context,
  page,
  newDevice,
}) => {
  const other = await newDevice();
  await startCourse(page);
  await alsoOn(other, page);
  await openPage(page, `/courses/${COURSE}`);
  const all = String(LESSONS.length);
  await expect(page.getByText(`（${all}課のうち${all}課）`)).toBeVisible({ timeout: 60_000 });
  const second = lessonAt(LESSONS[1]!);
  await context.setOffline(true);
  await openPage(page, second);
  await expect(keptCopy(page)).toBeAttached();
  await page.locator('#b-6').evaluate((element) => {
    window.scrollTo(0, window.scrollY + element.getBoundingClientRect().top - 60);
  });
  await page.waitForFunction((y) => window.scrollY > y, 0);
  await page.evaluate(() => window.dispatchEvent(new Event('pagehide')));
  const told = page.waitForResponse(
    (answer) => /block=\d/.test(answer.request().postData() ?? '') && answer.ok(),
  );
  await context.setOffline(false);
  await told;
  await openPage(other, `/courses/${COURSE}`);
  await expect(other.locator('.thread > li.here > a')).toHaveAttribute('href', second);
  await openPage(other, second);
  await expect(other.getByText('前回はここまで読みました')).toBeVisible();
});

test('where the device is full it says how much is kept, and pages still come', async ({
  context,
  page,
}) => {
  const session = await context.newCDPSession(page);
  await startCourse(page);
  const { origin } = new URL(page.url());
  await page.evaluate(() => navigator.serviceWorker.ready.then(({ scope }) => scope));
  await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 });
  await openPage(page, `/courses/${COURSE}`);
  await expect(page.getByText('この端末の空きが足りないため')).toBeVisible({ timeout: 60_000 });
  await expectAccessibleAtBothWidths(page);
  await openPage(page, quizAt(LESSONS[0]!));
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
});

test('what is shown without a network speaks the language of the page that was wanted', async ({
  context,
  page,
}) => {
  await openPage(page, '/en');
  await page.evaluate(() => navigator.serviceWorker.ready.then(({ scope }) => scope));
  await context.setOffline(true);
  for (const [path, title] of [
    ['/en/courses/gatekeeper-standard', 'There seems to be no network'],
    ['/easy/courses/gatekeeper-standard', 'インターネットに つながっていません'],
    ['/courses/gatekeeper-standard', '電波が届いていないようです'],
  ] as const) {
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1 })).toContainText(title);
    await expectAccessibleAtBothWidths(page);
  }
});
