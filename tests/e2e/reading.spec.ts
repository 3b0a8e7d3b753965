import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { join, newEmail, PASSWORD, signIn } from './account';
import { COURSE, LESSONS, questionsOf } from './course-keys';
import { test } from './devices';
import { endPiece, giveVoice, isSpeaking, lastRate, spokenOn } from './fake-speech';
import { lessonAt, startCourse } from './learner';
import { knowsOlderVersion } from './older-version';
import { expectAccessible, expectAccessibleAtBothWidths } from './page-checks';

const FIRST = LESSONS[0]!;
const html = (page: Page) => page.locator('html');

async function set(page: Page, choices: Record<string, string>) {
  for (const [name, value] of Object.entries(choices)) {
    await page.locator(`input[name="${name}"][value="${value}"]`).check();
  }
  await page.getByRole('button', { name: 'この設定にする' }).click();
  await expect(page.getByRole('status')).toContainText('設定を保存しました');
}

test('what one sets holds on every page, and comes along to another device', async ({
  page,
  newDevice,
}) => {
  const email = newEmail();
  await page.goto('/settings/reading');
  await expectAccessibleAtBothWidths(page);

  const sample = page.locator('.reading-sample');
  await page.locator('input[name="text"][value="largest"]').check();
  await expect(sample).toHaveAttribute('data-text', 'largest');
  await expect(html(page)).not.toHaveAttribute('data-text', 'largest');

  await set(page, { text: 'largest', spacing: 'wide', contrast: 'high', motion: 'calm' });
  for (const path of ['/', '/help', lessonAt(FIRST)]) {
    await page.goto(path);
    await expect(html(page)).toHaveAttribute('data-text', 'largest');
    await expect(html(page)).toHaveAttribute('data-contrast', 'high');
    await expect(html(page)).toHaveAttribute('data-motion', 'calm');
    await page.setViewportSize({ width: 390, height: 844 });
    await expectAccessible(page);
    const { violations } = await new AxeBuilder({ page })
      .withRules(['color-contrast-enhanced'])
      .analyze();
    expect(violations.flatMap(({ nodes }) => nodes.map((node) => node.html))).toEqual([]);
  }
  await page.goto('/join');
  await join(page, { name: '読田 静', kana: 'ヨミタ シズカ', email, password: PASSWORD });

  const other = await newDevice();
  await other.goto('/sign-in');
  await expect(html(other)).not.toHaveAttribute('data-text', 'largest');
  await signIn(other, email, PASSWORD);
  await expect(other).not.toHaveURL(/sign-in/);
  await expect(html(other)).toHaveAttribute('data-text', 'largest');
  await expect(html(other)).toHaveAttribute('data-spacing', 'wide');

  await other.goto('/settings/reading');
  await other.getByRole('button', { name: '標準に戻す' }).click();
  await expect(html(other)).not.toHaveAttribute('data-text', 'largest');
});

test('a device that asks for stronger colours gets them without a setting, in the dark too', async ({
  page,
}) => {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ contrast: 'more', colorScheme });
    await page.goto(lessonAt(FIRST));
    const { violations } = await new AxeBuilder({ page })
      .withRules(['color-contrast-enhanced'])
      .analyze();
    expect(violations.flatMap(({ nodes }) => nodes.map((node) => node.html))).toEqual([]);
  }
});

test.describe('without a script', () => {
  test.use({ javaScriptEnabled: false });

  test('the settings are a form, and there is no button for what cannot be done', async ({
    page,
  }) => {
    await page.goto(lessonAt(FIRST));
    await expect(page.getByRole('button', { name: '読み上げる' })).toBeHidden();
    await page.getByRole('link', { name: 'くわしい設定' }).click();
    await set(page, { spacing: 'wider', furigana: 'on' });
    await page.getByRole('link', { name: 'もとのページに戻る' }).click();
    await expect(page).toHaveURL(new RegExp(lessonAt(FIRST)));
    await expect(html(page)).toHaveAttribute('data-spacing', 'wider');
    await expect(page.locator('ruby').first()).toBeVisible();
  });

  test('each paragraph can be named in an address', async ({ page }) => {
    await page.goto(`${lessonAt(FIRST)}#b-5`);
    await expect(page.locator('#b-5')).toBeInViewport();
  });
});

/** Reads down to a paragraph and leaves. */
async function readTo(page: Page, block: string) {
  const sent = page.waitForRequest((request) => request.url().endsWith('/place'));
  await page.locator(`#${block}`).evaluate((element) => {
    window.scrollTo(0, window.scrollY + element.getBoundingClientRect().top - 60);
  });
  await page.waitForFunction((y) => window.scrollY > y, 0);
  await page.evaluate(() => window.dispatchEvent(new Event('pagehide')));
  await sent;
}

test('one goes on at the paragraph where one left off, on another device too, and only when asked', async ({
  page,
  newDevice,
}) => {
  const email = newEmail();
  await page.goto('/join');
  await join(page, { name: '続田 道', kana: 'ツヅキダ ミチ', email, password: PASSWORD });
  await startCourse(page);
  await expect(page.getByText('前回はここまで読みました')).toBeHidden();
  await readTo(page, 'b-9');

  const other = await newDevice();
  await other.goto('/sign-in');
  await signIn(other, email, PASSWORD);
  await expect(other).not.toHaveURL(/sign-in/);
  const notice = other.getByText('前回はここまで読みました');
  await expect(async () => {
    await other.goto(lessonAt(FIRST));
    await expect(notice).toBeVisible({ timeout: 1000 });
  }).toPass();
  expect(await other.evaluate(() => window.scrollY)).toBe(0);
  await expectAccessible(other);
  await other.getByRole('link', { name: /^前回の続き/ }).click();
  const { hash } = new URL(other.url());
  expect(hash).toMatch(/^#b-\d+$/);
  await expect(other.locator(hash)).toBeInViewport();

  await other.goto(`/courses/${COURSE}`);
  await other.getByRole('link', { name: /^続きから/ }).click();
  expect(new URL(other.url()).hash).toBe(hash);
});

test('what a new version changed is shown side by side, and the tick stays', async ({ page }) => {
  await startCourse(page);
  const { text } = questionsOf(FIRST)[0]!;
  await knowsOlderVersion(page, FIRST, {
    lesson: (body) =>
      body
        .replace(/\["p",0,/, '["p",0,"前の版にだけあったことば。"],["p",0,')
        .replaceAll('。"]', '。むかし"]'),
    quiz: (body) =>
      body.replace('"options"', '"older":1,"options"').replace('"text":[', '"text":["むかしは、",'),
  });
  await page.goto(`/courses/${COURSE}`);
  await expect(page.getByText('新しくなった課')).toBeVisible();
  await page.goto(lessonAt(FIRST));
  await expect(page.getByText('前回から変わったところがあります')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('link', { name: '変わったところを見る' }).click();
  await expect(page).toHaveURL(/\/changes$/);
  await expectAccessibleAtBothWidths(page);
  await expect(page.locator('del').first()).toContainText('削除：');
  await expect(page.getByText('前の版にだけあったことば。')).toBeVisible();
  await expect(page.getByRole('heading', { name: '問い1' })).toBeVisible();
  const shown = await page.locator('main').innerText();
  const said = questionsOf(FIRST).flatMap(({ options }) => options.map(({ feedback }) => feedback));
  for (const feedback of said) if (feedback) expect(shown).not.toContain(feedback);
  expect(text.length).toBeGreaterThan(0);

  await page.getByRole('button', { name: '変わったところを見ました' }).click();
  await expect(page).toHaveURL(new RegExp(`${lessonAt(FIRST)}$`));
  await expect(page.getByText('前回から変わったところがあります')).toBeHidden();
});

test('a course on paper: every lesson, its questions, and a sheet to answer on without the key', async ({
  page,
}) => {
  await page.goto(`/courses/${COURSE}`);
  await page.getByRole('link', { name: '講座全体の印刷用ページ' }).click();
  await expectAccessibleAtBothWidths(page);
  await expect(page.locator('.paper-lesson')).toHaveCount(LESSONS.length);
  await expect(page.locator('.paper-question')).toHaveCount(LESSONS.flatMap(questionsOf).length);
  const source = await page.content();
  for (const { options } of LESSONS.flatMap(questionsOf)) {
    for (const { feedback } of options) if (feedback) expect(source).not.toContain(feedback);
  }
  await expect(page.locator('.paper > :last-child')).toContainText('解答用紙');

  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.site-head')).toBeHidden();
  await expect(page.getByRole('link', { name: /ふりがな/ })).toBeHidden();
  const size = await page
    .locator('.paper-lesson p')
    .first()
    .evaluate((p) => parseFloat(getComputedStyle(p).fontSize));
  expect(size).toBeGreaterThanOrEqual(16);
  for (const details of await page.locator('.paper details').all()) {
    await expect(details).toHaveAttribute('open', '');
  }
  await page.emulateMedia({ media: 'screen' });
  await page.getByRole('link', { name: 'ふりがなをつける' }).click();
  await expect(page.locator('.paper ruby').first()).toBeVisible();
});

test('a lesson is read aloud in step with the text, each word once', async ({ page }) => {
  await giveVoice(page, 'ja-JP');
  await page.goto('/settings/reading');
  await set(page, { furigana: 'on' });
  await page.goto(lessonAt(FIRST));
  const play = page.getByRole('button', { name: '読み上げる' });
  await expect(play).toBeVisible();
  await expectAccessible(page);
  await play.press('Enter');
  await expect(page.locator('h1')).toHaveAttribute('aria-current', 'true');
  await expect(page.getByText('読み上げています')).toBeAttached();
  await expectAccessible(page);

  await page.getByRole('button', { name: '次の段落' }).click();
  await expect(page.locator('h1')).not.toHaveAttribute('aria-current', 'true');
  const marked = page.locator('[aria-current="true"].read-now');
  await expect(marked).toHaveCount(1);

  for (let i = 0; i < 400 && (await isSpeaking(page)); i += 1) await endPiece(page);
  await expect(page.getByText('読み上げを終わりました')).toBeAttached();
  await expect(marked).toHaveCount(0);
  const spoken = (await spokenOn(page)).join('');
  const rubies = await page.locator('#lesson-text ruby:not([data-read])').all();
  const [base, reading] = await rubies[0]!.evaluate((ruby) => [
    ruby.firstChild?.textContent ?? '',
    ruby.querySelector('rt')?.textContent ?? '',
  ]);
  expect(spoken).toContain(base);
  expect(spoken).not.toContain(`${base}${reading}`);
  expect(spoken).not.toContain('出典');
  for (const named of await page.locator('#lesson-text [data-read]').all()) {
    expect(spoken).toContain((await named.getAttribute('data-read')) ?? '');
  }

  await play.click();
  await page.getByLabel('速さ').selectOption({ label: 'ゆっくり' });
  expect(await lastRate(page)).toBeLessThan(1);
  await page.getByRole('button', { name: '一時停止' }).click();
  expect(await isSpeaking(page)).toBe(false);
  await page.getByRole('button', { name: '続きを読み上げる' }).click();
  expect(await isSpeaking(page)).toBe(true);
  await page.keyboard.press('Escape');
  expect(await isSpeaking(page)).toBe(false);
  await expect(page.getByRole('button', { name: 'やめる' })).toBeHidden();
});

test('a device without a voice for the language offers none', async ({ page }) => {
  await giveVoice(page, 'fr-FR');
  await page.goto(lessonAt(FIRST));
  await expect(page.locator('[data-enhance="read-aloud"]')).toBeHidden();
});
