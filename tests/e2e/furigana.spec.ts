import { expect, test } from '@playwright/test';
import { COURSE, keyOf, LESSONS } from './course-keys';
import { answerLesson, lessonAt, startCourse } from './learner';
import { expectAccessible } from './page-checks';

test.use({ viewport: { width: 390, height: 844 } });

test('with furigana a phone shows every lesson without sideways scroll', async ({ page }) => {
  test.setTimeout(120_000);
  await startCourse(page);
  await page.getByRole('button', { name: 'ふりがな' }).click();
  await expect(page.locator('ruby rt').first()).toBeVisible();
  await page.getByRole('button', { name: 'もっと大きく' }).click();
  for (const lesson of LESSONS) {
    await page.goto(lessonAt(lesson));
    await expect(page.locator('article ruby rt').first()).toBeVisible();
    await expectAccessible(page);
  }
  await page.goto(`/courses/${COURSE}`);
  await expectAccessible(page);
});

test('with furigana questions of every kind and their review stay accessible', async ({ page }) => {
  test.setTimeout(90_000);
  await startCourse(page);
  await page.getByRole('button', { name: 'ふりがな' }).click();
  const lesson = 'furikaeri';
  await answerLesson(page, lesson, {
    answerOf: keyOf,
    eachState: async () => {
      await expect(page.locator('ruby rt').first()).toBeVisible();
      await expectAccessible(page);
    },
  });
  await page.goto(lessonAt(lesson));
  await page.getByRole('button', { name: 'ふりがな' }).click();
  await expect(page.locator('ruby')).toHaveCount(0);
});
