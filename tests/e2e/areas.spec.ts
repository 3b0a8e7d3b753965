import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import Database from 'better-sqlite3';
import { DEMO_GROUP, DEMO_SHAKYO } from '~/flows/demo/demo-accounts';
import { signInAs } from './account';
import { openDemoSession } from './demo-session';
import { test } from './devices';
import { expectAccessible, expectAccessibleAtBothWidths } from './page-checks';

const SAKAI = '271403';
const TOTTORI_CITY = '312011';
const KAMI_TOWN = '285854';
const OSAKA = '270008';
const HYOGO = '280003';

function openDatabase() {
  const database = new Database(join(process.env.TSUNAGU_E2E_DIR!, 'e2e.db'));
  database.pragma('busy_timeout = 10000');
  return database;
}

/** Persons of a fiscal year counted straight from the completions of some municipalities. */
function peopleOf(codes: string[], year: number): number {
  const database = openDatabase();
  const marks = codes.map(() => '?').join();
  const found = database
    .prepare(
      `select count(distinct person_id) from completions where fiscal_year = ? and municipality_code in (${marks})`,
    )
    .pluck()
    .get(year, ...codes) as number;
  database.close();
  return found;
}

/** A year that is over: nobody who learns meanwhile changes it. */
function lastYear(): number {
  const database = openDatabase();
  const year = database.prepare('select max(fiscal_year) - 1 from completions').pluck().get();
  database.close();
  return year as number;
}

/** What the report shows as 実人数. */
const figure = (page: Page) => page.locator('.figures .n').nth(1);
const shown = (count: number) => `${count.toLocaleString('ja-JP')}人`;

async function statusOf(page: Page, path: string): Promise<number> {
  return (await page.request.get(path)).status();
}

/** Waits until the worker has counted what was asked for. */
async function expectCounted(page: Page, count: number): Promise<void> {
  await expect(async () => {
    await page.reload();
    await expect(figure(page)).toHaveText(shown(count), { timeout: 500 });
    await expect(page.getByText('いま数え直しています')).toBeHidden({ timeout: 500 });
  }).toPass({ timeout: 30_000 });
}

test('an officer of a group sees its members and each person once, and no neighbour', async ({
  page,
}) => {
  await signInAs(page, 'renkei@example.jp');
  await expect(page).toHaveURL(`/office/groups/${DEMO_GROUP}`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('見本の連携圏の修了者');
  await expectAccessibleAtBothWidths(page);

  const year = lastYear();
  await page.goto(`/office/groups/${DEMO_GROUP}?year=${year}`);
  const members = ['312011', '313025', '285854', '285862', '322067'];
  await expect(figure(page)).toHaveText(shown(peopleOf(members, year)));
  const table = page.getByRole('table', { name: '構成市町村別' });
  await table.getByRole('link', { name: '兵庫県香美町' }).click();
  await expect(page).toHaveURL(new RegExp(`/office/areas/${KAMI_TOWN}`));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('香美町の修了者');

  for (const code of [HYOGO, SAKAI, '285013', '000000', '999999']) {
    expect(await statusOf(page, `/office/areas/${code}`), code).toBe(403);
  }
  const file = await page.request.get(`/office/groups/${DEMO_GROUP}/report.csv?year=${year}`);
  expect(file.headers()['content-disposition']).toContain(encodeURIComponent('見本の連携圏'));
  expect(await file.text()).toContain('兵庫県香美町');
  expect(await statusOf(page, '/office/groups/nobody')).toBe(403);
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('the operator makes a group across a border, looks at it and ends it', async ({ page }) => {
    test.setTimeout(120_000);
    await signInAs(page, 'unei@example.jp');
    await page.goto('/admin/groups');
    await page.getByRole('button', { name: 'この内容でつくる' }).click();
    await expect(page.getByRole('alert')).toContainText('名前を入れてください');

    const name = `境の保健所圏域 ${randomUUID().slice(0, 6)}`;
    await page.getByLabel('名前').fill(name);
    await page.getByLabel('フリガナ').fill('さかいのけんいき');
    await page.getByLabel('種類').selectOption({ label: '保健所圏域' });
    await page.getByRole('button', { name: 'この内容でつくる' }).click();
    await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
    await expect(page.getByText('まだ、構成市町村がありません')).toBeVisible();

    for (const [typed, label] of [
      ['鳥取市', '鳥取県 鳥取市'],
      ['香美町', '兵庫県 香美町'],
    ] as const) {
      await page.getByLabel('加える市町村を探す').fill(typed);
      await page.getByRole('button', { name: '探す' }).click();
      await page.getByRole('button', { name: `${label}を加える` }).click();
      await expect(page.getByRole('status')).toContainText('加えました');
    }
    await page.getByRole('link', { name: 'この連携圏の集計を見る' }).click();
    const year = lastYear();
    await page.goto(`${page.url()}?year=${year}`);
    await expectCounted(page, peopleOf([TOTTORI_CITY, KAMI_TOWN], year));

    await page.goto('/admin/groups');
    await page.getByRole('link', { name }).click();
    await page.getByRole('button', { name: '兵庫県 香美町を外す' }).click();
    await expect(page.getByRole('cell', { name: KAMI_TOWN })).toBeHidden();
    await page.getByRole('link', { name: '連携圏を終える手続きへ' }).click();
    await expect(page.getByText('担当者（0人）')).toBeVisible();
    await page.getByRole('button', { name: 'この連携圏を終える' }).click();
    await expect(page.getByRole('status')).toContainText('連携圏を終えました');
    await expect(page.getByRole('button', { name: /外す/ })).toHaveCount(0);
  });
});

test('the operator sees what a merger means before it is recorded, and the figures after it', async ({
  page,
}) => {
  test.setTimeout(120_000);
  await signInAs(page, 'unei@example.jp');
  await page.goto('/admin/mergers');
  await expectAccessibleAtBothWidths(page);
  await page.getByLabel('なくなる市町村・区').fill('日野町\n31403');
  await page.getByLabel('合併の日').fill('2026-04-01');
  await page.getByLabel('新しい市町村ができる（新設）').check();
  await page.getByLabel('合併後の団体コード').fill('313999');
  await page.getByLabel('新しい市町村の名前').fill('奥日野町');
  await page.getByRole('textbox', { name: 'フリガナ' }).fill('オクヒノチョウ');
  await page.getByLabel('新しい市町村の種類').selectOption({ label: '町' });
  const preview = page.getByRole('button', { name: 'この合併で変わることを見る' });
  await preview.click();
  // 日野町 is in 滋賀県 too.
  await expect(page.getByRole('alert')).toContainText(
    '「日野町」に当たる市町村が、いくつかあります',
  );
  await page.getByLabel('なくなる市町村・区').fill('鳥取県日野町\n31403');
  await preview.click();
  await expect(page.getByRole('alert')).toContainText('検査数字が合わない');
  await page.getByLabel('合併後の団体コード').fill('313998');
  await preview.click();

  const check = page.getByRole('region', { name: 'お確かめください' });
  await expect(check).toContainText(
    '日野町（314021）、江府町（314030）は、鳥取県奥日野町（313998）に',
  );
  await expectAccessibleAtBothWidths(page);
  const year = lastYear();
  const before = peopleOf(['314021', '314030'], year);
  expect(before).toBeGreaterThan(0);
  await check.getByRole('button', { name: 'この合併を記録する' }).click();
  await expect(page.getByRole('status')).toContainText('合併を記録しました');

  await page.getByRole('table').getByRole('link', { name: '奥日野町（313998）' }).first().click();
  await page.goto(`/office/areas/313998?year=${year}`);
  await expectCounted(page, before);
  const merged = page.getByRole('table', { name: '合併前の市町村別' });
  await merged.getByRole('link', { name: /うち旧江府町/ }).click();
  await expect(page.getByText('江府町は、2026年4月1日に奥日野町になりました')).toBeVisible();
  await expectAccessible(page);

  const places = async (query: string) =>
    (await page.request.get(`/api/municipalities?q=${encodeURIComponent(query)}`)).text();
  expect(await places('江府')).not.toContain('314030');
  expect(await places('奥日野')).toContain('313998');
  await page.goto('/office/areas/310000');
  const parts = page.getByRole('table', { name: /市区町村/ }).last();
  await expect(parts.getByRole('link', { name: '奥日野町', exact: true })).toBeVisible();
  await expect(parts.getByRole('link', { name: /うち旧日野町/ })).toBeVisible();
});

test('a contact of a host sees its own figures, and lets a prefecture see names until it withdraws', async ({
  page,
}) => {
  await signInAs(page, 'shakyo@example.jp');
  await expect(page).toHaveURL('/host');
  await expectAccessibleAtBothWidths(page);
  const year = lastYear();
  await page.goto(`/host?year=${year}`);
  const database = openDatabase();
  const own = database
    .prepare(
      'select count(*) as n, count(distinct person_id) as people from completions where organisation_id = ? and fiscal_year = ?',
    )
    .get(DEMO_SHAKYO, year) as { n: number; people: number };
  database.close();
  await expect(page.locator('.figures .n').first()).toHaveText(`${own.n}件`);
  await expect(figure(page)).toHaveText(shown(own.people));
  expect(await statusOf(page, `/office/areas/${SAKAI}`)).toBe(403);
  expect(await statusOf(page, `/host?of=demo-host-${SAKAI}`)).toBe(404);

  await page.getByRole('link', { name: '名前を県に見せる' }).click();
  await expect(page.getByText('いま、名前を見せている都道府県はありません')).toBeVisible();
  await page.getByRole('button', { name: 'この都道府県に名前を見せる' }).click();
  await expect(page.getByRole('alert')).toContainText('確かめて、印をつけてください');
  await page.getByLabel('見せる都道府県').selectOption({ label: '大阪府' });
  await page.getByLabel('見えるものを確かめました').check();
  await page.getByRole('button', { name: 'この都道府県に名前を見せる' }).click();
  const row = page.getByRole('row', { name: /大阪府/ });
  await expect(row).toContainText('見せています');
  await expectAccessibleAtBothWidths(page);
  await row.getByRole('button', { name: '大阪府に見せるのをやめる' }).click();
  await expect(page.getByRole('status')).toContainText('もう見えません');
  await expect(row.getByRole('button')).toHaveCount(0);
});

test('an office adds a host in its own municipality and not elsewhere', async ({ page }) => {
  await signInAs(page, 'sakai@example.jp');
  await page.goto('/admin/organisations');
  await expect(page.getByRole('link', { name: '鳥取市' })).toHaveCount(0);
  await page.getByRole('link', { name: '主催団体を加える' }).click();
  await expectAccessibleAtBothWidths(page);
  const name = `堺しらさぎ高等学校 ${randomUUID().slice(0, 6)}`;
  await page.getByLabel('種類').selectOption({ label: '学校' });
  await page.getByLabel('名前').fill(name);
  await page.getByLabel('フリガナ').fill('さかいしらさぎこうとうがっこう');
  await page.getByLabel('地域').fill('鳥取市');
  await page.getByRole('button', { name: 'この内容で保存する' }).click();
  await expect(page.getByRole('alert')).toContainText('あなたの担当の外です');
  await expectAccessible(page);
  await page.getByLabel('地域').fill('27140');
  await page.getByRole('button', { name: 'この内容で保存する' }).click();
  await expect(page.getByRole('status')).toContainText('保存しました');
  await page.goto('/admin/organisations?q=しらさぎ');
  await expect(page.getByRole('link', { name })).toBeVisible();
  expect(await statusOf(page, `/admin/organisations/demo-host-${TOTTORI_CITY}`)).toBe(404);
});

test('a viewer of the nation reads every total and no list', async ({ page }) => {
  await signInAs(page, 'kuni@example.jp');
  await expect(page).toHaveURL('/office/areas/000000');
  for (const path of [`areas/${SAKAI}`, `areas/${HYOGO}`, `groups/${DEMO_GROUP}`]) {
    expect(await statusOf(page, `/office/${path}`)).toBe(200);
  }
  for (const path of ['/admin/groups', '/admin/organisations', '/admin/certificates', '/host']) {
    expect(await statusOf(page, path), path).toBe(403);
  }
});

test('somebody with several roles chooses among all that are hers', async ({ page }) => {
  const identifier = `${randomUUID()}@example.jp`;
  const id = randomUUID();
  const database = openDatabase();
  database
    .prepare(
      `insert into people (id, name, kana, email, email_key, demo, created_at, registered_at)
       values (?, '兼務 一郎', 'ケンム　イチロウ', ?, ?, 1, 1, 1)`,
    )
    .run(id, identifier, identifier);
  const grant = database.prepare(
    'insert into role_grants (id, person_id, role, area_code, group_id, from_at) values (?, ?, ?, ?, ?, 1)',
  );
  grant.run(randomUUID(), id, 'municipal-officer', SAKAI, null);
  grant.run(randomUUID(), id, 'group-officer', null, DEMO_GROUP);
  database.close();
  await page
    .context()
    .addCookies([{ ...openDemoSession(identifier), url: test.info().project.use.baseURL! }]);

  await page.goto('/office');
  const choices = page.getByRole('main').getByRole('listitem').getByRole('link');
  await expect(choices).toHaveText(['堺市の修了者', '見本の連携圏の修了者']);
  await expectAccessibleAtBothWidths(page);
  await choices.last().click();
  await expect(page).toHaveURL(`/office/groups/${DEMO_GROUP}`);
  expect(await statusOf(page, `/office/areas/${KAMI_TOWN}`)).toBe(200);
  expect(await statusOf(page, `/office/areas/${SAKAI}`)).toBe(200);
  expect(await statusOf(page, `/office/areas/${OSAKA}`)).toBe(403);
});
