import { expect, type Page } from '@playwright/test';
import { Secret, TOTP } from 'otpauth';
import { join, newEmail, PASSWORD, signInAs } from './account';
import { test } from './devices';
import { linkSentTo } from './mailbox';
import { expectAccessibleAtBothWidths, expectNoSidewaysScroll } from './page-checks';

const TAKE = 'この役割を受ける';
const NAME = '城 あかり';

type Offer = { role: string; over: string; place?: string; note: string; email?: string };

async function fillIn(page: Page, { role, over, place, note, email }: Offer): Promise<void> {
  await page.goto('/staff/invite');
  await page.getByRole('link', { name: `${role}：${over}` }).click();
  if (place)
    await page
      .getByLabel(/^(市区町村|都道府県|主催する団体|連携する圏域)/)
      .selectOption({ label: place });
  await page.getByLabel('どなたへの招待か').fill(note);
  if (email) await page.getByLabel('リンクを送るメールアドレス').fill(email);
}

async function invite(page: Page, offer: Offer): Promise<string> {
  await fillIn(page, offer);
  await page.getByRole('button', { name: '招待のリンクを作る' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('招待のリンクができました');
  const text = await page
    .getByText(/^http\S+\/invitations\/[0-9a-f]{64}$/)
    .first()
    .textContent();
  return new URL(text!).pathname;
}

const OF_SAKAI: Offer = {
  role: '市区町村の担当者',
  over: '市区町村を担当',
  place: '大阪府 堺市',
  note: '健康増進課 担当者',
};

/** From the explanation of the second factor to the place behind it. */
async function setUpSecondFactor(page: Page): Promise<void> {
  await page.getByRole('link', { name: '認証アプリを用意する' }).click();
  const secret = (await page.locator('#secret').textContent())!.replaceAll(' ', '');
  const code = new TOTP({ secret: Secret.fromBase32(secret) }).generate();
  await page.getByLabel('確認コード').fill(code);
  await page.getByRole('button', { name: '用意を終える' }).click();
  await page.getByRole('button', { name: '控えを取りました' }).click();
}

test('an officer invites a colleague, who sees her own city until the role is ended', async ({
  page,
  newDevice,
}) => {
  test.setTimeout(180_000);
  await signInAs(page, 'sakai@example.jp');
  let link = '';

  await test.step('the officer makes a link', async () => {
    await page.getByRole('link', { name: '担当者', exact: true }).first().click();
    await expect(page.getByRole('row').filter({ hasText: '髙﨑 𠮷美' }).first()).toBeVisible();
    await expectAccessibleAtBothWidths(page);
    await page.goto('/staff/invite');
    await expectAccessibleAtBothWidths(page);
    await expect(
      page.getByRole('link', { name: /^(運営者|国の担当者|都道府県の担当者|連携圏の担当者)：/ }),
    ).toHaveCount(0);
    await page.getByRole('link', { name: '市区町村の担当者：市区町村を担当' }).click();
    await expectAccessibleAtBothWidths(page);
    await expect(page.getByRole('option', { name: /鳥取/ })).toHaveCount(0);
    await page.getByLabel('使える人数').fill('21');
    await page.getByLabel('役割の終わりの日').fill('2020-03-31');
    await page.getByRole('button', { name: '招待のリンクを作る' }).click();
    await expect(page.getByRole('alert')).toContainText('担当する範囲を選んでください。');
    await expect(page.getByRole('alert')).toContainText('1から20まで');
    await expect(page.getByRole('alert')).toContainText('明日からあとの日');
    await expect(page.getByLabel('使える人数')).toHaveValue('21');
    await expectAccessibleAtBothWidths(page);
    link = await invite(page, OF_SAKAI);
    await expectAccessibleAtBothWidths(page);
    await page.goto('/staff/invitations');
    await expect(page.getByText('健康増進課 担当者').first()).toBeVisible();
    await expectAccessibleAtBothWidths(page);
  });

  const phone = await newDevice();
  await test.step('the colleague makes an account and takes the role', async () => {
    const shown = await phone.goto(link);
    expect(shown!.headers()['cache-control']).toBe('no-store');
    await expect(phone.getByText('髙﨑 𠮷美 さん')).toBeVisible();
    await expect(phone.getByText('大阪府 堺市')).toBeVisible();
    await expect(phone.getByText('健康増進課')).toHaveCount(0);
    await expectAccessibleAtBothWidths(phone);
    await phone.getByRole('link', { name: '新しく登録する' }).click();
    await join(phone, {
      name: NAME,
      kana: 'ジョウ　アカリ',
      email: newEmail(),
      password: PASSWORD,
    });
    await phone.goto(link);
    await expect(phone.getByText(`いま、${NAME} さんとしてログインしています。`)).toBeVisible();
    await expectAccessibleAtBothWidths(phone);
    await phone.getByRole('button', { name: TAKE }).dblclick();
    await expect(phone).toHaveURL(/\/sign-in\/second/);
    await phone.goto(link);
    await expect(phone.getByText('この役割は、すでにお受けになっています。')).toBeVisible();
    await expectAccessibleAtBothWidths(phone);
  });

  await test.step('she sees nothing before her second factor, and then her own city alone', async () => {
    await phone.goto('/office/areas/271403');
    await expect(phone).toHaveURL(/\/sign-in\/second/);
    await setUpSecondFactor(phone);
    await expect(phone).toHaveURL(/\/office\/areas\/271403/);
    expect((await phone.goto('/office/areas/312011'))!.status()).toBe(403);
    expect((await phone.goto('/staff'))!.status()).toBe(200);
  });

  await test.step('the link is used up, and tells nobody what it was for', async () => {
    const stranger = await newDevice();
    expect((await stranger.goto(link))!.status()).toBe(410);
    await expect(stranger.getByText('この招待は使えません')).toBeVisible();
    await expect(stranger.getByText(/堺|担当者として|髙﨑/)).toHaveCount(0);
    await expectAccessibleAtBothWidths(stranger);
    await page.goto('/staff/invitations');
    await expect(page.locator(`a[href="${link}"]`)).toHaveCount(0);
  });

  await test.step('the officer ends the role; at the next click nothing is there', async () => {
    await page.goto(`/staff?q=${encodeURIComponent('じょうあかり')}`);
    await page.getByRole('link', { name: NAME }).first().click();
    await expectAccessibleAtBothWidths(page);
    const grant = new URL(page.url()).pathname;
    const foreign = await newDevice();
    await signInAs(foreign, 'tottori@example.jp');
    expect((await foreign.goto(grant))!.status()).toBe(404);
    const headers = { Origin: new URL(page.url()).origin };
    expect((await foreign.request.post(grant, { headers, form: {} })).status()).toBe(404);
    await page.getByRole('button', { name: 'この役割を終える' }).click();
    await expect(page.getByText('この役割は終わっています。')).toBeVisible();
    await expectAccessibleAtBothWidths(page);
    await phone.goto('/office/areas/271403');
    await expect(phone).toHaveURL(/\/sign-in\?to=/);
    await phone.goto(link);
    await expect(phone.getByText('この招待は使えません')).toBeVisible();
  });
});

test('an invitation goes by mail, and is ended before it is used', async ({ page, newDevice }) => {
  test.setTimeout(90_000);
  await signInAs(page, 'unei@example.jp');
  const email = newEmail();
  const link = await invite(page, {
    role: '監修者（文章）',
    over: '全国を担当',
    note: `文章の監修 ${email}`,
    email,
  });
  await expect(page.getByText(`${email} に送ります。`)).toBeVisible();
  expect(await linkSentTo(page, email)).toBe(link);
  await page.goto('/staff/invitations');
  const shown = page.locator('section').filter({ hasText: email });
  await shown.getByRole('button', { name: /この招待を終える/ }).click();
  await expect(page.getByText('招待を終えました。')).toBeVisible();
  await expectAccessibleAtBothWidths(page);
  const other = await newDevice();
  expect((await other.goto(link))!.status()).toBe(410);
});

test('the operator searches for a city and a host, with and without JavaScript', async ({
  page,
  browser,
}) => {
  test.setTimeout(90_000);
  await signInAs(page, 'unei@example.jp');
  const context = await browser.newContext({
    javaScriptEnabled: false,
    viewport: { width: 390, height: 844 },
    storageState: await page.context().storageState(),
  });
  const phone = await context.newPage();
  await phone.goto('/staff/invite?role=municipal-officer&over=municipality');
  await phone.getByLabel('名前・よみ・団体コードの一部').fill('鳥取市');
  await phone.getByLabel('どなたへの招待か').fill('鳥取市の方');
  await phone.getByRole('button', { name: 'さがす' }).click();
  await expect(phone.getByLabel('どなたへの招待か')).toHaveValue('鳥取市の方');
  await expectNoSidewaysScroll(phone);
  await phone.getByLabel('鳥取県 鳥取市').check();
  await phone.getByRole('button', { name: '招待のリンクを作る' }).click();
  await expect(phone.getByRole('heading', { level: 1 })).toHaveText('招待のリンクができました');
  await expectNoSidewaysScroll(phone);
  for (const path of ['/staff', '/staff/invitations', '/staff/invite']) {
    await phone.goto(path);
    await expectNoSidewaysScroll(phone);
  }
  await phone.goto('/staff?q=いない名前');
  await expect(phone.getByText('さがした名前の方は、一覧にいません。')).toBeVisible();
  await context.close();
});

test('the last operator keeps her role', async ({ page }) => {
  await signInAs(page, 'unei@example.jp');
  await page.goto(`/staff?q=${encodeURIComponent('森田')}`);
  await page.getByRole('link', { name: '森田 早紀' }).first().click();
  await expect(page.getByText('見本のログインの役割は')).toBeVisible();
  await expect(page.getByRole('button', { name: 'この役割を終える' })).toHaveCount(0);
});
