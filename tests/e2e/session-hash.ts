import { createHash } from 'node:crypto';
import type { Page } from '@playwright/test';

/** Under which the session of this page stands in the database. */
export async function sessionHashOf(page: Page): Promise<string> {
  const cookies = await page.context().cookies();
  const session = cookies.find(({ name }) => name === 'session')?.value ?? '';
  return createHash('sha256').update(session).digest('hex');
}
