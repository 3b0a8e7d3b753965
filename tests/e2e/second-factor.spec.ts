import { randomUUID } from 'node:crypto';
import type { Browser, Page } from '@playwright/test';
import { expect } from '@playwright/test';
import Database from 'better-sqlite3';
import { Secret, TOTP } from 'otpauth';
import { join as joinPath } from 'node:path';
import { DEMO_TOTP_SECRET, demoAccounts } from '~/flows/demo/demo-accounts';
import { join, newEmail, PASSWORD, signIn } from './account';
import { test } from './devices';
import { expectAccessibleAtBothWidths, expectNoSidewaysScroll } from './page-checks';

const CODE = '確認コード';
const SAKAI_REPORT = '/office/areas/271403';

const totp = (secret: string) => new TOTP({ secret: Secret.fromBase32(secret) });
/** A step is left for each sign-in, as no code is good twice. */
const codeIn = (secret: string, steps: number) =>
  totp(secret).generate({ timestamp: Date.now() + steps * 30_000 });

/** Gives a role as an officer of the city would, beside the server. */
function giveRole(email: string): void {
  const database = new Database(joinPath(process.env.TSUNAGU_E2E_DIR!, 'e2e.db'));
  database.pragma('busy_timeout = 10000');
  const { changes } = database
    .prepare(
      `insert into role_grants (id, person_id, role, area_code, from_at)
       select ?, id, 'municipal-officer', '271403', ? from people where email_key = ?`,
    )
    .run(randomUUID(), Date.now() - 1000, email);
  database.close();
  expect(changes).toBe(1);
}

async function joinAsOfficer(page: Page): Promise<string> {
  const email = newEmail();
  await page.goto('/join');
  await join(page, { name: '城 あかり', kana: 'ジョウ　アカリ', email, password: PASSWORD });
  giveRole(email);
  return email;
}

async function show(page: Page, code: string): Promise<void> {
  await page.getByLabel(CODE).fill(code);
  await page.getByRole('button', { name: '確認する' }).click();
}

/** From the explanation to the recovery codes. */
async function setUp(page: Page): Promise<{ secret: string; recoveryCodes: string[] }> {
  await page.getByRole('link', { name: '認証アプリを用意する' }).click();
  const secret = (await page.locator('#secret').textContent())!.replaceAll(' ', '');
  await page.getByLabel(CODE).fill(codeIn(secret, -1));
  await page.getByRole('button', { name: '用意を終える' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '予備のコード' })).toBeVisible();
  const recoveryCodes = await page.locator('li .code-text').allTextContents();
  expect(recoveryCodes).toHaveLength(10);
  await page.getByRole('button', { name: '控えを取りました' }).click();
  return { secret, recoveryCodes };
}

test('somebody who was given a role sets up an authenticator, and signs in with it ever after', async ({
  page,
  newDevice,
}) => {
  test.setTimeout(150_000);
  const email = await joinAsOfficer(page);
  const opened: { secret: string; recoveryCodes: string[] } = { secret: '', recoveryCodes: [] };

  await test.step('the role waits, the learning does not', async () => {
    await page.goto(SAKAI_REPORT);
    await expect(page).toHaveURL(/\/sign-in\/second\?to=/);
    await expect(page.getByText('はじめに、2つめの確認を用意します')).toBeVisible();
    await expectAccessibleAtBothWidths(page);
    const file = await page.request.get(`${SAKAI_REPORT}/report.xlsx`);
    expect(new URL(file.url()).pathname).toBe('/sign-in/second');
    expect((await page.request.get('/my')).status()).toBe(200);
  });

  await test.step('a wrong code is said in words, with the same picture', async () => {
    await page.getByRole('link', { name: '認証アプリを用意する' }).click();
    await expect(page.getByRole('img', { name: /二次元コード/ })).toBeVisible();
    await expectAccessibleAtBothWidths(page);
    const secret = await page.locator('#secret').textContent();
    await page.getByLabel(CODE).fill('000000');
    await page.getByRole('button', { name: '用意を終える' }).click();
    await expect(page.getByRole('alert')).toContainText('この数字では確認できません。');
    expect(await page.locator('#secret').textContent()).toBe(secret);
    await expectAccessibleAtBothWidths(page);
  });

  await test.step('the recovery codes are shown once', async () => {
    await page.goto(`/sign-in/second?to=${SAKAI_REPORT}`);
    await page.getByRole('link', { name: '認証アプリを用意する' }).click();
    opened.secret = (await page.locator('#secret').textContent())!.replaceAll(' ', '');
    await page.getByLabel(CODE).fill(codeIn(opened.secret, -1));
    await page.getByRole('button', { name: '用意を終える' }).click();
    await expect(page.getByRole('heading', { level: 1, name: '予備のコード' })).toBeVisible();
    await expectAccessibleAtBothWidths(page);
    opened.recoveryCodes = await page.locator('li .code-text').allTextContents();
    await page.getByRole('button', { name: '控えを取りました' }).click();
    await expect(page).toHaveURL(SAKAI_REPORT);
    await expect(page.getByRole('heading', { level: 1 })).toContainText('堺市');
    await page.goto('/my/security/recovery-codes');
    await expect(page.locator('li .code-text')).toHaveCount(0);
    await expectAccessibleAtBothWidths(page);
  });

  const other = await newDevice();
  await test.step('on another device: password, wrong code, right code, the same code again', async () => {
    await other.goto(`/sign-in?to=${SAKAI_REPORT}`);
    await signIn(other, email, PASSWORD);
    await expect(other).toHaveURL(/\/sign-in\/second/);
    await expectAccessibleAtBothWidths(other);
    await show(other, '000000');
    await expect(other.getByRole('alert')).toContainText('このコードでは確認できません。');
    await expect(other.getByLabel(CODE)).toHaveValue('');
    await expectAccessibleAtBothWidths(other);
    const code = codeIn(opened.secret, 0);
    await show(other, code);
    await expect(other).toHaveURL(SAKAI_REPORT);
    await other.goto('/sign-in/second');
    await show(other, code);
    await expect(other.getByRole('alert')).toContainText('いちど使われています。');
  });

  await test.step('one device signs the other out', async () => {
    await page.goto('/my/devices');
    await expectAccessibleAtBothWidths(page);
    await page
      .getByRole('button', { name: /ログアウトさせる$/ })
      .first()
      .click();
    await expect(page.getByRole('status')).toContainText('ログアウトさせました（1台）。');
    await expect(page.getByText('ログインしているのは、この端末だけです。')).toBeVisible();
    await expectAccessibleAtBothWidths(page);
    await other.goto('/my/security');
    await expect(other).toHaveURL(/\/sign-in\?to=/);
  });

  await test.step('a recovery code stands in, once', async () => {
    await signIn(other, email, PASSWORD);
    await show(other, opened.recoveryCodes[0]!.toLowerCase());
    await expect(other).toHaveURL(/\/my\/security\?to=/);
    await expect(other.getByText('予備のコードは、あと9個あります。')).toBeVisible();
    await expectAccessibleAtBothWidths(other);
    await other.getByRole('link', { name: 'つづける' }).click();
    await expect(other).toHaveURL('/my/security');
    await other.goto('/sign-in/second');
    await show(other, opened.recoveryCodes[0]!);
    await expect(other.getByRole('alert')).toContainText('このコードでは確認できません。');
  });

  await test.step('the last second factor of a role stays', async () => {
    await other.goto('/my/security');
    await other.getByRole('button', { name: '認証アプリをやめる' }).click();
    await expect(other.getByRole('status')).toContainText('2つめの確認をひとつは残してください');
    await expect(other.getByText('認証アプリを使っています')).toBeVisible();
    await expectAccessibleAtBothWidths(other);
  });

  await test.step('a new password signs everybody else out', async () => {
    await other.getByRole('button', { name: 'パスワードを変える' }).click();
    await expect(other.getByRole('alert')).toBeVisible();
    await expectAccessibleAtBothWidths(other);
    await other.getByLabel('いまのパスワード').fill(PASSWORD);
    await other.getByLabel('新しいパスワード').fill('ゆうひ 山みち 17 歩');
    await other.getByRole('button', { name: 'パスワードを変える' }).click();
    await expect(other.getByRole('status')).toContainText('パスワードを変えました。');
    await page.goto('/my/security');
    await expect(page).toHaveURL(/\/sign-in\?to=/);
    await other.goto(SAKAI_REPORT);
    await expect(other.getByRole('heading', { level: 1 })).toContainText('堺市');
  });
});

test('a visitor of the demo gets through by one press, and nobody changes what leads there', async ({
  page,
}) => {
  const { identifier, password } = demoAccounts.find(({ role }) => role === 'national-viewer')!;
  await page.goto('/sign-in');
  await signIn(page, identifier, password);
  await expect(page).toHaveURL(/\/sign-in\/second/);
  const button = page.getByRole('button', { name: /^見本のコード \d{6} で進む$/ });
  const shown = /\d{6}/.exec((await button.textContent())!)![0];
  expect([-1, 0, 1].map((steps) => codeIn(DEMO_TOTP_SECRET, steps))).toContain(shown);
  await expectAccessibleAtBothWidths(page);
  await button.click();
  await expect(page).not.toHaveURL(/sign-in/);
  await page.goto('/my/security');
  await expect(page.getByText('見本の人のパスワードと認証アプリは')).toBeVisible();
  await expectAccessibleAtBothWidths(page);
  await page.goto('/my/security/authenticator');
  await expect(page).toHaveURL('/my/security');
});

async function leaveNothing(page: Page): Promise<void> {
  const { identifier, password } = demoAccounts.find(({ role }) => role === 'learner')!;
  await page.goto('/sign-in');
  await page.getByLabel('この端末はほかの人も使います').check();
  await signIn(page, identifier, password);
  await expect(page).toHaveURL('/my');
  const [cookie] = (await page.context().cookies()).filter(({ name }) => name === 'session');
  expect(cookie!.expires).toBe(-1);
  await page.goto('/my/devices');
  await expect(page.getByText('ほかの人も使う端末').first()).toBeVisible();
}

test('a shared device is left with nothing on it', async ({ page }) => {
  await leaveNothing(page);
  await page.goto('/');
  await page.evaluate(() => localStorage.setItem('left', 'behind'));
  await expectAccessibleAtBothWidths(page);
  await page.getByRole('button', { name: '終わって、何も残さない' }).first().click();
  await expect(
    page.getByRole('heading', { name: 'この端末には、何も残っていません' }),
  ).toBeVisible();
  await expectAccessibleAtBothWidths(page);
  expect(await page.context().cookies()).toEqual([]);
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
  await page.goto('/my');
  await expect(page).toHaveURL(/\/continue/);
});

async function withoutScript(browser: Browser): Promise<Page> {
  const context = await browser.newContext({
    javaScriptEnabled: false,
    viewport: { width: 390, height: 844 },
  });
  return context.newPage();
}

test('all of it goes without a script', async ({ page, browser }) => {
  test.setTimeout(120_000);
  const email = await joinAsOfficer(page);
  const plain = await withoutScript(browser);
  await plain.goto(`/sign-in?to=${SAKAI_REPORT}`);
  await plain.getByLabel('この端末はほかの人も使います').check();
  await signIn(plain, email, PASSWORD);
  await expectNoSidewaysScroll(plain);
  const { secret } = await setUp(plain);
  await expect(plain).toHaveURL(SAKAI_REPORT);
  await plain.goto('/sign-in/second?to=/my/devices');
  await show(plain, '000000');
  await expect(plain.getByRole('alert')).toContainText('このコードでは確認できません。');
  await expectNoSidewaysScroll(plain);
  await show(plain, codeIn(secret, 0));
  await expect(plain).toHaveURL('/my/devices');
  await plain.getByRole('button', { name: 'ほかの端末を、すべてログアウトさせる' }).click();
  await expect(plain.getByRole('status')).toContainText('ログアウトさせました（1台）。');
  await expectNoSidewaysScroll(plain);
  await page.goto('/my');
  await expect(page).toHaveURL(/\/continue/);
  await plain.getByRole('button', { name: '終わって、何も残さない' }).last().click();
  await expect(
    plain.getByRole('heading', { name: 'この端末には、何も残っていません' }),
  ).toBeVisible();
  expect(await plain.context().cookies()).toEqual([]);
  await plain.context().close();
});
