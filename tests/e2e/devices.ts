import { test as base, type BrowserContext, type Page } from '@playwright/test';

type Devices = {
  /** Another browser, as of another person or on another device; closed when the test ends. */
  newDevice: () => Promise<Page>;
};

export const test = base.extend<Devices>({
  newDevice: async ({ browser }, use) => {
    const made: BrowserContext[] = [];
    await use(async () => {
      const context = await browser.newContext();
      made.push(context);
      return await context.newPage();
    });
    for (const context of made) await context.close();
  },
});
