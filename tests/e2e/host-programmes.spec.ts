import { expect } from '@playwright/test';
import { signInAs } from './account';
import { test } from './devices';
import { expectAccessible, expectAccessibleAtBothWidths } from './page-checks';

const HOST = '/hosts/demo-host-312011/programmes';
const LOCAL = 'まちの心のサポーター養成研修（鳥取のみんなで、ゆっくり、たしかに、つながる）';

test('an officer names a programme for her city, chooses the elective, and is told what is wrong beside its field', async ({
  page,
}) => {
  await signInAs(page, 'tottori@example.jp');
  await page.goto(HOST);
  await expectAccessibleAtBothWidths(page);
  await page.getByRole('link', { name: 'ゲートキーパー養成講座を変える' }).click();
  await page.getByLabel('期限（か月）').fill('121');
  await page.getByLabel('この主催者での呼び名').fill('こころのサポーター養成講座');
  await page.getByRole('button', { name: '保存する' }).click();
  await expect(page.getByRole('alert')).toContainText('1から120までの数字で書いてください');
  await expect(page.getByLabel('この主催者での呼び名')).toHaveValue('こころのサポーター養成講座');
  await expectAccessible(page);
  await page.getByLabel('期限（か月）').fill('３６');
  await page.getByLabel('証書の名前').selectOption('認定証');
  await page.getByRole('button', { name: '保存する' }).click();
  await expect(page.getByRole('status')).toContainText('保存しました');
  const row = page.getByRole('row').filter({ hasText: 'こころのサポーター養成講座' });
  await expect(row).toContainText('ゲートキーパー養成講座');
  await expect(row).toContainText('認定証');
  await expect(row).toContainText('36か月');

  await page.getByRole('link', { name: '心のサポーター養成研修を変える' }).click();
  await page.getByLabel('この主催者での呼び名').fill(LOCAL);
  await page.getByRole('button', { name: '保存する' }).click();
  await expect(page.getByRole('row').filter({ hasText: LOCAL })).toBeVisible();
  await expectAccessibleAtBothWidths(page);
});

test('a programme says what it asks for in each part, who teaches, and that a part is held with a teacher', async ({
  page,
}) => {
  await page.goto('/programmes/kokoro-supporter');
  await expectAccessibleAtBothWidths(page);
  await expect(page.getByRole('heading', { name: '共通（90分）' })).toBeVisible();
  await expect(page.getByRole('heading', { name: '選択（30分）' })).toBeVisible();
  await expect(page.getByText('次のうち、どれか一つ')).toBeVisible();
  await expect(page.getByText('これだけでは修了になりません')).toBeVisible();
  await page.goto('/programmes/gatekeeper-standard');
  await expect(page.getByText('塩竈市では「こころのサポーター養成講座」')).toBeVisible();
  await expectAccessibleAtBothWidths(page);
});
