import { test as base, type Page } from '@playwright/test';

type Devices = {
  /** Another browser, as of another person or on another device; closed when the test ends. */
  newDevice: () => Promise<Page>;
};

export const test = base.extend<Devices>({
  newDevice: async ({ browser }, use) => {
    const made: Page[] = [];
    await use(async () => {
      const page = await browser.newPage();
      made.push(page);
      return page;
    });
    for (const page of made) await page.context().close();
  },
});
