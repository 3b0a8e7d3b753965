import { test, type Page } from '@playwright/test';
import { expect } from '@playwright/test';
import { expectAccessibleAtBothWidths } from './page-checks';
import { SHIPPED, type ShippedCourse } from './shipped-courses';

async function read(page: Page, at: string, furigana: 'on' | 'off', edition: string) {
  // In plain Japanese readings are usual, and have a switch of their own: the last one.
  const value = `${furigana}.normal.normal.normal.normal.${furigana}`;
  await page.context().addCookies([{ name: 'reading', value, url: new URL(page.url()).origin }]);
  await page.goto(at);
  await expect(page.getByRole('heading', { level: 1 })).not.toBeEmpty();
  await expect(page.locator('html')).toHaveAttribute('lang', edition === 'en' ? 'en' : 'ja');
  // The text is there in this edition, and no note that it is not.
  await expect(page.locator('.lesson-body .take')).not.toBeEmpty();
  const rubies = await page.locator('.lesson-body ruby').count();
  if (furigana === 'on' && edition !== 'en') expect(rubies, at).toBeGreaterThan(0);
  else expect(rubies, at).toBe(0);
  await expectAccessibleAtBothWidths(page);
}

/** Japanese with readings and without; English has none. */
const settingsOf = ({ edition }: ShippedCourse) =>
  edition === 'en' ? (['off'] as const) : (['on', 'off'] as const);

for (const course of SHIPPED) {
  test(`every lesson of ${course.at} is readable at both widths, with readings and without`, async ({
    page,
  }) => {
    test.setTimeout(300_000);
    await page.goto('/healthcheck');
    for (const lesson of course.lessons)
      for (const furigana of settingsOf(course))
        await read(page, `${course.at}/lessons/${lesson}`, furigana, course.edition);
  });
}
