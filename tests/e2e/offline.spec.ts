import { expect, type Page } from '@playwright/test';
import { sloppily } from './account';
import { COURSE, keyOf, LESSONS, questionsOf } from './course-keys';
import { test } from './devices';
import { lessonAt, quizAt, startCourse, openPage } from './learner';
import { expectAccessibleAtBothWidths } from './page-checks';

const [LESSON, SECOND] = LESSONS as [string, string];
const sheetAt = (lesson: string) => `${quizAt(lesson)}/sheet`;

const keptCopy = (page: Page) => page.locator('html[data-kept]');

/** Begins the course and waits until all of it is on this device. */
async function keepCourse(page: Page): Promise<void> {
  await startCourse(page);
  await openPage(page, `/courses/${COURSE}`);
  const all = String(LESSONS.length);
  await expect(
    page.getByText(`電波のないところでも読めます（${all}課のうち${all}課）`),
  ).toBeVisible({
    timeout: 60_000,
  });
}

/** Answers every question of the sheet that is shown with the best answer. */
async function fillSheet(page: Page, lesson: string): Promise<void> {
  for (const question of questionsOf(lesson)) {
    const item = page.locator(`[data-question="${question.id}"]`);
    const key = keyOf(question);
    if (question.kind === 'order') {
      for (const [i, text] of key.entries()) {
        const place = item.locator(`li[data-text="${text}"] select`);
        await place.selectOption(String(i + 1), { force: true });
      }
      continue;
    }
    for (const id of key) await item.locator(`input[value="${id}"]`).check();
  }
}

const statuses = (page: Page) => page.locator('[data-question-status]');

async function expectEach(page: Page, text: string): Promise<void> {
  for (const status of await statuses(page).all()) await expect(status).toContainText(text);
}

const keptPaths = (page: Page) =>
  page.evaluate(async () => {
    const names = await caches.keys();
    const found: string[] = [];
    for (const name of names) {
      for (const { url } of await (await caches.open(name)).keys()) {
        found.push(new URL(url).pathname);
      }
    }
    return found.filter((path) => !/^\/(kept-state|((easy|en)\/)?offline)$|\.\w+$/.test(path));
  });

test('a course once begun is read and answered without a network, and the review comes with it', async ({
  context,
  page,
}) => {
  await keepCourse(page);
  await context.setOffline(true);
  for (const lesson of LESSONS) {
    await openPage(page, lessonAt(lesson));
    await expect(keptCopy(page)).toBeAttached();
    await expect(page.getByText('この端末に保存したページを表示しています')).toBeVisible();
    await expect(page.locator('#lesson-text')).not.toBeEmpty();
  }
  await openPage(page, lessonAt(LESSON));
  await page.getByRole('button', { name: /^問い/ }).click();
  await expect(page).toHaveURL(sheetAt(LESSON));
  await openPage(page, `${quizAt(LESSON)}?q=2`);
  await expect(page.locator('[data-question]')).toHaveCount(questionsOf(LESSON).length);

  await openPage(page, sheetAt(LESSON));
  await page.getByRole('button', { name: '提出して、ふりかえりを見る' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'まだ答えていない' })).toBeVisible();
  await fillSheet(page, LESSON);
  await expectEach(page, 'この端末に保存');
  await expectAccessibleAtBothWidths(page);
  await page.reload();
  await expectEach(page, 'この端末に保存');
  await page.getByRole('button', { name: '提出して、ふりかえりを見る' }).click();
  await expect(page.getByText('おあずかりしました')).toBeVisible();
  await expectAccessibleAtBothWidths(page);

  await context.setOffline(false);
  await openPage(page, `/courses/${COURSE}`);
  await expect(page.getByText('おあずかりした答えを、サーバーに保存しました')).toBeVisible();
  await page.getByRole('link', { name: 'ふりかえりを見る' }).click();
  await expect(page).toHaveURL(/\/review\//);
  const best = String(questionsOf(LESSON).length);
  await expect(page.getByText(new RegExp(`${best}問.*${best}問`)).first()).toBeVisible();
  await expect(page.getByRole('listitem').filter({ hasText: '回目（' })).toHaveCount(1);
  await openPage(page, `/courses/${COURSE}`);
  await expect(page.getByText('おあずかりした答え')).toBeHidden();
});

test('each answer says where it is, and the newest of two devices stands', async ({
  newDevice,
}) => {
  test.setTimeout(120_000);
  const one = await newDevice();
  await keepCourse(one);
  await openPage(one, '/my/code');
  await one.getByRole('button', { name: 'つづきの番号を出す' }).click();
  const code = await one.getByText(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/).textContent();
  const two = await newDevice();
  await openPage(two, '/continue');
  await two.getByLabel('つづきの番号').fill(sloppily(code!));
  await two.getByRole('button', { name: 'つづきに進む' }).click();
  await openPage(two, sheetAt(SECOND));

  const [question] = questionsOf(SECOND);
  const [a, b] = question!.options.map(({ id }) => id);
  const choice = (page: Page, id: string) =>
    page.locator(`[data-question="${question!.id}"] input[value="${id}"]`);
  await one.context().setOffline(true);
  await openPage(one, sheetAt(SECOND));
  await choice(one, a!).check();
  await expect(statuses(one).first()).toHaveText('この端末に保存');
  await choice(two, b!).check();
  await expect(statuses(two).first()).toContainText('サーバーに保存しました');

  await one.context().setOffline(false);
  await expect(statuses(one).first()).toContainText('より新しい答えを残しました');
  await expect(choice(one, b!)).toBeChecked();
  await fillSheet(one, SECOND);
  await expectEach(one, 'サーバーに保存しました');
  await two.reload();
  await two.getByRole('button', { name: '提出して、ふりかえりを見る' }).click();
  await expect(two).toHaveURL(/\/review\//);
  await expect(two.getByRole('listitem').filter({ hasText: '回目（' })).toHaveCount(1);
});

test('signing out asks about what was not sent, and then nothing is left on the device', async ({
  context,
  page,
}) => {
  await keepCourse(page);
  await openPage(page, sheetAt(LESSON));
  await page.route('**/quiz/answers', (route) => route.abort());
  await fillSheet(page, LESSON);
  await expectEach(page, 'この端末に保存');
  expect(await keptPaths(page)).toContain(sheetAt(LESSON));
  await openPage(page, '/my/code');
  const unsent = () =>
    page.evaluate(() => Object.keys(localStorage).filter((name) => name.startsWith('tsunagu:')));
  expect(await unsent()).not.toEqual([]);
  const leave = page.getByRole('button', { name: 'この端末での受講を終える' });
  page.once('dialog', (dialog) => void dialog.dismiss());
  await leave.click();
  await expect(page).toHaveURL(/\/my\/code/);
  expect(await unsent()).not.toEqual([]);
  page.once('dialog', (dialog) => void dialog.accept());
  await leave.click();
  await expect(page).not.toHaveURL(/\/my\/code/);
  expect(await unsent()).toEqual([]);
  await expect
    .poll(async () => (await keptPaths(page)).filter((path) => /courses/.test(path)))
    .toEqual([]);

  await context.setOffline(true);
  await openPage(page, lessonAt(LESSON));
  await expect(page.getByRole('heading', { name: '電波が届いていないようです' })).toBeVisible();
});

test('pages of an office, of an account and of ways in are never kept; without a network a page in our look says so', async ({
  context,
  page,
}) => {
  await keepCourse(page);
  for (const path of ['/my', '/my/privacy', '/sign-in', '/office', '/admin', '/help', '/privacy']) {
    await openPage(page, path);
  }
  const allowed = /^(\/|\/help|\/courses\/[^/]+(\/lessons\/[^/]+(\/quiz\/sheet)?)?)$/;
  const kept = await keptPaths(page);
  expect(kept.length).toBeGreaterThan(LESSONS.length);
  expect(kept.filter((path) => !allowed.test(path))).toEqual([]);

  await context.setOffline(true);
  await openPage(page, '/my');
  await expect(page.getByRole('heading', { name: '電波が届いていないようです' })).toBeVisible();
  await expect(page.getByRole('link', { name: /はじめの一歩/ })).toBeVisible();
  await expectAccessibleAtBothWidths(page);
  await openPage(page, '/help');
  await expect(keptCopy(page)).toBeAttached();
});

test('what is kept can be taken away, and stays away', async ({ page }) => {
  await keepCourse(page);
  await page.getByRole('button', { name: 'この端末から消す' }).click();
  await expect(page.getByRole('button', { name: 'この端末に保存する' })).toBeFocused();
  expect((await keptPaths(page)).filter((path) => /lessons/.test(path))).toEqual([]);
  await openPage(page, lessonAt(LESSON));
  await openPage(page, `/courses/${COURSE}`);
  await page.getByRole('button', { name: 'この端末に保存する' }).click();
  await expect(page.getByText('電波のないところでも読めます')).toBeVisible();
});

test('what two pages keep at once, and one takes away meanwhile, is gone', async ({
  context,
  page,
}) => {
  await startCourse(page);
  const other = await context.newPage();
  await openPage(page, lessonAt(LESSON));
  await openPage(other, lessonAt(SECOND));
  await page.evaluate(async (path) => {
    const { active } = await navigator.serviceWorker.ready;
    const reader = document.documentElement.dataset.reader!;
    const ask = (asked: object) =>
      new Promise<void>((resolve) => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = ({ data }: MessageEvent<{ isDone?: boolean }>) => {
          if (data.isDone !== false) resolve();
        };
        active!.postMessage(asked, [port2]);
      });
    const keep = { ask: 'keep', reader, path, anyway: true, published: '' };
    await Promise.all([ask(keep), ask(keep), ask({ ask: 'drop', path })]);
  }, `/courses/${COURSE}`);
  expect((await keptPaths(page)).filter((path) => path.startsWith('/courses/'))).toEqual([]);
});

test('it can be installed', { tag: '@browser' }, async ({ page, request }) => {
  await openPage(page, '/');
  await page.evaluate(() => navigator.serviceWorker.ready.then(({ scope }) => scope));
  const href = await page.locator('link[rel="manifest"]').getAttribute('href');
  const answer = await request.get(href!);
  expect(answer.headers()['content-type']).toContain('application/manifest+json');
  const manifest = (await answer.json()) as {
    icons: { src: string; sizes: string; purpose: string }[];
    start_url: string;
    display: string;
  };
  expect(manifest).toMatchObject({ start_url: '/', display: 'standalone' });
  for (const { src, sizes } of manifest.icons) {
    const icon = await (await request.get(src)).body();
    // Width and height stand at a fixed place of a PNG.
    expect(`${icon.readUInt32BE(16)}x${icon.readUInt32BE(20)}`).toBe(sizes);
  }
  expect(manifest.icons.map(({ purpose }) => purpose)).toContain('maskable');
  const worker = await request.get('/sw.js');
  expect(worker.headers()['cache-control']).toBe('no-cache');
  const session = await page.context().newCDPSession(page);
  const { installabilityErrors } = (await session.send('Page.getInstallabilityErrors')) as {
    installabilityErrors: { errorId: string }[];
  };
  expect(installabilityErrors.filter(({ errorId }) => errorId !== 'in-incognito')).toEqual([]);
});

test.describe('without a script', () => {
  test.use({ javaScriptEnabled: false });

  test('the sheet is answered as a whole: once, and what is missing is asked for', async ({
    page,
  }) => {
    await startCourse(page);
    await page.goto(sheetAt(LESSON));
    const [first] = questionsOf(LESSON);
    await page.locator(`[data-question="${first!.id}"] input`).first().check();
    await page.getByRole('button', { name: '提出して、ふりかえりを見る' }).click();
    await expect(page.getByRole('alert')).toContainText('まだ答えていない問いがあります：2問目');
    await expect(page.locator(`[data-question="${first!.id}"] input`).first()).toBeChecked();
    await fillSheet(page, LESSON);
    await page.getByRole('button', { name: '提出して、ふりかえりを見る' }).dblclick();
    await expect(page).toHaveURL(/\/review\//);
    await expect(page.getByRole('listitem').filter({ hasText: '回目（' })).toHaveCount(1);
  });
});
