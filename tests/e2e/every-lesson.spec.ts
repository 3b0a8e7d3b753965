import { expect, test, type Page } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScroll } from './page-checks';
import { SHIPPED, type ShippedCourse } from './shipped-courses';

const WIDTHS = [390, 1280];

async function open(page: Page, at: string, furigana: boolean, edition: string) {
  // In plain Japanese readings are usual, and have a switch of their own: the last one.
  const on = furigana ? 'on' : 'off';
  const value = `${on}.normal.normal.normal.normal.${on}`;
  await page.context().addCookies([{ name: 'reading', value, url: new URL(page.url()).origin }]);
  await page.goto(at);
  await expect(page.getByRole('heading', { level: 1 })).not.toBeEmpty();
  await expect(page.locator('html')).toHaveAttribute('lang', edition === 'en' ? 'en' : 'ja');
  // The text is there in this edition, and no note that it is not.
  await expect(page.locator('.lesson-body .take')).not.toBeEmpty();
  const rubies = await page.locator('.lesson-body ruby').count();
  if (furigana) expect(rubies, at).toBeGreaterThan(0);
  else expect(rubies, at).toBe(0);
}

/** Japanese with readings and without; English has none. */
const settingsOf = ({ edition }: ShippedCourse) => (edition === 'en' ? [false] : [true, false]);

/** Both widths and both settings are opened; axe looks at each width and each setting once. */
for (const course of SHIPPED) {
  const settings = settingsOf(course);
  test(`every lesson of ${course.at} is readable at both widths, with readings and without`, async ({
    page,
  }) => {
    test.setTimeout(300_000);
    await page.goto('/healthcheck');
    for (const lesson of course.lessons) {
      for (const [i, furigana] of settings.entries()) {
        await open(page, `${course.at}/lessons/${lesson}`, furigana, course.edition);
        for (const [j, width] of WIDTHS.entries()) {
          await page.setViewportSize({ width, height: 900 });
          if (settings.length === 1 || i === j) await expectAccessible(page);
          else await expectNoSidewaysScroll(page);
        }
      }
    }
  });
}
