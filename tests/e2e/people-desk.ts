import { expect, type Page } from '@playwright/test';
import { signInAs } from './account';

export const SAKAI = '271403';
export const DESK = `/office/areas/${SAKAI}`;

/** Signs in as the officer of a city and says what she looks at names for. */
export async function openNames(page: Page, identifier = 'sakai@example.jp'): Promise<void> {
  await signInAs(page, identifier);
  await page.goto('/office/people');
  await page.getByLabel('修了者名簿の作成').check();
  await page.getByRole('button', { name: '名簿を開く' }).click();
  await expect(page.getByRole('heading', { level: 1, name: /の名簿$/ })).toBeVisible();
}
