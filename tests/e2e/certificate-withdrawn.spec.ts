import { expect, type Page } from '@playwright/test';
import { join, newEmail, PASSWORD, signInAs } from './account';
import { COURSE } from './course-keys';
import { test } from './devices';
import { answerByPosts } from './learner';
import { expectAccessible, expectAccessibleAtBothWidths } from './page-checks';

const NOTE = '氏名の旧字を、本人の申し出で直すため';

async function earnCertificate(page: Page, name: string) {
  await page.goto('/join');
  await join(page, { name, kana: 'ミヤモト ノゾミ', email: newEmail(), password: PASSWORD });
  await answerByPosts(page);
  await page.goto(`/courses/${COURSE}/finish`);
  await page.getByRole('link', { name: '修了証の内容と確認番号' }).click();
  await expect(page).toHaveURL(/\/my\/certificates\//);
  const id = page.url().split('/').at(-1)!;
  const verify = (await page.getByRole('link', { name: /\/verify\// }).getAttribute('href'))!;
  return { id, verify, page: page.url() };
}

test('a certificate that is withdrawn says so at once, to everybody and to its holder', async ({
  page,
  newDevice,
}) => {
  test.setTimeout(90_000);
  const name = '宮本 希望';
  const certificate = await earnCertificate(page, name);
  const public_ = await newDevice();
  await public_.goto(certificate.verify);
  await expect(public_.getByText('この修了証は有効です')).toBeVisible();

  const operator = await newDevice();
  await signInAs(operator, 'unei@example.jp');
  await operator.goto('/admin/certificates');
  await expectAccessibleAtBothWidths(operator);
  await operator.getByRole('searchbox').fill('みやもと');
  await operator.getByRole('button', { name: 'さがす', exact: true }).click();
  await expect(operator.getByRole('row').filter({ hasText: name }).first()).toBeVisible();
  await operator.goto(`/admin/certificates/${certificate.id}`);
  await expectAccessibleAtBothWidths(operator);

  await operator.getByRole('button', { name: '内容を確かめる' }).click();
  await expect(operator.getByRole('alert')).toContainText('公開する理由を一つ選んでください。');
  await expectAccessible(operator);
  await operator.getByLabel('記載の誤り').check();
  await operator.getByLabel('内部のメモ').fill('短い');
  await operator.getByRole('button', { name: '内容を確かめる' }).click();
  await expect(operator.getByRole('alert')).toContainText('いまは2文字です。');
  await expect(operator.getByLabel('記載の誤り')).toBeChecked();
  await operator.getByLabel('内部のメモ').fill(NOTE);
  await operator.getByRole('button', { name: '内容を確かめる' }).click();
  await expect(operator.getByText('取り消してよいか、お確かめください')).toBeVisible();
  await expectAccessibleAtBothWidths(operator);
  await operator.getByRole('button', { name: '書き直す' }).click();
  await expect(operator.getByLabel('内部のメモ')).toHaveValue(NOTE);
  await operator.getByRole('button', { name: '内容を確かめる' }).click();
  await operator.getByRole('button', { name: 'この修了証を取り消す' }).click();
  await expect(operator.getByText('取り消し済みです')).toBeVisible();
  await expect(operator.getByText(NOTE)).toBeVisible();
  await expectAccessibleAtBothWidths(operator);

  await public_.reload();
  await expect(public_.getByText('発行者が取り消しました')).toBeVisible();
  await expect(public_.getByText('記載の誤り')).toBeVisible();
  await expect(public_.getByText(NOTE)).toHaveCount(0);
  await expectAccessibleAtBothWidths(public_);

  await page.reload();
  await expect(page.getByText('発行者が取り消しました')).toBeVisible();
  await expect(page.getByText('理由：記載の誤り')).toBeVisible();
  await expect(page.getByRole('link', { name: '修了証を開く（PDF）' })).toHaveCount(0);
  await expectAccessibleAtBothWidths(page);
  const pdf = await page.goto(`${certificate.page}.pdf`);
  expect(pdf!.headers()['content-type']).toContain('text/html');
  await expect(page).toHaveURL(certificate.page);
  await page.goto('/my');
  await expect(page.getByText('取り消し', { exact: true })).toBeVisible();
  await page.goto(`/courses/${COURSE}/finish`);
  await expect(page.getByRole('link', { name: '修了証を開く（PDF）' })).toHaveCount(0);
  await expectAccessible(page);
});

test('a learner and an officer cannot come near it; the trainer of its host can withdraw it', async ({
  page,
  newDevice,
}) => {
  const certificate = await earnCertificate(page, '宮本 歩');
  const path = `/admin/certificates/${certificate.id}`;
  expect((await page.goto(path))!.status()).toBe(403);
  const officer = await newDevice();
  await signInAs(officer, 'tottori@example.jp');
  expect((await officer.goto(path))!.status()).toBe(403);
  await expectAccessible(officer);
  expect((await officer.goto(`/my/certificates/${certificate.id}`))!.status()).toBe(404);
  const pdf = await officer.request.get(`/my/certificates/${certificate.id}.pdf`);
  expect(pdf.status()).toBe(404);

  const trainer = await newDevice();
  await signInAs(trainer, 'koshi@example.jp');
  await trainer.goto(path);
  await trainer.getByLabel('本人の希望').check();
  await trainer.getByLabel('内部のメモ').fill(NOTE);
  await trainer.getByRole('button', { name: '内容を確かめる' }).click();
  await trainer.getByRole('button', { name: 'この修了証を取り消す' }).click();
  await expect(trainer.getByText('取り消し済みです')).toBeVisible();
  await page.goto(certificate.verify);
  await expect(page.getByText('発行者が取り消しました')).toBeVisible();
});
