import { expect, test } from '@playwright/test';
import { demoAccounts } from '~/flows/demo/demo-accounts';
import { newEmail, signIn } from './account';
import { expectAccessibleAtBothWidths } from './page-checks';

const learner = demoAccounts.find(({ role }) => role === 'learner')!;
const identifier = 'メールアドレス、または受講番号';
const password = 'パスワード、または合いことば';

test('a wrong password is said in words; who signs in is kept, the password is not', async ({
  page,
}) => {
  await page.goto('/sign-in');
  await page.getByRole('button', { name: 'ログインする' }).click();
  await expect(page.getByRole('alert')).toContainText('入力をお確かめください（2か所）');
  await expectAccessibleAtBothWidths(page);

  await signIn(page, learner.identifier, 'ちがうことば');
  await expect(page.getByRole('alert')).toBeFocused();
  await expect(page.getByRole('alert')).toContainText('この組み合わせの登録が見つかりません。');
  await expect(page.getByLabel(identifier)).toHaveValue(learner.identifier);
  await expect(page.getByLabel(password)).toHaveValue('');
  await expectAccessibleAtBothWidths(page);

  await signIn(page, '1234-5678-9012', 'ちがうことば');
  await expect(page.getByLabel(identifier)).toHaveAttribute('aria-invalid', 'true');
  await expect(page.getByLabel(identifier)).toHaveValue('1234-5678-9012');

  await signIn(page, learner.identifier, learner.password);
  await expect(page).toHaveURL('/my');
  await expectAccessibleAtBothWidths(page);
});

test('somebody who is not there is answered in the same words', async ({ page }) => {
  await page.goto('/sign-in');
  await signIn(page, newEmail(), learner.password);
  await expect(page.getByRole('alert')).toContainText('この組み合わせの登録が見つかりません。');
});

test('many tries are asked to rest, until a time that is named', async ({ page }) => {
  await page.goto('/sign-in');
  const nobody = newEmail();
  const rest = page.getByRole('alert').getByText('少しお休みをいただいています');
  for (let tries = 0; tries < 12 && !(await rest.isVisible()); tries += 1) {
    await signIn(page, nobody, `ちがうことば ${tries}`);
    await expect(page.getByRole('alert')).toBeVisible();
  }
  await expect(rest).toContainText(/\d{1,2}:\d{2} を過ぎたら/);
  await expect(page.getByLabel(identifier)).toHaveValue(nobody);
  await expectAccessibleAtBothWidths(page);
});

for (const to of [
  'https://evil.example',
  '//evil.example',
  '/\\evil.example',
  '\\\\evil.example',
  'javascript:alert(1)',
  '/%09/evil.example',
]) {
  test(`signing in does not lead away to ${to}`, async ({ page, baseURL }) => {
    await page.goto(`/sign-in?to=${encodeURIComponent(to)}`);
    await signIn(page, learner.identifier, learner.password);
    await expect(page).not.toHaveURL(/sign-in/);
    expect(new URL(page.url()).origin).toBe(new URL(baseURL!).origin);
  });
}

test('signing in leads back to the page that was asked for, and signing out ends it', async ({
  page,
}) => {
  await page.goto('/my?from=paper');
  await expect(page).toHaveURL(/\/continue\?to=/);
  await page.getByRole('link', { name: 'ログインする' }).click();
  await signIn(page, learner.identifier, learner.password);
  await expect(page).toHaveURL('/my?from=paper');
  await page.getByRole('button', { name: 'ログアウト' }).last().click();
  await expect(page).toHaveURL('/');
  await page.goto('/my');
  await expect(page).toHaveURL(/\/continue/);
});

test('what was typed as a password can be looked at', async ({ page }) => {
  await page.goto('/sign-in');
  await page.getByLabel(password).fill('みえる');
  await page.getByLabel('入力した文字を見せる').check();
  await expect(page.getByLabel(password)).toHaveAttribute('type', 'text');
});
