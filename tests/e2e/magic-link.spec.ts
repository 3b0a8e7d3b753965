import { expect, type Page } from '@playwright/test';
import { join, newEmail, PASSWORD, signIn } from './account';
import { test } from './devices';
import { linkSentTo } from './mailbox';
import { expectAccessibleAtBothWidths, expectNoSidewaysScroll } from './page-checks';

const ENTER = 'この内容で入る';
const NEW_PASSWORD = 'みどりの 坂道 77 段';
const SENT = '登録のあるアドレスなら、数分のうちにリンクが届きます。';

async function joinWith(page: Page, name: string, email: string): Promise<void> {
  await page.goto('/join');
  await join(page, { name, kana: 'カワベ　アユミ', email, password: PASSWORD });
}

async function askLink(page: Page, email: string): Promise<void> {
  await page.goto('/sign-in/link');
  await page.getByLabel('メールアドレス').fill(email);
  await page.getByRole('button', { name: 'リンクを送る' }).click();
}

test('somebody who forgot her password comes in by a link and sets a new one', async ({
  page,
  newDevice,
}) => {
  test.setTimeout(120_000);
  const email = newEmail();
  await joinWith(page, '川辺 あゆみ', email);
  const phone = await newDevice();
  let link = '';

  await test.step('she asks for a link', async () => {
    await phone.goto('/sign-in?to=/my/certificates/none');
    await phone.getByRole('link', { name: 'パスワードを忘れた方' }).click();
    await expectAccessibleAtBothWidths(phone);
    await phone.getByRole('button', { name: 'リンクを送る' }).click();
    await expect(phone.getByRole('alert')).toContainText('メールアドレスを入力してください。');
    await expectAccessibleAtBothWidths(phone);
    await phone.getByLabel('メールアドレス').fill('ayumi＠');
    await phone.getByRole('button', { name: 'リンクを送る' }).click();
    await expect(phone.getByLabel('メールアドレス')).toHaveValue('ayumi＠');
    await phone.getByLabel('メールアドレス').fill(email.toUpperCase());
    await phone.getByRole('button', { name: 'リンクを送る' }).click();
    await expect(phone.getByText(SENT)).toBeVisible();
    await expectAccessibleAtBothWidths(phone);
    link = await linkSentTo(phone, email);
    await expectAccessibleAtBothWidths(phone);
  });

  await test.step('opening the link uses nothing up; the button does, once', async () => {
    for (let i = 0; i < 3; i += 1) expect((await phone.request.get(link)).status()).toBe(200);
    const shown = await phone.goto(link);
    expect(shown!.headers()['cache-control']).toBe('no-store');
    await expect(phone.getByText('川辺 あゆみ さん（受講番号の終わり4けた：')).toBeVisible();
    await expectAccessibleAtBothWidths(phone);
    await phone.getByRole('button', { name: ENTER }).dblclick();
    await expect(phone.getByRole('heading', { level: 1 })).toHaveText('ログインしました');
    await expectAccessibleAtBothWidths(phone);
    const gone = await newDevice();
    expect((await gone.goto(link))!.status()).toBe(410);
    await expect(gone.getByText('川辺')).toHaveCount(0);
    await expectAccessibleAtBothWidths(gone);
  });

  await test.step('she sets a password; other devices are signed out', async () => {
    await phone.getByLabel('新しいパスワード').fill('短い');
    await phone.getByRole('button', { name: 'このパスワードにする' }).click();
    await expect(phone.getByRole('alert')).toContainText('10文字以上');
    await expectAccessibleAtBothWidths(phone);
    await phone.getByLabel('新しいパスワード').fill(NEW_PASSWORD);
    await phone.getByRole('button', { name: 'このパスワードにする' }).click();
    await expect(phone.getByText('新しいパスワードに変わりました')).toBeVisible();
    await expectAccessibleAtBothWidths(phone);
    await phone.getByRole('link', { name: '先へ進む' }).click();
    await expect(phone).toHaveURL(/\/my\/certificates\/none/);
    await page.goto('/my');
    await expect(page).toHaveURL(/\/continue/);
    const other = await newDevice();
    await other.goto('/sign-in');
    await signIn(other, email, PASSWORD);
    await expect(other.getByRole('alert')).toBeVisible();
    await other.getByLabel('パスワード、または合いことば').fill(NEW_PASSWORD);
    await other.getByRole('button', { name: 'ログインする' }).click();
    await expect(other).toHaveURL(/\/my/);
  });
});

test('whether there is an account cannot be told from the answer', async ({ page }) => {
  const answers: string[] = [];
  const email = newEmail();
  await joinWith(page, '川辺 けい', email);
  for (const address of [email, newEmail()]) {
    const [answer] = await Promise.all([
      page.waitForResponse((one) => one.request().method() === 'POST'),
      askLink(page, address),
    ]);
    const text = await answer.text();
    answers.push(text.replace(/nonce="[^"]*"/g, ''));
    await expect(page.getByText(SENT)).toBeVisible();
  }
  expect(answers[0]).toBe(answers[1]);
});

test('without JavaScript, in a family that shares an address, she says who she is', async ({
  browser,
  page,
}) => {
  test.setTimeout(120_000);
  const email = newEmail();
  await joinWith(page, '川辺 とても長い名前の寿限無寿限無五劫の擦り切れ海砂利水魚太郎', email);
  await page.request.post('/sign-out', { headers: { Origin: new URL(page.url()).origin } });
  await page.context().clearCookies();
  await joinWith(page, '川辺 𠮷子', email);
  const context = await browser.newContext({
    javaScriptEnabled: false,
    viewport: { width: 390, height: 844 },
  });
  const phone = await context.newPage();
  await askLink(phone, email);
  await expect(phone.getByText(SENT)).toBeVisible();
  await phone.goto(await linkSentTo(phone, email));
  await expect(
    phone.getByText('このメールアドレスは、2人の方が登録に使っています。'),
  ).toBeVisible();
  await expectNoSidewaysScroll(phone);
  await phone.getByRole('button', { name: ENTER }).click();
  await expect(phone.getByRole('alert')).toContainText('リンクはまだ使えます。');
  await expectNoSidewaysScroll(phone);
  await phone.getByLabel(/川辺 𠮷子 さん/).check();
  await phone.getByRole('button', { name: ENTER }).click();
  await expect(phone.getByText('川辺 𠮷子 さん').first()).toBeVisible();
  await phone.getByRole('link', { name: '先へ進む' }).click();
  await expect(phone).toHaveURL(/\/my$/);
  await context.close();
});

test('staff who come in by a link show their second factor', async ({ page }) => {
  await askLink(page, 'kanshu@example.jp');
  await page.goto(await linkSentTo(page, 'kanshu@example.jp'));
  await page.getByRole('button', { name: ENTER }).click();
  await expect(page).toHaveURL(/\/sign-in\/second/);
});

test('a fourth link within a quarter of an hour is refused, with when to ask again', async ({
  page,
}) => {
  const email = newEmail();
  for (let i = 0; i < 3; i += 1) {
    await askLink(page, email);
    await expect(page.getByText(SENT)).toBeVisible();
  }
  await askLink(page, email);
  await expect(page.getByRole('alert')).toContainText('を過ぎたら、もう一度お送りください。');
  await expectAccessibleAtBothWidths(page);
});
