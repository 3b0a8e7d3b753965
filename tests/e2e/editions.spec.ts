import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { addEditions, stampAll } from '../editions';
import { OwnServer } from './own-server';
import { expectAccessibleAtBothWidths, expectNoSidewaysScroll } from './page-checks';

// The sample course: every lesson in English, the first one only in plain Japanese.
test.describe.configure({ mode: 'serial' });

const KIZUKU = `---
original: "000000000000"
title: Noticing
goal: You will notice what is different from usual.
content_note:
  about: Somebody who has died is mentioned briefly.
  skip: You may go on to the next lesson.
---

## Scene

<Scene>Ms Miyashita had been waiting for thirty minutes.</Scene>

## Words

Say what you saw<Cite id="1" />.
`;

let folder: string;
let server: OwnServer;
test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tsunagu-editions-'));
  const content = join(folder, 'content');
  await mkdir(content);
  for (const name of ['reference', 'retention.yaml', 'readings.yaml'])
    await cp(join('content', name), join(content, name), { recursive: true });
  await cp('tests/fixtures/content', content, { recursive: true });
  await addEditions(content);
  await writeFile(join(content, 'courses/first/kizuku/lesson.en.mdx'), KIZUKU);
  await stampAll(join(content, 'courses'), false);
  server = new OwnServer(join(folder, 'editions.db'), {
    CONTENT_PATH: content,
    PORT: '3232',
    ORIGIN: 'http://127.0.0.1:3232',
  });
  await server.start();
});
test.afterAll(async () => {
  await server.stop();
  await rm(folder, { recursive: true });
});

const at = (path: string) => `${server.origin}${path}`;

async function answer(page: Page, ...choose: (() => Promise<void>)[]) {
  for (const each of choose) {
    await each();
    await page.getByRole('button', { name: 'Save and go on' }).click();
  }
}

/** Whole sentences of Japanese stand only where they are said to be Japanese. */
async function expectEnglish(page: Page) {
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  const said = await page.locator('body').evaluate((body) => {
    const copy = body.cloneNode(true) as HTMLElement;
    for (const part of copy.querySelectorAll('[lang="ja"], script')) part.remove();
    return copy.textContent ?? '';
  });
  expect(said.match(/[^\s]*(?:です|ます|ました|ください|ません)[^\s]*/g) ?? []).toEqual([]);
}

/** From the empty form to what she has to keep, which she is asked to note down. */
async function registerInEnglish(page: Page): Promise<{ number: string; words: string }> {
  await expect(page).toHaveURL(at('/en/join?to=%2Fen%2Fcourses%2Ffirst%2Ffinish'));
  await page.getByRole('button', { name: 'Register with these details' }).click();
  await expect(page.getByRole('alert')).toContainText('Please enter your name.');
  await expect(page.getByLabel('Name', { exact: false }).first()).toHaveAttribute(
    'aria-invalid',
    'true',
  );
  await expectEnglish(page);
  await expectNoSidewaysScroll(page);
  await page.locator('#join-name').fill('Maria Silva');
  await page.locator('#join-kana').fill('まりあ しるば');
  await page.getByLabel(/^Part of the name/).fill('Sakai-shi Sakai-ku');
  await page.getByRole('button', { name: 'Find it' }).click();
  await expect(page.getByText('Places found: 1.')).toBeVisible();
  await page.getByLabel('大阪府 堺市 堺区 (Oosaka-fu Sakai-shi Sakai-ku)').check();
  await page.getByLabel('I live there').check();
  await page.getByLabel(/^What fits you best/).selectOption('Resident');
  await page.getByLabel(/^Age group/).selectOption('30 to 39');
  await page.getByRole('button', { name: 'Register with these details' }).click();
  await expect(page).toHaveURL(/\/en\/join\/done\?to=/);
  await expect(page.getByText(at('/en/sign-in'))).toBeVisible();
  await expectEnglish(page);
  const number = (await page.locator('main dd').first().textContent())!;
  const words = (await page.locator('main dd [lang="ja"]').allTextContents()).join(' ');
  await page.getByRole('button', { name: 'I have noted them down' }).click();
  return { number, words };
}

test.describe('without a script', () => {
  test.use({ javaScriptEnabled: false, viewport: { width: 390, height: 844 } });

  test('a course is walked in English from its way in to its last page', async ({ page }) => {
    await page.goto(at('/en'));
    await expect(page.locator('html')).toHaveAttribute('lang', 'en');
    await page.getByRole('link', { name: 'Open the course A first step, as a sample' }).click();
    await expect(page).toHaveURL(at('/en/courses/first'));
    await page.getByRole('button', { name: 'Start' }).click();

    await expect(page).toHaveURL(at('/en/courses/first/lessons/kizuku'));
    await expect(page.getByRole('heading', { level: 1, name: 'Noticing' })).toBeVisible();
    await expect(page.locator('ruby')).toHaveCount(0);
    await expectNoSidewaysScroll(page);
    await page.getByRole('button', { name: 'I have read it' }).click();

    await expect(page).toHaveURL(at('/en/courses/first/lessons/koe'));
    await page.getByRole('button', { name: 'On to the questions' }).click();
    const check = (name: string) => () => page.getByLabel(name).check();
    await answer(page, check('Please drop in again'));
    await expect(page).toHaveURL(/\/en\/courses\/first\/lessons\/koe\/quiz\?q=2$/);
    await answer(
      page,
      async () => {
        await page.getByLabel('Listen').check();
        await page.getByLabel('Wait').check();
      },
      check('Yes'),
      async () => {
        for (const [i, option] of ['Notice', 'Speak', 'Stay in touch'].entries())
          await page.getByLabel(`Place of “${option}”`).selectOption(String(i + 1));
      },
      check('Speak to her'),
    );
    await expect(page.getByRole('heading', { name: 'Look over your answers' })).toBeVisible();
    await page.getByRole('button', { name: 'See how they land' }).click();
    await expect(page).toHaveURL(/\/en\/courses\/first\/lessons\/koe\/quiz\/review\//);
    await expect(
      page.getByText('5 of 5 answers are likely to reach the other person'),
    ).toBeVisible();
    await expect(page.getByText('It says that the door stays open.')).toBeVisible();
    await expectNoSidewaysScroll(page);

    await page.getByRole('link', { name: 'To the last page' }).click();
    await expect(page).toHaveURL(at('/en/courses/first/finish'));
    await expect(
      page.getByRole('heading', { level: 1, name: 'You have come to the end' }),
    ).toBeVisible();
    await page.getByRole('link', { name: 'Register and get the certificate' }).click();

    const kept =
      await test.step('the way in says in English what it asks and what is missing', () =>
        registerInEnglish(page));
    await expect(page).toHaveURL(at('/en/courses/first/finish'));
    await expect(page.getByText(/^Issued in the name of/)).toBeVisible();
    await page.getByRole('link', { name: 'What the certificate says, and its code' }).click();

    await test.step('the certificate stays Japanese, and is explained', async () => {
      await expect(page).toHaveURL(/\/en\/my\/certificates\//);
      await expect(page.getByText('The certificate is in Japanese')).toBeVisible();
      await expect(page.getByText('Maria Silva').last()).toHaveAttribute('lang', 'ja');
      await expectEnglish(page);
      await expect(page.locator('main a[href^="/verify/"]')).toHaveAttribute('hreflang', 'ja');
      await page.getByRole('link', { name: 'See the page for checking in English' }).click();
      await expect(page).toHaveURL(/\/en\/verify\//);
      await expect(page.getByText('This certificate is valid')).toBeVisible();
      await expectEnglish(page);
      await page
        .getByRole('contentinfo')
        .getByRole('link', { name: '日本語', exact: true })
        .click();
      await expect(page.getByText('この修了証は有効です')).toBeVisible();
    });

    await test.step('she comes back with her number, in English', async () => {
      await page.goto(at('/en/my'));
      await expect(page.getByText('The record of Maria Silva.')).toBeVisible();
      await expectEnglish(page);
      await page.getByRole('main').getByRole('button', { name: 'Sign out' }).click();
      await expect(page).toHaveURL(at('/en'));
      await page.goto(at('/en/my'));
      await expect(page).toHaveURL(at('/en/continue?to=%2Fen%2Fmy'));
      await page.getByRole('main').getByRole('link', { name: 'Sign in' }).click();
      await page.getByLabel('E-mail address, or learner number').fill(kept.number);
      await page.getByLabel('Password, or secret words').fill('あさひ');
      await page.getByRole('button', { name: 'Sign in' }).click();
      await expect(page.getByRole('alert')).toContainText('We could not find an account');
      await expectEnglish(page);
      await page.getByLabel('Password, or secret words').fill(kept.words);
      await page.getByRole('button', { name: 'Sign in' }).click();
      await expect(page).toHaveURL(at('/en/my'));
    });
  });

  test('a number goes on in English on another device', async ({ page, browser }) => {
    await page.goto(at('/en/courses/first'));
    await page.getByRole('button', { name: 'Start' }).click();
    await page.goto(at('/en/my'));
    await expectEnglish(page);
    await page.getByRole('link', { name: 'Note down a number to go on with' }).click();
    await page.getByRole('button', { name: 'Get a number to go on with' }).click();
    const number = await page.getByText(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/).textContent();
    await expectEnglish(page);
    await page.getByRole('contentinfo').getByRole('link', { name: 'やさしい日本語' }).click();
    await expect(page.getByText(number!)).toBeVisible();

    const other = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
    await other.goto(at('/en/continue'));
    await other.getByLabel('Your number to go on with').fill('AAAA-AAAA');
    await other.getByRole('button', { name: 'Go on' }).click();
    await expect(other.getByRole('alert')).toContainText('This number was not found.');
    await other.getByLabel('Your number to go on with').fill(number!);
    await other.getByRole('button', { name: 'Go on' }).click();
    await expect(other).toHaveURL(at('/en/my'));
    await expect(other.getByRole('link', { name: /^Start/ })).toHaveAttribute(
      'href',
      /^\/en\/courses\/first\/lessons\/kizuku/,
    );
    await other.context().close();
  });

  test('what was begun in English goes on in English, and an answer holds in every edition', async ({
    page,
  }) => {
    await page.goto(at('/en/courses/first'));
    await page.getByRole('button', { name: 'Start' }).click();
    await page.goto(at('/my'));
    await expect(page.getByRole('link', { name: /^はじめる/ })).toHaveAttribute(
      'href',
      /^\/en\/courses\/first\/lessons\/kizuku/,
    );
    await page.goto(at('/en/courses/first/lessons/koe'));
    await page.getByRole('button', { name: 'On to the questions' }).click();
    await page.getByLabel('Really?').check();
    await page.getByRole('button', { name: 'Save and go on' }).click();
    await page.goto(at('/courses/first/lessons/koe/quiz?q=1'));
    await expect(page.getByLabel('本当に？')).toBeChecked();
    await page.goto(at('/easy/courses/first/lessons/koe/quiz?q=1'));
    await expect(
      page.getByText('この問題（もんだい）は、ふつうの日本語（にほんご）です'),
    ).toBeVisible();
    await expect(page.locator('legend')).toHaveAttribute('lang', 'ja');
  });

  test('furigana stand in plain Japanese until the reader turns them off there', async ({
    page,
  }) => {
    await page.goto(at('/easy/courses/first/lessons/kizuku'));
    await expect(page.locator('html')).toHaveAttribute('lang', 'ja');
    await expect(page.locator('ruby rt').first()).toBeVisible();
    await page.getByRole('button', { name: 'ふりがな' }).click();
    await expect(page).toHaveURL(/\/easy\/courses\/first\/lessons\/kizuku/);
    await expect(page.locator('ruby')).toHaveCount(0);
  });
});

test('a lesson that an edition lacks says so, and leads to the editions that have it', async ({
  page,
}) => {
  const answered = await page.goto(at('/easy/courses/first/lessons/koe'));
  expect(answered?.status()).toBe(200);
  await expect(
    page.getByText('この課（か）は、まだ やさしい日本語（にほんご）が ありません'),
  ).toBeVisible();
  await expectAccessibleAtBothWidths(page);
  const english = page.getByRole('main').getByRole('link', { name: 'Read it in English' });
  await expect(english).toHaveAttribute('lang', 'en');
  await english.click();
  await expect(page).toHaveURL(at('/en/courses/first/lessons/koe'));
  await expect(page.getByRole('heading', { level: 1, name: 'Saying a word' })).toBeVisible();
});

test('each page offers itself in the editions that have it, and else their way in', async ({
  page,
}) => {
  const links = () => page.getByRole('contentinfo').locator('.languages a');
  await page.goto(at('/'));
  await expect(links()).toHaveText(['やさしい日本語', 'English']);
  await page.goto(at('/courses/first/lessons/koe'));
  await expect(links().nth(0)).toHaveAttribute('href', '/easy');
  await expect(links().nth(1)).toHaveAttribute('href', '/en/courses/first/lessons/koe');
  await expect(links().nth(1)).toHaveAttribute('hreflang', 'en');
  expect(await page.locator('link[rel="alternate"]').count()).toBe(2);
  await page.goto(at('/about'));
  await expect(links()).toHaveText(['やさしい日本語', 'English']);
  await page.goto(at('/en/nothing-here'));
  await expect(page.getByRole('heading', { name: 'This page was not found' })).toBeVisible();
  expect((await page.goto(at('/fr/courses/first')))?.status()).toBe(404);
});

test('the pages of both editions are accessible', async ({ page }) => {
  test.setTimeout(240_000);
  for (const path of [
    '/en',
    '/easy',
    '/en/courses/first',
    '/easy/courses/first',
    '/en/courses/first/lessons/koe',
    '/easy/courses/first/lessons/kizuku',
  ]) {
    await page.goto(at(path));
    await expectAccessibleAtBothWidths(page);
  }
  await page.getByRole('button', { name: /みました$/ }).click();
  await page.goto(at('/en/courses/first/lessons/koe'));
  await page.getByRole('button', { name: 'On to the questions' }).click();
  await expectAccessibleAtBothWidths(page);
  await page.goto(at('/en/courses/first/finish'));
  await expectAccessibleAtBothWidths(page);
});

test('the ways in and the own record are accessible in both editions', async ({ page }) => {
  test.setTimeout(300_000);
  await page.goto(at('/en/courses/first'));
  await page.getByRole('button', { name: 'Start' }).click();
  for (const path of [
    '/en/join',
    '/easy/join',
    '/en/sign-in',
    '/easy/sign-in',
    '/en/continue',
    '/en/my',
    '/easy/my',
    '/en/my/code',
    '/en/verify',
    '/easy/verify/0000-0000-0000',
  ]) {
    await page.goto(at(path));
    await expectAccessibleAtBothWidths(page);
  }
});

test('a place is found by its reading in Latin letters while it is typed', async ({ page }) => {
  await page.goto(at('/en/join?to=/en/my'));
  const box = page.getByRole('combobox', { name: /^Part of the name/ });
  await box.fill('kotoura');
  await page.getByRole('option', { name: '鳥取県 琴浦町 (Tottori-ken Kotoura-chou)' }).click();
  await expect(page.getByText(/^You chose “鳥取県 琴浦町/)).toBeVisible();
  await page.getByRole('contentinfo').getByRole('link', { name: 'やさしい日本語' }).click();
  await expect(page).toHaveURL(at('/easy/join?to=%2Feasy%2Fmy'));
});
