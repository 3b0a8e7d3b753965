import { randomUUID } from 'node:crypto';
import { expect, type Page } from '@playwright/test';
import { placeAfterSignIn } from '~/auth/place-after-sign-in';
import { demoAccounts } from '~/flows/demo/demo-accounts';
import { openDemoSession } from './demo-session';

export const PASSWORD = 'あさひ 川べり 42 歩';

/** An address nobody else in this run has. */
export const newEmail = () => `${randomUUID()}@example.jp`;

type NewLearner = { name: string; kana: string; email?: string; password?: string };

/** The part of the sign-up form that says who somebody is and how to come back. */
export async function fillInPerson(page: Page, { name, kana, email, password }: NewLearner) {
  await page.getByLabel('お名前').fill(name);
  await page.getByLabel('フリガナ').fill(kana);
  await page.getByLabel('住んでいる（在住）').check();
  await page.getByLabel('いちばん近いもの').selectOption({ label: '一般住民' });
  await page.getByLabel('年代').selectOption({ label: '30代' });
  if (email) await page.getByLabel('メールアドレス').fill(email);
  if (password) await page.getByLabel('パスワード').fill(password);
}

/** Chooses a municipality in the list under the box, as it is with scripts. */
export async function chooseMunicipality(page: Page, typed: string, label: string): Promise<void> {
  const box = page.getByRole('combobox', { name: '名前・よみ・団体コードの一部' });
  await box.fill(typed);
  await page.getByRole('option', { name: label }).click();
  await expect(page.getByText(`「${label}」を選びました。`)).toBeVisible();
}

/** Signs up from the form that is open, and stays at what it gives to keep. */
export async function join(page: Page, learner: NewLearner): Promise<void> {
  await fillInPerson(page, learner);
  await chooseMunicipality(page, '堺市堺区', '大阪府 堺市 堺区');
  await page.getByRole('button', { name: 'この内容で登録する' }).click();
  await expect(page.getByRole('heading', { name: '登録できました' })).toBeVisible();
}

export async function signIn(page: Page, identifier: string, password: string): Promise<void> {
  await page.getByLabel('メールアドレス、または受講番号').fill(identifier);
  await page.getByLabel('パスワード、または合いことば').fill(password);
  await page.getByRole('button', { name: 'ログインする' }).click();
}

/** Signs in as one of the demo people, second factor shown, and stands where her work is. */
export async function signInAs(page: Page, identifier: string): Promise<void> {
  const { role } = demoAccounts.find((one) => one.identifier === identifier)!;
  await page.goto('/sign-in');
  await page.context().addCookies([{ ...openDemoSession(identifier), url: page.url() }]);
  const grants =
    role === 'learner' ? [] : [{ role, areaCode: null, organisationId: null, groupId: null }];
  await page.goto(placeAfterSignIn({ grants, awaitsSecondFactor: false }, null));
  await expect(page).not.toHaveURL(/sign-in/);
}

/** Half-width letters and digits as somebody types them in full width, small. */
export function sloppily(code: string): string {
  return code
    .toLowerCase()
    .replace(/[0-9a-z]/g, (letter) => String.fromCodePoint(letter.codePointAt(0)! + 0xfee0))
    .replace(/-/g, 'ー');
}
