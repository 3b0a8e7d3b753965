import { expect, test, type Page } from '@playwright/test';
import { keyOf, type Question } from './course-keys';
import { expectNoSidewaysScroll } from './page-checks';
import { SHIPPED, shippedQuestions } from './shipped-courses';

test.use({ javaScriptEnabled: false, viewport: { width: 390, height: 844 } });

async function answer(page: Page, question: Question) {
  const item = page.locator(`[data-question="${question.id}"]`);
  const key = keyOf(question);
  if (question.kind === 'order') {
    for (const [i, text] of key.entries())
      await item
        .locator(`li[data-text=${JSON.stringify(text)}] select`)
        .selectOption(String(i + 1));
  } else {
    for (const id of key) await item.locator(`input[value="${id}"]`).check();
  }
}

/** What stands at the end: a completion, or a preparation for the part held with a teacher. */
const END = {
  '': /^(おつかれさまでした|予習が終わりました)$/,
  easy: /^(おつかれさまでした|画面（がめん）で 学（まな）ぶところが おわりました)$/,
  en: /^(You have come to the end|Your preparation is done)$/,
};

for (const course of SHIPPED) {
  test(`${course.at} is walked to its end without a script`, async ({ page }) => {
    test.setTimeout(180_000);
    await page.goto(course.at);
    await page.locator(`form[action="${course.at}/start"] button`).first().click();
    await expect(page).toHaveURL(`${course.at}/lessons/${course.lessons[0]}`);
    for (const lesson of course.lessons) {
      const at = `${course.at}/lessons/${lesson}`;
      await page.goto(at);
      const questions = shippedQuestions(course, lesson);
      if (questions.length === 0) {
        await page.locator(`form[action="${at}"] button`).click();
        continue;
      }
      await page.goto(`${at}/quiz/sheet`);
      await expectNoSidewaysScroll(page);
      for (const question of questions) await answer(page, question);
      await page.locator(`form[action="${at}/quiz/sheet"] button`).click();
      await expect(page).toHaveURL(new RegExp(`^[^?]+${at}/quiz/review/`));
    }
    await page.goto(`${course.at}/finish`);
    await expect(page).toHaveURL(`${course.at}/finish`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(END[course.edition]);
    // Nothing is left to do: no lesson is named as missing.
    await expect(page.locator(`main a[href^="${course.at}/lessons/"]`)).toHaveCount(0);
    await expectNoSidewaysScroll(page);
  });
}
