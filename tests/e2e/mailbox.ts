import { expect, type Page } from '@playwright/test';

/** The path of the newest link that was sent to an address, read from the mailbox of the demo. */
export async function linkSentTo(page: Page, email: string): Promise<string> {
  await page.goto('/mailbox');
  const mail = page.locator('section').filter({ hasText: email }).first();
  await expect(mail).toBeVisible();
  return (await mail.getByRole('link').getAttribute('href'))!;
}
