import { expect, test, type Page } from '@playwright/test';
import { expectAccessible, expectAccessibleAtBothWidths } from './page-checks';

const EXAMPLE = '/for-trainers/example';

async function openExample(page: Page) {
  await page.goto(EXAMPLE);
  const practice = page.getByRole('region', { name: '庭先で、回覧板を渡す' });
  await expect(practice).toHaveClass(/in-turn/);
  return practice;
}

/** Presses Tab until the button has the focus, as somebody without a mouse does. */
async function tabTo(page: Page, name: string) {
  for (let i = 0; i < 40; i++) {
    const text = await page.evaluate(() => document.activeElement?.textContent ?? '');
    if (text.startsWith(name)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`${name} cannot be reached with the keyboard`);
}

test('a conversation is gone through to its end with the keyboard alone, and again another way', async ({
  page,
}) => {
  const practice = await openExample(page);
  await practice.locator('h3').evaluate((element: HTMLElement) => {
    element.tabIndex = -1;
    element.focus();
  });
  await expectAccessible(page);

  await tabTo(page, '「新聞、たまってましたね');
  await page.keyboard.press('Enter');
  const landed = practice.getByRole('group', { name: 'どう届いたか' });
  await expect(landed).toBeFocused();
  await expect(landed).toContainText('郵便受けに目をやりました');
  await expect(landed).toHaveAccessibleDescription(/取りに出るのが、おっくう/);
  await expectAccessible(page);

  await tabTo(page, '別のことばもためす');
  await page.keyboard.press('Enter');
  await expect(practice.getByRole('group', { name: '場面 1' })).toBeFocused();
  await expect(practice.getByRole('button', { name: /（ためしたことば）/ })).toHaveCount(1);
  await tabTo(page, '「新聞、たまってましたね');
  await page.keyboard.press('Enter');
  await tabTo(page, 'つづける');
  await page.keyboard.press('Enter');
  await expect(practice.getByRole('group', { name: '場面 2' })).toBeFocused();
  await expect(practice.getByRole('list', { name: 'ここまでの会話' })).toContainText('おっくう');
  await expectAccessible(page);

  await tabTo(page, '一つもどる');
  await page.keyboard.press('Enter');
  await expect(practice.getByRole('group', { name: '場面 1' })).toBeFocused();
  await tabTo(page, '（会釈して');
  await page.keyboard.press('Enter');
  await tabTo(page, 'つづける');
  await page.keyboard.press('Enter');
  await tabTo(page, '「来週の当番も');
  await page.keyboard.press('Enter');
  await expect(practice.getByRole('heading', { name: 'ふりかえり' })).toBeHidden();
  await tabTo(page, 'つづける');
  await page.keyboard.press('Enter');
  await expect(practice).toContainText('つながりは切れていません');
  await expect(practice.getByRole('heading', { name: 'ふりかえり' })).toBeVisible();
  await expectAccessibleAtBothWidths(page);

  await tabTo(page, 'はじめから');
  await page.keyboard.press('Enter');
  await expect(practice.getByRole('group', { name: '場面 1' })).toBeFocused();
  await expect(practice.getByRole('button', { name: 'はじめから' })).toBeHidden();
});

test('nothing of a conversation or of the questions to oneself leaves the page or stays in it', async ({
  page,
}) => {
  const practice = await openExample(page);
  const check = page.getByRole('region', { name: '自分にたずねる、三つの問い' });
  await expect(check.getByRole('button')).toHaveCount(12);
  await page.waitForLoadState('networkidle');
  const before = await page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }));
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));

  await practice.getByRole('button', { name: /会釈して/ }).click();
  const scales = check.getByRole('group');
  await scales.nth(0).getByRole('button', { name: '時々ある' }).click();
  await scales.nth(1).getByRole('button', { name: '常にある' }).click();
  await expect(check).not.toContainText('三つの数を足すと');
  await scales.nth(2).getByRole('button', { name: '決してない' }).click();
  await expect(check).toContainText('三つの数を足すと 8 です');
  await scales.nth(2).getByRole('button', { name: 'ほとんどない' }).click();
  await expect(check).toContainText('三つの数を足すと 9 です');
  await expect(scales.nth(2).locator('[aria-pressed="true"]')).toHaveCount(1);
  await expectAccessible(page);
  await check.getByRole('button', { name: '答えを消す' }).click();
  await expect(check).not.toContainText('三つの数を足すと');

  expect(asked).toEqual([]);
  expect(await check.locator('input, form, [name]').count()).toBe(0);
  const after = await page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }));
  expect(after).toBe(before);
});

test('a film plays at the speed and from the place that the reader left, with its captions', async ({
  page,
  request,
}) => {
  await page.goto(EXAMPLE);
  const film = page.locator('video');
  await expect(film).toHaveJSProperty('paused', true);
  await page
    .getByRole('group', { name: '速さ' })
    .first()
    .getByRole('button', { name: '2倍', exact: true })
    .click();
  await expect(film).toHaveJSProperty('playbackRate', 2);
  expect(await film.evaluate((v: HTMLVideoElement) => v.textTracks[0]?.mode)).toBe('showing');
  await film.evaluate(async (v: HTMLVideoElement) => {
    v.muted = true;
    await v.play();
  });
  await expect
    .poll(() => film.evaluate((v: HTMLVideoElement) => v.currentTime), { timeout: 30_000 })
    .toBeGreaterThan(4);
  expect(await film.evaluate((v: HTMLVideoElement) => v.textTracks[0]?.cues?.length)).toBe(4);
  await film.evaluate((v: HTMLVideoElement) => v.pause());

  await page.reload();
  await expect(page.getByText('前にこの端末で見た 0:')).toBeVisible();
  await film.evaluate((v: HTMLVideoElement) => v.load());
  await film.evaluate(async (v: HTMLVideoElement) => {
    v.muted = true;
    await v.play();
    v.pause();
  });
  expect(await film.evaluate((v: HTMLVideoElement) => v.currentTime)).toBeGreaterThan(3);

  const src = (await film.getAttribute('src')) ?? '';
  const part = await request.get(src, { headers: { Range: 'bytes=0-3' } });
  expect(part.status()).toBe(206);
  expect((await part.body()).toString('hex')).toBe('1a45dfa3');
  expect(part.headers()).toMatchObject({
    'content-type': 'video/webm',
    'cache-control': 'public, max-age=31536000, immutable',
    'cross-origin-resource-policy': 'same-origin',
  });
  expect((await request.get(`/media/${'0'.repeat(64)}.webm`)).status()).toBe(404);
  expect((await request.get('/media/..%2ft.db')).status()).toBe(404);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('a conversation is a tree with a way from each choice to the step it leads to', async ({
    page,
  }) => {
    await page.goto(EXAMPLE);
    const practice = page.getByRole('region', { name: '庭先で、回覧板を渡す' });
    await expect(practice.getByRole('heading', { name: /^場面/ })).toHaveCount(5);
    const choice = practice.locator('summary').first();
    await expect(practice.getByText('郵便受けに目をやりました')).toBeHidden();
    await choice.click();
    await expect(practice.getByText('郵便受けに目をやりました')).toBeVisible();
    await practice.getByRole('link', { name: 'つづき：場面 2 へ' }).click();
    await expect(page).toHaveURL(/#practice-niwasaki-okkuu$/);
    await expect(page.locator(':target')).toContainText('夜、あんまり寝てないんだ');
    const links = await practice
      .locator('.practice-choice a')
      .evaluateAll((all) => all.map((a) => a.getAttribute('href') ?? ''));
    for (const href of links) await expect(page.locator(href)).toHaveCount(1);
    await expect(practice.getByRole('heading', { name: 'ふりかえり' })).toBeVisible();
    await expect(practice.getByRole('button', { name: 'つづける' })).toBeHidden();

    const check = page.getByRole('region', { name: '自分にたずねる、三つの問い' });
    await expect(check).toContainText('診断ではありません。この画面から外へは送られません');
    await expect(check.getByText('常にある')).toHaveCount(3);
    await expect(check.getByRole('button')).toHaveCount(0);
    await expect(page.locator('.media-words').first()).toContainText('話し声は入っていません');
  });
});
