import { expect, type Page } from '@playwright/test';
import { signInAs } from './account';
import { COURSE } from './course-keys';
import { test } from './devices';
import { answerByPosts } from './learner';
import { expectAccessible, expectAccessibleAtBothWidths, expectCare } from './page-checks';

const SAKAI = '271403';
const LIST = `/office/areas/${SAKAI}/directory`;

async function search(page: Page, asked: { worry?: string; way?: string; place?: string }) {
  if (asked.worry !== undefined) await page.getByLabel('どんなことで').selectOption(asked.worry);
  if (asked.way !== undefined) await page.getByLabel('どうやって').selectOption(asked.way);
  if (asked.place !== undefined) {
    await page.getByRole('textbox', { name: 'お住まいの市区町村' }).fill(asked.place);
  }
  await page.getByRole('button', { name: 'さがす', exact: true }).click();
}

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('somebody looks for a place to turn to by worry, way and town', async ({ page }) => {
    await page.goto('/help');
    await expectCare(page);
    await expect(page.getByText('命の危険があるとき', { exact: true })).toBeVisible();
    const urgent = page.getByRole('region', { name: 'いま、話したいとき' });
    await expect(urgent.getByRole('link', { name: /^0120-/ }).first()).toHaveAttribute(
      'href',
      /^tel:0120\d{6}$/,
    );
    await expect(urgent).toContainText('つながりにくいことがあります');
    // Only in its weeks, of which none is known.
    await expect(page.getByText('#9999')).toHaveCount(0);

    await search(page, { worry: 'お金、暮らし', way: '会って話す', place: '堺市' });
    await expect(page).toHaveURL(/\/help\?worry=money&way=visit&place=.*#results$/);
    await expect(page.getByRole('status')).toContainText('お金、暮らし・会って話す・堺市');
    const town = page.getByRole('region', { name: '堺市の窓口' });
    await expect(town.getByRole('heading', { level: 4 })).toHaveText([
      '暮らしの困りごと相談（見本）',
    ]);
    await expect(town).toContainText('最後に確かめた日');
    await expect(town).toContainText('平日 9時から17時30分');
    await expect(page.getByRole('heading', { name: '自立相談支援機関' })).toBeVisible();
    await expect(page.getByRole('heading', { name: 'よりそいホットライン' })).toHaveCount(0);
    await expect(page.getByLabel('どんなことで')).toHaveValue('money');
    await expect(page.getByRole('textbox', { name: 'お住まいの市区町村' })).toHaveValue('堺市');

    await page.getByRole('link', { name: 'さがすのをやめて、すべて見る' }).click();
    await expect(page.getByRole('heading', { name: 'よりそいホットライン' })).toBeVisible();
  });

  test('what is not found says what to do next, and a town that is not clear is asked back', async ({
    page,
  }) => {
    await page.goto('/help');
    await search(page, { worry: '買い物、契約', way: 'チャット' });
    await expect(page.getByRole('status')).toContainText('見つかりませんでした');
    await expect(page.getByText('あなたのことを相談できるところがない')).toBeVisible();
    await search(page, { worry: '', way: '', place: '府中市' });
    await page
      .getByRole('navigation', { name: 'どのまちですか。' })
      .getByRole('link', { name: /広島県/ })
      .click();
    await expect(page.getByRole('status')).toContainText('府中市');
  });
});

test('the page of help is there in the editions, and readable for everybody', async ({ page }) => {
  await page.goto('/help?worry=foreign-language&place=堺市');
  await expect(page.getByText('しばらく確かめていません')).toBeVisible();
  await expectAccessibleAtBothWidths(page);
  await page.getByRole('link', { name: 'English' }).first().click();
  await expect(page).toHaveURL(/\/en\/help\?worry=foreign-language/);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Places of support');
  await expect(page.getByText('Open 24 hours').first()).toBeVisible();
  await expectAccessibleAtBothWidths(page);
  await page.goto('/easy/help?worry=consumer&way=chat');
  await expectAccessibleAtBothWidths(page);
});

test('an officer adds a window, checks it and takes it out; another city has nothing of it', async ({
  page,
  newDevice,
}) => {
  test.setTimeout(90_000);
  const name = `夜の相談室 ${Date.now() % 100000}`;
  await signInAs(page, 'sakai@example.jp');
  await page.goto(`/office/areas/${SAKAI}`);
  await page.getByRole('link', { name: '相談先（確かめる時期のもの' }).click();
  await expect(page.getByText('確かめる時期の窓口が1件あります')).toBeVisible();
  await expectAccessibleAtBothWidths(page);

  await page.getByRole('link', { name: '窓口を加える' }).click();
  await page.getByLabel('窓口の名前').fill(name);
  await page.getByRole('textbox', { name: /^電話番号/ }).fill('110番');
  await page.getByRole('button', { name: '載せる', exact: true }).click();
  await expect(page.getByRole('alert')).toContainText('0から始まる10桁か11桁');
  await expect(page.getByLabel('窓口の名前')).toHaveValue(name);
  await expect(page.getByRole('textbox', { name: /^電話番号/ })).toHaveAttribute(
    'aria-invalid',
    'true',
  );
  await expectAccessibleAtBothWidths(page);

  await page.getByLabel('ふりがな').fill('よるのそうだんしつ');
  await page.getByRole('textbox', { name: /^電話番号/ }).fill('０７２ー０００ー１２３４');
  const ways = page.getByRole('group', { name: '相談の方法' });
  await ways.getByLabel('電話', { exact: true }).check();
  await page.getByLabel('ひとりだと感じる').check();
  await page.getByLabel('どなたの相談か').fill('どなたでも');
  for (const day of ['月', '火', '水', '木', '金', '土', '日']) {
    await page.getByLabel(`${day}曜日`).check();
  }
  await page.getByLabel('何時から').fill('0:00');
  await page.getByLabel('何時まで').fill('24:00');
  await page.getByRole('button', { name: '載せる', exact: true }).click();
  await expect(page.getByRole('status')).toContainText('載せました');
  const address = await page.getByRole('link', { name: `${name}を変える` }).getAttribute('href');

  const reader = await newDevice();
  await reader.goto('/help?worry=alone&place=堺市');
  const own = reader.getByRole('listitem').filter({ hasText: name });
  await expect(own).toContainText('24時間ひらいています');
  await expect(own.getByRole('link', { name: /^072-000-1234/ })).toBeVisible();

  const tottori = await newDevice();
  await signInAs(tottori, 'tottori@example.jp');
  for (const path of [LIST, address!]) {
    expect((await tottori.goto(path))!.status(), path).toBe(404);
  }
  const forged = await tottori.request.post(LIST, {
    form: { entry: address!.split('/').at(-1)! },
    headers: { Origin: new URL(page.url()).origin },
  });
  expect(forged.status()).toBe(404);

  await page.getByRole('button', { name: `${name}をきょう確かめました` }).click();
  await expect(page.getByRole('status')).toContainText('きょう確かめたことを記録しました');
  await page.getByRole('link', { name: `${name}を変える` }).click();
  await page.getByRole('link', { name: 'この窓口を一覧から外す' }).click();
  await expectAccessible(page);
  await page.getByRole('button', { name: '外す', exact: true }).click();
  await expect(page.getByRole('heading', { name: '外した窓口' })).toBeVisible();
  await reader.reload();
  await expect(reader.getByText(name)).toHaveCount(0);
  expect((await page.goto(address!))!.status()).toBe(404);
});

test('the operator sees what is to be checked, and lines of which no week is known', async ({
  page,
}) => {
  await signInAs(page, 'unei@example.jp');
  await page.goto('/admin');
  await page.getByRole('link', { name: '相談先の点検' }).click();
  const row = (name: string) => page.getByRole('row').filter({ hasText: name });
  await expect(row('多文化暮らし相談')).toContainText('確かめてから180日が過ぎました');
  await expect(row('孤独・孤立相談ダイヤル')).toContainText('期間が分かりません');
  await expect(row('よりそいホットライン')).toContainText('公式ページでの確認がまだです');
  await expectAccessibleAtBothWidths(page);
  await row('多文化暮らし相談').getByRole('link').click();
  await expect(page).toHaveURL(new RegExp(`${LIST}$`));
});

test('after a course a learner chooses a small step, which she alone sees', async ({ page }) => {
  test.setTimeout(90_000);
  await page.goto(`/courses/${COURSE}`);
  await answerByPosts(page);
  const finish = `/courses/${COURSE}/finish`;
  await page.goto(finish);
  await expect(page.getByRole('link', { name: /つなぎメモ/ })).toHaveAttribute('href', '/memo');
  await expect(
    page.getByRole('region', { name: '次に学ぶなら' }).getByRole('link'),
  ).not.toHaveCount(0);
  await expectAccessibleAtBothWidths(page);
  await page.getByRole('button', { name: 'これにする' }).click();
  await expect(page.getByRole('alert')).toContainText('一つえらんでください');
  await expectAccessible(page);
  const greet = '今週会う人に、いつもより一言多く話しかけてみる';
  await page.getByLabel(greet).check();
  await page.getByRole('button', { name: 'これにする' }).click();
  await expect(page).toHaveURL(new RegExp(`${finish}#step$`));
  await expect(page.getByText(greet)).toBeVisible();

  await page.goto('/my');
  await page.getByRole('button', { name: `「${greet}」をやってみた` }).click();
  await expect(page.getByText('に、やってみました。')).toBeVisible();
  await expectAccessibleAtBothWidths(page);
  await page.getByRole('link', { name: /ほかの一歩にする/ }).click();
  await page.getByLabel('だれかの話を、口をはさまずに五分だけ聴いてみる').check();
  await page.getByRole('button', { name: 'これにする' }).click();
  await expect(page).toHaveURL(/\/my#steps$/);
  await expect(page.getByText('に、やってみました。')).toHaveCount(0);
  await page.getByRole('button', { name: /を消す$/ }).click();
  await expect(page.getByRole('heading', { name: 'わたしの小さな一歩' })).toHaveCount(0);
});
