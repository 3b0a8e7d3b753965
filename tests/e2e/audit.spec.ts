import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import Database from 'better-sqlite3';
import { signInAs } from './account';
import { test } from './devices';
import { expectAccessible, expectAccessibleAtBothWidths } from './page-checks';

const SAKAI = '271403';
const TOTTORI_CITY = '312011';
const PURPOSE = '修了者名簿の作成';
const DETAIL = '令和8年度の名簿を年度末に整えるため';

const database = () => {
  const opened = new Database(join(process.env.TSUNAGU_E2E_DIR!, 'e2e.db'));
  opened.pragma('busy_timeout = 10000');
  return opened;
};

async function lookAtList(page: Page) {
  await page.goto(`/office/areas/${SAKAI}/people`);
  await page.getByLabel(PURPOSE).check();
  await page.getByLabel('くわしい目的').fill(DETAIL);
  await page.getByRole('button', { name: '名簿を開く' }).click();
  await expect(page.getByRole('heading', { name: '堺市の名簿' })).toBeVisible();
}

test('who looks at a list of names is read by her own office and the operator, and not by the neighbour', async ({
  page,
  newDevice,
}) => {
  test.setTimeout(120_000);
  await signInAs(page, 'sakai@example.jp');
  await lookAtList(page);

  await page.goto(`/office/areas/${SAKAI}/audit`);
  const row = page.getByRole('row').filter({ hasText: DETAIL }).first();
  await expect(row).toContainText('髙﨑 𠮷美');
  await expect(row).toContainText('市区町村の担当者（堺市）');
  await expect(row).toContainText('名簿を見た');
  await expect(row).toContainText(PURPOSE);
  await expectAccessibleAtBothWidths(page);

  const neighbour = await newDevice();
  await signInAs(neighbour, 'tottori@example.jp');
  await neighbour.goto(`/office/areas/${TOTTORI_CITY}/audit`);
  await expect(neighbour.getByRole('heading', { name: '鳥取市の名簿を見た人' })).toBeVisible();
  await expect(neighbour.getByText(DETAIL)).toHaveCount(0);
  await expectAccessible(neighbour);
  const absent = await neighbour.goto(`/office/areas/${SAKAI}/audit`);
  expect(absent!.status()).toBe(404);

  const operator = await newDevice();
  await signInAs(operator, 'unei@example.jp');
  await operator.goto('/admin/audit');
  await operator.getByLabel('したこと').selectOption({ label: '名簿を見た' });
  await operator.getByLabel('した人').fill('髙﨑');
  await operator.getByLabel('地域の団体コード').fill('２７１４０３');
  await operator.getByRole('button', { name: 'この条件でさがす' }).click();
  const found = operator.getByRole('row').filter({ hasText: DETAIL }).first();
  await expect(found).toContainText('大阪府 堺市');
  await expectAccessibleAtBothWidths(operator);

  const download = operator.waitForEvent('download');
  await operator.getByRole('link', { name: 'この条件でCSVを保存する' }).click();
  const file = await download;
  expect(file.suggestedFilename()).toMatch(/^記録_\d{4}-\d\d-\d\d\.csv$/);
  const lines = readFileSync(await file.path(), 'utf8')
    .trim()
    .split('\r\n');
  expect(lines[0]).toContain('日時');
  expect(lines.slice(1).every((line) => line.includes('名簿を見た'))).toBe(true);
  expect(lines.some((line) => line.includes(DETAIL))).toBe(true);

  await operator.goto('/admin/audit?action=audit.download');
  await expect(operator.getByRole('row').nth(1)).toContainText('森田 早紀');
});

test('a search that cannot be read says what is wrong and keeps what was typed; one that finds nothing says so', async ({
  page,
}) => {
  await signInAs(page, 'unei@example.jp');
  await page.goto('/admin/audit?from=2026-13-01&to=2026-11-20&area=12&actor=髙﨑');
  await expect(page.getByRole('alert')).toContainText('条件をお確かめください');
  await expect(page.getByText('日付として読めません')).toBeVisible();
  await expect(page.getByLabel('した人')).toHaveValue('髙﨑');
  await expectAccessibleAtBothWidths(page);
  await page.goto('/admin/audit?actor=だれでもない人');
  await expect(page.getByText('見つかりませんでした')).toBeVisible();
  await expectAccessible(page);
});

test('without scripts the operator sees what a night would forget, and nobody is forgotten by looking', async ({
  browser,
  newDevice,
}) => {
  const opened = database();
  const year = 365 * 24 * 60 * 60 * 1000;
  opened
    .prepare('insert into people (id, created_at, demo) values (?, ?, 0)')
    .run('idle-guest-of-e2e', Date.now() - year);
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await signInAs(page, 'unei@example.jp');
  await page.goto('/admin/retention');
  await expect(page.getByRole('row').filter({ hasText: '登録せずに学んだ方の記録' })).toContainText(
    '最後に使った日から180日',
  );
  await page.getByRole('button', { name: '下調べをする' }).click();
  const counted = page.getByRole('row').filter({ hasText: '消す、登録のない記録' });
  await expect(counted).toContainText(/[1-9]/);
  expect(
    opened.prepare(`select count(*) from people where id = 'idle-guest-of-e2e'`).pluck().get(),
  ).toBe(1);
  opened.close();
  await context.close();

  const seen = await newDevice();
  await signInAs(seen, 'unei@example.jp');
  await seen.goto('/admin/retention');
  await expectAccessibleAtBothWidths(seen);
});

test('the facts of the register are printed for the operator and for an office, with her own number', async ({
  page,
  newDevice,
}) => {
  await signInAs(page, 'unei@example.jp');
  await page.goto('/admin/personal-file');
  await expect(page.getByRole('heading', { name: '個人情報ファイル簿' })).toBeVisible();
  await expect(page.getByText('気持ち・診断・体験は、たずねていません')).toBeVisible();
  await expectAccessibleAtBothWidths(page);
  const officer = await newDevice();
  await signInAs(officer, 'tottori@example.jp');
  await officer.goto('/admin/personal-file');
  await expect(officer.getByRole('row').filter({ hasText: '機関の名称' })).toContainText('鳥取市');
  await expect(officer.getByText('このほかに、氏名のない学習の記録')).toHaveCount(0);
  await expectAccessible(officer);
});

test('no row of the log says the name of anybody', () => {
  const opened = database();
  const rows = opened
    .prepare(`select action, coalesce(detail, '') || coalesce(purpose, '') as text from audit_log`)
    .all() as { action: string; text: string }[];
  const people = opened
    .prepare('select distinct name from people where name is not null')
    .pluck()
    .all() as string[];
  opened.close();
  const bare = (text: string) => text.replace(/[\s\u3000]/g, '');
  const names = people.map(bare).filter((name) => name.length > 2);
  const named = rows.filter(({ text }) => names.some((name) => bare(text).includes(name)));
  expect(named).toEqual([]);
});
