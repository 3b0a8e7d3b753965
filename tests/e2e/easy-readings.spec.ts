import { expect, test, type Page } from '@playwright/test';
import { keyOf } from './course-keys';
import { expectAccessible, expectNoSidewaysScroll } from './page-checks';
import { SHIPPED, shippedQuestions } from './shipped-courses';

// Writing rule of やさしい日本語: every word in kanji shows how it is read, on the screens as in the lessons.
const course = SHIPPED.filter(({ edition }) => edition === 'easy').sort(
  (a, b) => a.lessons.length - b.lessons.length,
)[0]!;
const at = (...path: string[]) => [course.at, ...path].join('/');

test.use({ viewport: { width: 390, height: 844 } });

/** Pieces of text that a reader sees, in kanji and without a reading. Other languages and the ordinary Japanese are left out. */
async function wordsUnread(page: Page): Promise<string[]> {
  return await page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found = new Set<string>();
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const text = node.textContent ?? '';
      const around = node.parentElement!;
      if (!/\p{Script=Han}/u.test(text)) continue;
      // A label of demo people is no word of the service.
      if (around.closest('li:has([name=password])')) continue;
      if (around.closest('ruby, option, script, style, textarea, svg, title, body [lang]'))
        continue;
      if (around.checkVisibility({ visibilityProperty: true })) found.add(text.trim());
    }
    return [...found];
  });
}

async function expectRead(page: Page): Promise<void> {
  await expect(page.locator('ruby rt').first()).toBeAttached();
  expect(await wordsUnread(page), page.url()).toEqual([]);
  await expectNoSidewaysScroll(page);
}

test.describe('without a script', () => {
  test.use({ javaScriptEnabled: false });

  test('every word in kanji is read, from the first page to the last', async ({ page }) => {
    test.setTimeout(180_000);
    const [lesson = ''] = course.lessons;
    for (const path of [
      '/easy',
      '/easy/help',
      '/easy/help?worry=money&place=札幌市',
      '/easy/follow-up',
    ]) {
      await page.goto(path);
      await expectRead(page);
    }
    await page.goto(at());
    await expectRead(page);
    await page.goto(at('questions/before'));
    await expectRead(page);
    await page.goto(at());
    await page
      .locator(`form[action="${at('start')}"] button`)
      .first()
      .click();
    await expect(page).toHaveURL(at('lessons', lesson));
    await expectRead(page);

    const [asked = ''] = course.lessons.filter((slug) => shippedQuestions(course, slug).length > 0);
    await page.goto(at('lessons', asked));
    await page.locator('form[action$="/start"] button').click();
    await expect(page).toHaveURL(/quiz\?q=1$/);
    await page.locator('main form[method="post"] button').first().click();
    await expect(page.locator('#error')).toBeVisible();
    await expectRead(page);

    for (const slug of course.lessons) {
      const questions = shippedQuestions(course, slug);
      if (questions.length === 0) {
        await page.goto(at('lessons', slug));
        await page.locator(`form[action="${at('lessons', slug)}"] button`).click();
        continue;
      }
      await page.goto(at('lessons', slug, 'quiz/sheet'));
      await expectRead(page);
      for (const question of questions) {
        const item = page.locator(`[data-question="${question.id}"]`);
        for (const [i, key] of keyOf(question).entries())
          if (question.kind === 'order')
            await item
              .locator(`li[data-text=${JSON.stringify(key)}] select`)
              .selectOption(String(i + 1), { force: true });
          else await item.locator(`input[value="${key}"]`).check();
      }
      await page
        .locator(`form[action="${at('lessons', slug, 'quiz/sheet')}"] button`)
        .last()
        .click();
      await expect(page).toHaveURL(/quiz\/review\//);
      await expectRead(page);
    }
    for (const path of ['finish', 'questions/after', 'follow-up', 'print']) {
      await page.goto(at(path));
      await expectRead(page);
    }
  });
});

test('with readings the screens stay readable for everybody', async ({ page }) => {
  test.setTimeout(120_000);
  for (const path of [
    '/easy',
    '/easy/help',
    '/easy/join',
    '/easy/sign-in',
    at(),
    at('questions/before'),
  ]) {
    await page.goto(path);
    await expectAccessible(page);
  }
});

test('a reading is not said twice: it is no part of the name of a button or a heading', async ({
  page,
}) => {
  await page.goto(at());
  const { nodes } = await (
    await page.context().newCDPSession(page)
  ).send('Accessibility.getFullAXTree');
  const names = nodes.flatMap(({ role, name }) =>
    ['button', 'heading', 'link'].includes(String(role?.value)) ? [String(name?.value)] : [],
  );
  expect(names).toContain('学ぶ じゅんばん');
  expect(names).toContain('いま つらいときに 相談できるところ');
  expect(names.filter((name) => /[\uFFF9-\uFFFB]/.test(name))).toEqual([]);
});

test('no sign of a reading is left in what a page, a script and a machine are given', async ({
  page,
}) => {
  for (const path of ['/easy', '/easy/help', at(), at('lessons', course.lessons[0]!)]) {
    const html = await (await page.request.get(path)).text();
    expect(html).toContain('<rt>');
    expect(html, path).not.toMatch(/[\uFFF9-\uFFFB]/);
    expect(/<title>[^<]*<\/title>/.test(html), path).toBe(true);
  }
  const data = await page.request.get('/easy/help.data');
  expect(await data.text()).not.toMatch(/[\uFFF9-\uFFFB]/);
});

test('who turned the readings off there has none on the screens either', async ({ page }) => {
  await page.goto(at('lessons', course.lessons[0]!));
  await page.getByRole('button', { name: 'ふりがな' }).click();
  await page.goto(at());
  await expect(page.locator('ruby')).toHaveCount(0);
  await expect(page.getByRole('heading', { name: '学ぶ じゅんばん' })).toBeVisible();
});
