import { expect, type Page } from '@playwright/test';
import { demoAccounts } from '~/flows/demo/demo-accounts';
import { join, newEmail, PASSWORD, signIn, signInAs } from './account';
import { test } from './devices';
import { expectAccessible, expectAccessibleAtBothWidths } from './page-checks';
import { VirtualAuthenticator } from './virtual-authenticator';

const SECURITY = '/my/security';
const CANCELLED = '取り消しました。ほかの入り方も使えます。';

async function newLearner(page: Page): Promise<void> {
  await page.goto('/join');
  const who = { name: '鍵山 しおり', kana: 'カギヤマ シオリ' };
  await join(page, { ...who, email: newEmail(), password: PASSWORD });
}

async function register(page: Page, name?: string): Promise<void> {
  await page.goto(SECURITY);
  if (name) await page.getByRole('textbox', { name: '名前' }).fill(name);
  await page.getByRole('button', { name: 'この端末のパスキーを登録する' }).click();
  await expect(page.getByText('パスキーを登録しました。')).toBeVisible();
}

/** Forgets the login as a browser does that was away for long; passkeys stay on the device. */
async function signOut(page: Page): Promise<void> {
  await page.context().clearCookies({ name: 'session' });
}

async function openSignIn(page: Page, to = ''): Promise<void> {
  await signOut(page);
  await page.goto(`/sign-in${to}`);
}

const signInButton = (page: Page) => page.getByRole('button', { name: 'パスキーで入る' });
const alert = (page: Page) => page.getByRole('alert').filter({ hasText: /./ });

test('a learner registers a passkey, comes back with it, gives it a name and takes it away', async ({
  page,
}) => {
  test.setTimeout(120_000);
  const device = await VirtualAuthenticator.plugInto(page);
  await newLearner(page);
  await page.goto(SECURITY);
  await expect(page.getByText('まだ登録していません。')).toBeVisible();
  await expect(page.getByRole('textbox', { name: '名前' })).toHaveValue(/Linux/);
  await expectAccessibleAtBothWidths(page);
  await register(page);
  await expectAccessibleAtBothWidths(page);
  const [credential] = await device.credentials();
  expect(credential).toMatchObject({ isResidentCredential: true, rpId: 'localhost' });
  const handle = Buffer.from(credential!.userHandle!, 'base64').toString();
  expect(handle).toMatch(/^[0-9a-f-]{36}$/);

  await openSignIn(page, '?to=/my/code');
  await expectAccessibleAtBothWidths(page);
  await signInButton(page).click();
  await expect(page).toHaveURL('/my/code');
  await page.goto(SECURITY);
  await expect(page.getByText('最後に使った日：')).toBeVisible();

  await page.getByRole('link', { name: /の名前の変更・取りやめ/ }).click();
  await expectAccessibleAtBothWidths(page);
  await page.getByRole('textbox', { name: '名前' }).fill('');
  await page.getByRole('button', { name: '名前を変える' }).click();
  await expect(alert(page)).toContainText('名前を入れてください。');
  await expectAccessible(page);
  await page.getByRole('textbox', { name: '名前' }).fill('自分のスマートフォン');
  await page.getByRole('button', { name: '名前を変える' }).click();
  await expect(page.getByText('名前を変えました。')).toBeVisible();

  await page.getByRole('link', { name: '自分のスマートフォン の名前' }).click();
  await page.getByRole('button', { name: 'このパスキーを取りやめる' }).click();
  await expect(page.getByText('パスキーを取りやめました。')).toBeVisible();
  await expect(page.getByText('まだ登録していません。')).toBeVisible();
  await expectAccessible(page);

  await openSignIn(page);
  await signInButton(page).click();
  await expect(alert(page)).toContainText('つなぐに登録がないか、取りやめたものです');
  await expectAccessibleAtBothWidths(page);
});

test('an officer who comes in by passkey is at her office at once, and shows it as her second step', async ({
  page,
}) => {
  test.setTimeout(120_000);
  await VirtualAuthenticator.plugInto(page);
  const { identifier, password } = demoAccounts.find(
    (one) => one.identifier === 'osaka@example.jp',
  )!;
  await signInAs(page, identifier);
  await register(page, '庁内のパソコン');

  await openSignIn(page);
  await signInButton(page).click();
  await expect(page).toHaveURL(/\/office\//);

  await openSignIn(page);
  await signIn(page, identifier, password);
  await expect(page).toHaveURL(/\/sign-in\/second/);
  await expectAccessibleAtBothWidths(page);
  await page.getByRole('button', { name: 'パスキーで確認する' }).click();
  await expect(page).toHaveURL(/\/office\//);
});

test('a passkey that is chosen in the list under the field signs in without a button', async ({
  page,
}) => {
  await VirtualAuthenticator.plugInto(page, { autofill: true });
  await newLearner(page);
  await register(page);
  await signOut(page);
  await page.goto('/sign-in?to=/my/code');
  await expect(page).toHaveURL('/my/code');
});

test('whoever stops, or whose device does not open, is told calmly and keeps her other ways', async ({
  page,
}) => {
  const device = await VirtualAuthenticator.plugInto(page);
  await newLearner(page);
  await page.goto(SECURITY);
  await device.setVerified(false);
  await page.getByRole('button', { name: 'この端末のパスキーを登録する' }).click();
  await expect(alert(page)).toContainText('登録を取り消しました。');
  await expectAccessibleAtBothWidths(page);
  await device.setVerified(true);
  await register(page);

  await openSignIn(page);
  await device.setVerified(false);
  await signInButton(page).click();
  await expect(alert(page)).toHaveText(CANCELLED);
  await expectAccessibleAtBothWidths(page);
  await expect(page.getByLabel('パスワード、または合いことば')).toBeVisible();
  await expect(page).toHaveURL(/\/sign-in$/);
});

test('a copy of a device whose counter lags behind is refused, and it is written down', async ({
  page,
  newDevice,
}) => {
  test.setTimeout(120_000);
  const device = await VirtualAuthenticator.plugInto(page);
  await newLearner(page);
  await register(page);
  await device.setCounter(50);
  await openSignIn(page);
  await signInButton(page).click();
  await expect(page).toHaveURL('/my');
  await device.setCounter(10);

  await openSignIn(page);
  await signInButton(page).click();
  await expect(alert(page)).toContainText('写しが使われているおそれ');
  await expect(page).toHaveURL(/\/sign-in$/);

  const operator = await newDevice();
  await signInAs(operator, 'unei@example.jp');
  await operator.goto('/admin/audit?action=passkey.counter-back');
  await expect(operator.getByRole('row').nth(1)).toContainText('パスキーの複製の疑い');
});

test('without script, or in a browser without passkeys, the button is not shown and other ways are', async ({
  browser,
  page,
}) => {
  const plain = await browser.newContext({ javaScriptEnabled: false });
  const without = await plain.newPage();
  await without.goto('/sign-in');
  await expect(signInButton(without)).toBeHidden();
  await expect(without.getByRole('button', { name: 'ログインする' })).toBeVisible();
  await plain.close();

  await page.addInitScript(() => Reflect.deleteProperty(globalThis, 'PublicKeyCredential'));
  await page.goto('/sign-in');
  await expect(page.getByRole('button', { name: 'ログインする' })).toBeVisible();
  await expect(signInButton(page)).toBeHidden();
});
