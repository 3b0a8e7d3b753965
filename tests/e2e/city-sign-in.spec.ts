import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join as joinPath } from 'node:path';
import { expect, type Page } from '@playwright/test';
import Database from 'better-sqlite3';
import { join, newEmail, PASSWORD, signIn } from './account';
import { test } from './devices';
import { CityProvider } from './oidc-provider';
import { OwnServer } from './own-server';
import { expectAccessible, expectAccessibleAtBothWidths } from './page-checks';

const NAME = '堺市 職員認証';
const STRICT_NAME = '鳥取市 二段階の認証';
const DOWN_NAME = '止まっている認証';
const SAKAI = '271403';

test.describe.configure({ mode: 'default', timeout: 120_000 });

let folder: string;
let server: OwnServer;
let city: CityProvider;
let origin: string;

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

const databasePath = () => joinPath(folder, 'city.db');

test.beforeAll(async () => {
  folder = mkdtempSync(joinPath(tmpdir(), 'tsunagu-city-'));
  const port = await freePort();
  origin = `http://localhost:${port}`;
  const backs = ['sakai', 'strict'].map((id) => `${origin}/sign-in/with/${id}/back`);
  city = await CityProvider.start(backs);
  const { issuer, clientId } = city;
  const client = { clientId, clientSecretEnv: 'CITY_SECRET', areaCode: SAKAI };
  server = new OwnServer(databasePath(), {
    PORT: String(port),
    ORIGIN: origin,
    CITY_SECRET: city.clientSecret,
    OIDC_PROVIDERS: JSON.stringify([
      { id: 'sakai', name: NAME, issuer, ...client },
      { id: 'strict', name: STRICT_NAME, issuer, secondFactor: true, ...client },
      { id: 'down', name: DOWN_NAME, issuer: `http://127.0.0.1:${await freePort()}`, ...client },
    ]),
  });
  await server.start();
});

test.afterAll(async () => {
  await server.stop();
  await city.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function newLearner(page: Page): Promise<{ email: string }> {
  const email = newEmail();
  await page.goto(`${origin}/join`);
  await join(page, { name: '堺 みどり', kana: 'サカイ ミドリ', email, password: PASSWORD });
  return { email };
}

/** Away from every site, as on another day. */
const forget = (page: Page) => page.context().clearCookies();

async function goToCity(page: Page, { name = NAME, to = '' } = {}): Promise<void> {
  await page.goto(`${origin}/sign-in${to}`);
  await page.getByRole('button', { name: `${name}で入る` }).click();
  await expect(page).toHaveURL(/\/interaction\//);
}

async function enterAt(page: Page, account: string): Promise<void> {
  await page.getByLabel('職員番号').fill(account);
  await page.getByRole('button', { name: '確認する' }).click();
}

/** Goes to the city, is not known here yet, signs in and links both. */
async function linkByPassword(page: Page, account: string, email: string, name = NAME) {
  await goToCity(page, { name, to: '?to=/my/code' });
  await enterAt(page, account);
  await expect(page.getByText('まだ結びついていません。')).toBeVisible();
  await page.getByRole('link', { name: 'つなぐのアカウントで入って結びつける' }).click();
  await signIn(page, email, PASSWORD);
  await expect(page.getByRole('button', { name: 'このアカウントに結びつける' })).toBeVisible();
}

test('somebody links her city’s sign-in once, comes in by it from then on, and unlinks it', async ({
  page,
}) => {
  const account = randomUUID();
  const { email } = await newLearner(page);
  await forget(page);
  await page.goto(`${origin}/sign-in`);
  await expectAccessibleAtBothWidths(page);
  await linkByPassword(page, account, email);
  await expectAccessibleAtBothWidths(page);
  await page.getByRole('button', { name: 'このアカウントに結びつける' }).click();
  await expect(page).toHaveURL(`${origin}/my/code`);

  await forget(page);
  await goToCity(page, { to: '?to=/my/code' });
  await enterAt(page, account);
  await expect(page).toHaveURL(`${origin}/my/code`);
  await page.goto(`${origin}/my/devices`);
  await expect(page.getByText('自治体のログイン')).toBeVisible();

  await page.goto(`${origin}/my/security`);
  await expectAccessibleAtBothWidths(page);
  await page.getByRole('button', { name: `${NAME} との結びつきを外す` }).click();
  await expect(page.getByText('結びつきを外しました。')).toBeVisible();
  await expectAccessible(page);

  await forget(page);
  await goToCity(page);
  await enterAt(page, account);
  await expect(page.getByText('まだ結びついていません。')).toBeVisible();
  await expectAccessibleAtBothWidths(page);
});

test('a city’s account that is somebody else’s here is neither moved nor entered when it is linked', async ({
  page,
}) => {
  const account = randomUUID();
  const first = await newLearner(page);
  await forget(page);
  await linkByPassword(page, account, first.email);
  await page.getByRole('button', { name: 'このアカウントに結びつける' }).click();
  await forget(page);

  await newLearner(page);
  await page.goto(`${origin}/my/code`);
  const own = await page.locator('main').innerText();
  await page.goto(`${origin}/my/security`);
  await page.getByRole('button', { name: `${NAME}を結びつける` }).click();
  await enterAt(page, account);
  await expect(page.getByRole('alert')).toContainText('別のアカウントに結びついています');
  await expectAccessibleAtBothWidths(page);
  await page.goto(`${origin}/my/code`);
  expect(await page.locator('main').innerText()).toBe(own);
});

test('linking from her own page asks once more and stands there afterwards', async ({ page }) => {
  await newLearner(page);
  await page.goto(`${origin}/my/security`);
  await page.getByRole('button', { name: `${NAME}を結びつける` }).click();
  await enterAt(page, randomUUID());
  await page.getByRole('button', { name: 'このアカウントに結びつける' }).click();
  await expect(page.getByText('結びつけました。')).toBeVisible();
  await expect(page.getByRole('heading', { name: NAME })).toBeVisible();
  await expectAccessible(page);
});

test('an officer whose city asks for two factors is not asked again; another city’s officer is', async ({
  page,
}) => {
  const account = randomUUID();
  const { email } = await newLearner(page);
  await forget(page);
  await linkByPassword(page, account, email);
  await page.getByRole('button', { name: 'このアカウントに結びつける' }).click();
  await expect(page).toHaveURL(`${origin}/my/code`);
  const database = new Database(databasePath());
  const { changes } = database
    .prepare(
      `insert into role_grants (id, person_id, role, area_code, from_at)
       select ?, id, 'municipal-officer', ?, 0 from people where email = ?`,
    )
    .run(randomUUID(), SAKAI, email);
  database.close();
  expect(changes).toBe(1);

  await forget(page);
  await goToCity(page, { name: STRICT_NAME });
  await enterAt(page, account);
  await expect(page).toHaveURL(/\/office\//);

  await forget(page);
  await goToCity(page);
  await enterAt(page, account);
  await expect(page).toHaveURL(/\/sign-in\/second/);
});

test('whoever stops at the city comes back to a calm page with her other ways', async ({
  page,
}) => {
  await goToCity(page);
  await page.getByRole('button', { name: 'やめる' }).click();
  await expect(page.getByRole('alert')).toContainText('取り消しました。');
  await expect(page.getByRole('link', { name: 'パスワードや受講番号で入る' })).toBeVisible();
  await expectAccessibleAtBothWidths(page);
});

/** Enters at the city and gives the address it would send her back to, without going there. */
async function catchWayBack(page: Page, account: string): Promise<string> {
  const { request } = page.context();
  const form = { account, intent: 'enter' };
  let answer = await request.post(page.url(), { form, maxRedirects: 0 });
  for (;;) {
    const next = new URL(answer.headers().location!, answer.url()).href;
    if (next.startsWith(origin)) return next;
    answer = await request.get(next, { maxRedirects: 0 });
  }
}

const REFUSED = '確認の内容が合わなかったため';
const EXPIRED = '時間がたったか、いちど使われた画面です。';

test('a way back is good once, in the browser that went, with the state and the nonce it went with', async ({
  page,
  newDevice,
}) => {
  await goToCity(page);
  const way = await catchWayBack(page, randomUUID());

  const stranger = await newDevice();
  await stranger.goto(way);
  await expect(stranger.getByRole('alert')).toContainText(EXPIRED);
  await expectAccessibleAtBothWidths(stranger);

  const otherState = new URL(way);
  otherState.searchParams.set('state', 'of-nobody');
  await page.goto(otherState.href);
  await expect(page.getByRole('alert')).toContainText(EXPIRED);
  await page.goto(way);
  await expect(page.getByText('まだ結びついていません。')).toBeVisible();
  await page.goto(way);
  await expect(page.getByRole('alert')).toContainText(EXPIRED);

  await forget(page);
  await goToCity(page);
  const second = await catchWayBack(page, randomUUID());
  const [cookie] = (await page.context().cookies(origin)).filter(
    ({ name }) => name === 'city-sign-in',
  );
  await page.context().addCookies([{ ...cookie!, value: '0'.repeat(64) }]);
  await page.goto(second);
  await expect(page.getByRole('alert')).toContainText(EXPIRED);

  await forget(page);
  await page.route(/\/auth\?/, (route) => {
    const url = new URL(route.request().url());
    url.searchParams.set('nonce', 'of-nobody');
    return route.continue({ url: url.href });
  });
  await goToCity(page);
  await page.unroute(/\/auth\?/);
  await enterAt(page, randomUUID());
  await expect(page.getByRole('alert')).toContainText(REFUSED);
  await expectAccessible(page);
});

test('a city that does not answer is said to be away, and every other way stays', async ({
  page,
}) => {
  await page.goto(`${origin}/sign-in`);
  await page.getByRole('button', { name: `${DOWN_NAME}で入る` }).click();
  await expect(page.getByRole('alert')).toContainText('つながりません');
  await expectAccessibleAtBothWidths(page);
  await page.getByRole('link', { name: 'パスワードや受講番号で入る' }).click();
  await expect(page.getByRole('button', { name: 'ログインする' })).toBeVisible();

  await goToCity(page);
  const way = await catchWayBack(page, randomUUID());
  await city.stop();
  await page.goto(way);
  await expect(page.getByRole('alert')).toContainText('つながりません');
});
