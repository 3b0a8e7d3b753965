import { readFile } from 'node:fs/promises';
import { expect, type Download, type Page } from '@playwright/test';
import { fillInPerson, join, newEmail, PASSWORD, signIn, signInAs } from './account';
import { COURSE } from './course-keys';
import { test } from './devices';
import { answerByPosts, startCourse } from './learner';
import { expectAccessible, expectAccessibleAtBothWidths } from './page-checks';

const SAKAI_PEOPLE = '/office/areas/271403/people';
const LONG_NAME = `${'長田'.repeat(20)} ${'花'.repeat(10)}`;

/** Where the officer's list of Sakai stands, searched for one name. */
async function countOnList(officer: Page, name: string): Promise<number> {
  await officer.goto(`${SAKAI_PEOPLE}?q=${encodeURIComponent(name)}`);
  if (await officer.getByLabel('修了者名簿の作成').isVisible()) {
    await officer.getByLabel('修了者名簿の作成').check();
    await officer.getByRole('button', { name: '名簿を開く' }).click();
    await officer.goto(`${SAKAI_PEOPLE}?q=${encodeURIComponent(name)}`);
  }
  return officer.getByRole('row').filter({ hasText: name }).count();
}

async function save(page: Page, link: string): Promise<Download> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: link }).click(),
  ]);
  return download;
}

test('consent, correction, copy and erasure: a person has her record in her own hands', async ({
  page,
  newDevice,
}) => {
  test.setTimeout(180_000);
  const name = '若林 みなも';
  const email = newEmail();
  const officer = await newDevice();
  await signInAs(officer, 'sakai@example.jp');

  await test.step('the consent is asked for unchosen, with why and for how long', async () => {
    await page.goto('/join');
    const choice = page.getByLabel(/^修了したら、名前を/);
    await expect(choice).not.toBeChecked();
    await expectAccessibleAtBothWidths(page);
    await choice.check();
    await join(page, { name, kana: 'ワカバヤシ ミナモ', email, password: PASSWORD });
    await answerByPosts(page);
    await page.goto(`/courses/${COURSE}/finish`);
    expect(await countOnList(officer, name)).toBe(1);
  });

  await page.goto('/my');
  await page.getByRole('link', { name: 'わたしの情報を見る・直す・消す' }).click();
  await test.step('she sees who may see her, and who looked', async () => {
    await expect(page.getByText(/大阪府堺市の担当者。.*の同意により/)).toBeVisible();
    await expect(page.getByRole('row').filter({ hasText: 'あなたも載る名簿' })).toBeVisible();
    await expect(page.getByRole('row', { name: /月 大阪府堺市 0回 [1-9]/ })).toBeVisible();
    await page.getByText('同意した文').first().click();
    await expect(page.getByText(/大阪府堺市の担当者に伝えることに同意します/)).toBeVisible();
    await expectAccessibleAtBothWidths(page);
  });

  await test.step('taken back, she is on no list; given again with the words before her, she is', async () => {
    await page.getByRole('button', { name: /^この同意を取りやめる/ }).click();
    await expect(page.getByRole('status')).toContainText('同意を取りやめました');
    expect(await countOnList(officer, name)).toBe(0);
    await page.getByRole('button', { name: '同意を記録する' }).click();
    await expect(page.getByRole('alert')).toContainText('しるしを付けてください');
    await expectAccessibleAtBothWidths(page);
    await page.getByLabel('上の文を読み、同意します').check();
    await page.getByRole('button', { name: '同意を記録する' }).click();
    await expect(page.getByRole('status')).toContainText('同意を記録しました');
    expect(await countOnList(officer, name)).toBe(1);
  });

  const newName = LONG_NAME;
  await test.step('she corrects her profile; a new address asks for the password', async () => {
    await page.getByRole('link', { name: '登録の内容を直す' }).click();
    await expectAccessibleAtBothWidths(page);
    await page.getByLabel('お名前').fill('');
    await page.getByRole('button', { name: 'この内容に直す' }).click();
    await expect(page.getByRole('alert')).toBeVisible();
    await expectAccessible(page);
    await page.getByLabel('お名前').fill(newName);
    const another = newEmail();
    await page.getByLabel('メールアドレス').fill(another);
    await page.getByRole('button', { name: 'この内容に直す' }).click();
    await expect(page.getByRole('alert')).toContainText('いまのパスワード');
    await expect(page.getByLabel('お名前')).toHaveValue(newName);
    await page.getByLabel('いまのパスワード').fill(PASSWORD);
    await page.getByRole('button', { name: 'この内容に直す' }).click();
    await expect(page.getByRole('status')).toContainText('登録の内容を直しました');
    await expect(page.getByRole('row').filter({ hasText: another })).toBeVisible();
    await expectAccessibleAtBothWidths(page);
  });

  await page.goto('/my');
  const verify = (await page.getByRole('link', { name: /\/verify\// }).getAttribute('href'))!;
  const anybody = await newDevice();
  await anybody.goto(verify);
  await expect(anybody.getByText(name)).toBeVisible();

  await test.step('the copy is whole, and opens without the service', async () => {
    await page.goto('/my/privacy');
    const json = await save(page, '控えを保存する（JSON・ほかのシステムで読む形）');
    const file = JSON.parse(await readFile(await json.path(), 'utf8')) as {
      record: Record<string, Record<string, unknown>[]>;
    };
    expect(file.record.people).toMatchObject([{ name: newName }]);
    expect(file.record.certificates).toMatchObject([{ holderName: name }]);
    expect(file.record.answers!.length).toBeGreaterThan(0);
    expect(file.record.answers!.every(({ question }) => typeof question === 'string')).toBe(true);
    expect(file.record.consents).toHaveLength(2);

    const html = await save(page, '控えを保存する（読みやすい形）');
    const path = test.info().outputPath('copy.html');
    await html.saveAs(path);
    await anybody.goto(`file://${path}`);
    await expect(anybody.getByRole('heading', { name: /わたしの記録の控え/ })).toBeVisible();
    await expect(anybody.getByText(newName).first()).toBeVisible();
    await expectAccessibleAtBothWidths(anybody);
  });

  await test.step('erased with her password, and nothing leads to her', async () => {
    await page.goto('/my/erase');
    await expectAccessibleAtBothWidths(page);
    await page.getByRole('button', { name: '記録を消す' }).click();
    await expect(page.getByRole('alert')).toContainText('しるしを付けてください');
    await page.getByLabel(/^元に戻せないことを確かめ/).check();
    await page.getByLabel('パスワード（または合いことば）').fill('ちがう ことば です');
    await page.getByRole('button', { name: '記録を消す' }).click();
    await expect(page.getByRole('alert')).toContainText('登録と合いませんでした');
    await expectAccessibleAtBothWidths(page);
    await page.getByLabel(/^元に戻せないことを確かめ/).check();
    await page.getByLabel('パスワード（または合いことば）').fill(PASSWORD);
    await page.getByRole('button', { name: '記録を消す' }).click();
    await expect(page.getByRole('heading', { name: '記録を消しました' })).toBeVisible();
    await expectAccessibleAtBothWidths(page);
  });

  await anybody.goto(verify);
  await expect(anybody.getByText('本人の希望により取り下げられました')).toBeVisible();
  await expect(anybody.getByText('若林')).toHaveCount(0);
  await expectAccessibleAtBothWidths(anybody);
  expect(await countOnList(officer, newName)).toBe(0);
  await page.goto('/my');
  await expect(page).toHaveURL(/\/continue/);
  await page.goto('/sign-in');
  await signIn(page, email, PASSWORD);
  await expect(page.getByRole('alert')).toBeVisible();
});

test.describe('without a script', () => {
  test.use({ javaScriptEnabled: false, viewport: { width: 390, height: 844 } });

  test('a learner without an account sees, takes and erases what she did', async ({ page }) => {
    await startCourse(page);
    await page.goto('/my/privacy');
    await expect(page.getByText('お名前などはお預かりしていません')).toBeVisible();
    const json = await save(page, '控えを保存する（JSON・ほかのシステムで読む形）');
    const file = JSON.parse(await readFile(await json.path(), 'utf8')) as {
      record: Record<string, unknown[]>;
    };
    expect(file.record.enrolments).toHaveLength(1);
    await page.getByRole('link', { name: 'わたしの記録を消す' }).click();
    await page.getByLabel(/^元に戻せないことを確かめ/).check();
    await page.getByRole('button', { name: '記録を消す' }).click();
    await expect(page.getByRole('heading', { name: '記録を消しました' })).toBeVisible();
    await page.goto('/my');
    await expect(page).toHaveURL(/\/continue/);
  });

  test('a person who signs up without choosing is on no list, and may still say yes', async ({
    page,
  }) => {
    await page.goto('/join');
    await fillInPerson(page, { name: '立花 遥', kana: 'タチバナ ハルカ' });
    await page.getByLabel('名前・よみ・団体コードの一部').fill('堺市堺区');
    await page.getByRole('button', { name: '市区町村をさがす' }).click();
    await page.getByRole('button', { name: 'この内容で登録する' }).click();
    await page.goto('/my/privacy');
    await expect(page.getByText('いま、名前を伝える同意はありません。')).toBeVisible();
    await page.getByLabel('上の文を読み、同意します').check();
    await page.getByRole('button', { name: '同意を記録する' }).click();
    await expect(page.getByRole('button', { name: /^この同意を取りやめる/ })).toBeVisible();
  });
});
