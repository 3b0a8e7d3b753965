import { expect, type Page } from '@playwright/test';
import { COURSE, keyOf, LESSONS, questionsOf, type Question } from './course-keys';

/** Starts the course without an account, from its page. */
export async function startCourse(page: Page): Promise<void> {
  await page.goto(`/courses/${COURSE}`);
  await page.getByRole('button', { name: 'はじめる' }).first().click();
  await expect(page).toHaveURL(new RegExp(`/lessons/${LESSONS[0]}`));
}

/** Fills in the answer to the question that is shown, without sending it. */
export async function choose(page: Page, question: Question): Promise<void> {
  const key = keyOf(question);
  if (question.kind === 'order') {
    for (const [i, id] of key.entries()) {
      await page.locator(`select[name="place-${id}"]`).selectOption(String(i + 1), { force: true });
    }
    return;
  }
  for (const id of key) await page.locator(`input[name="option"][value="${id}"]`).check();
}

/** From the lesson's page through its questions to the review. `eachState` is called on every page met. */
export async function answerLesson(
  page: Page,
  lesson: string,
  eachState: () => Promise<void> = async () => {},
): Promise<void> {
  await page.goto(`/courses/${COURSE}/lessons/${lesson}`);
  await eachState();
  await page
    .getByRole('link', { name: /問いに進む|問いの続きへ/ })
    .or(page.getByRole('button', { name: /問いに進む|問いの続きへ/ }))
    .click();
  const start = page.getByRole('button', { name: '問いを始める' });
  if (await start.isVisible()) await start.click();
  for (const question of questionsOf(lesson)) {
    await expect(page.locator(`input[name="question"][value="${question.id}"]`)).toBeAttached();
    await choose(page, question);
    await eachState();
    await page.getByRole('button', { name: '回答を保存して次へ' }).click();
  }
  await expect(page.getByRole('button', { name: '答え合わせ' })).toBeVisible();
  await eachState();
  await page.getByRole('button', { name: '答え合わせ' }).click();
  await expect(page).toHaveURL(/\/review\//);
  await eachState();
}

export async function answerWholeCourse(page: Page): Promise<void> {
  for (const lesson of LESSONS) await answerLesson(page, lesson);
}
