import { expect, test } from '@playwright/test';
import { signInAs } from './account';
import { COURSE, LESSONS, questionsOf } from './course-keys';
import { expectAccessibleAtBothWidths, expectCare } from './page-checks';

test('a trainer sees how many started and finished, and how often each option was chosen', async ({
  page,
}) => {
  await signInAs(page, 'koshi@example.jp');
  await expect(page).toHaveURL(/\/studio$/);
  await expect(page.getByRole('columnheader', { name: '始めた方' })).toBeVisible();
  await expect(page.getByRole('columnheader', { name: '修了した方' })).toBeVisible();
  await expectCare(page);
  await expectAccessibleAtBothWidths(page);

  await page.getByRole('link', { name: 'ゲートキーパー はじめの一歩' }).first().click();
  await expect(page).toHaveURL(new RegExp(`/studio/courses/${COURSE}`));
  const questions = LESSONS.flatMap((lesson) => questionsOf(lesson));
  const counted = questions.filter(({ kind }) => kind !== 'order');
  await expect(page.getByRole('columnheader', { name: '選ばれた回数' })).toHaveCount(
    counted.length,
  );
  await expect(page.getByText(/答え合わせをした回数：[1-9]/)).toHaveCount(questions.length);
  await expectAccessibleAtBothWidths(page);
});
