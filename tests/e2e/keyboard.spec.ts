import { expect, test, type Page } from '@playwright/test';
import { LESSONS, questionOfKind, questionsOf } from './course-keys';
import { openQuiz, quizAt, startCourse } from './learner';
import { expectAccessible } from './page-checks';

const focused = (page: Page) => page.locator(':focus');

/** Tabs on until something of that role and name has the focus, through nothing hidden. */
async function tabTo(page: Page, name: RegExp, key = 'Tab'): Promise<string[]> {
  const met: string[] = [];
  for (let steps = 0; steps < 40; steps += 1) {
    await page.keyboard.press(key);
    const text = await focused(page).evaluate((element) => {
      const box = element.getBoundingClientRect();
      if (box.width === 0 || box.height === 0) return '(hidden)';
      const label = element instanceof HTMLInputElement ? element.labels?.[0]?.textContent : '';
      return element.getAttribute('aria-label') ?? (label || element.textContent || '').trim();
    });
    met.push(text);
    if (name.test(text)) return met;
  }
  throw new Error(`Not reached: ${name}\n${met.join('\n')}`);
}

test('a question is answered, changed and submitted with the keyboard alone', async ({ page }) => {
  const [lesson] = LESSONS as [string];
  await startCourse(page);
  await openQuiz(page, lesson);
  for (const { kind, options } of questionsOf(lesson)) {
    const first = options[0]!.text.slice(0, 6);
    await tabTo(page, new RegExp(`^${first.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`));
    await page.keyboard.press('Space');
    await expect(focused(page)).toBeChecked();
    if (kind !== 'multiple') {
      await page.keyboard.press('ArrowDown');
      await expect(focused(page)).toBeChecked();
    }
    await expect(page.locator('[data-answer-status]')).toContainText('保存しました');
    const met = await tabTo(page, /^回答を保存して次へ$/);
    expect(met).not.toContain('(hidden)');
    const outline = await focused(page).evaluate(
      (element) => getComputedStyle(element).outlineStyle,
    );
    expect(outline).not.toBe('none');
    const before = page.url();
    await page.keyboard.press('Enter');
    await expect(page).not.toHaveURL(before);
  }
  await expect(page.getByRole('heading', { name: '答えをたしかめる' })).toBeVisible();
  await tabTo(page, /^1問目の答えを変える$/);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/q=1&back=on/);
  await tabTo(page, /^回答を保存して次へ$/);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: '答えをたしかめる' })).toBeVisible();
  await tabTo(page, /^答え合わせ$/);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/review\//);
});

test('things are put in order with buttons, and each move is announced', async ({ page }) => {
  const { lesson, number } = questionOfKind('order');
  await startCourse(page);
  await openQuiz(page, lesson);
  await page.goto(`${quizAt(lesson)}?q=${number}`);
  const items = page.locator('li[data-option]');
  const [first, second] = (await items.evaluateAll((all) =>
    all.map((item) => item.getAttribute('data-text')),
  )) as [string, string];
  await expect(items.first()).toContainText('1番目');
  await expectAccessible(page);

  await tabTo(page, new RegExp(`^「${first}」を一つ下へ$`));
  await page.keyboard.press('Enter');
  await expect(items.nth(0)).toHaveAttribute('data-text', second);
  await expect(items.nth(1)).toHaveAttribute('data-text', first);
  await expect(page.getByText(`「${first}」を2番目に動かしました`)).toBeAttached();
  await expect(focused(page)).toHaveAccessibleName(`「${first}」を一つ下へ`);
  await expect(page.locator('[data-answer-status]')).toContainText('保存しました');
  await expectAccessible(page);
  await page.setViewportSize({ width: 390, height: 844 });
  await expectAccessible(page);

  await page.reload();
  await expect(items.nth(1)).toHaveAttribute('data-text', first);
});

test('a municipality is chosen with arrow keys and Enter', async ({ page }) => {
  await page.goto('/join');
  const box = page.getByRole('combobox', { name: '名前・よみ・団体コードの一部' });
  await box.focus();
  await page.keyboard.type('府中市');
  await expect(page.getByRole('listbox').getByRole('option')).toHaveCount(2);
  await expect(page.getByText('候補は2件です。')).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('listbox').getByRole('option', { selected: true })).toHaveCount(1);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/join/);
  await expect(page.getByText(/」を選びました。/)).toBeVisible();
  await expect(page.getByRole('listbox')).toBeHidden();
});
