import { expect, type Page } from '@playwright/test';
import { sloppily } from './account';
import { keyOf, LESSONS, plainWords, questionsOf } from './course-keys';
import { test } from './devices';
import { choose, openQuiz, quizAt, saveAndGoOn, startCourse, openPage } from './learner';
import { expectAccessibleAtBothWidths } from './page-checks';

const [LESSON] = LESSONS as [string];
const QUESTIONS = questionsOf(LESSON);
const [QUESTION] = QUESTIONS as [(typeof QUESTIONS)[number]];
const [A, B] = QUESTION.options.map(({ id }) => id) as [string, string, ...string[]];

const said = (page: Page) => page.locator('[data-answer-status]');
const option = (page: Page, id: string) => page.locator(`input[name="option"][value="${id}"]`);

async function expectSaved(page: Page) {
  await expect(said(page)).toContainText('サーバーに保存しました');
}

test('a choice made without a network is kept on the device and saved when the page is opened again', async ({
  context,
  page,
}) => {
  await startCourse(page);
  await openQuiz(page, LESSON);
  await choose(page, QUESTION, [A]);
  await expectSaved(page);

  await context.setOffline(true);
  await choose(page, QUESTION, [B]);
  await expect(said(page)).toContainText('この端末に保存');
  await expectAccessibleAtBothWidths(page);
  await saveAndGoOn(page);
  await expect(said(page)).toContainText('いまつながっていません');
  await expect(page).toHaveURL(/q=1/);
  await page.close();

  await context.setOffline(false);
  const again = await context.newPage();
  await openPage(again, `${quizAt(LESSON)}?q=1`);
  await expect(option(again, B)).toBeChecked();
  await expectSaved(again);
  await openPage(again, `${quizAt(LESSON)}?q=check`);
  const kept = again
    .getByRole('listitem')
    .filter({ has: again.getByRole('heading', { name: '1問目' }) });
  await expect(kept).toContainText(plainWords(QUESTION.options[1]!.text));
});

test('going on waits for the network and then goes on by itself', async ({ context, page }) => {
  await startCourse(page);
  await openQuiz(page, LESSON);
  await context.setOffline(true);
  await choose(page, QUESTION, [B]);
  await saveAndGoOn(page);
  await expect(said(page)).toContainText('いまつながっていません');
  await context.setOffline(false);
  await expect(page).toHaveURL(/q=2/);
  await page.getByRole('link', { name: '前の問い' }).click();
  await expect(option(page, B)).toBeChecked();
});

test('of two devices the newest choice stands, whichever arrives last', async ({ newDevice }) => {
  const deviceA = await newDevice();
  const contextA = deviceA.context();
  await startCourse(deviceA);
  await openQuiz(deviceA, LESSON);
  const quiz = deviceA.url();
  await openPage(deviceA, '/my/code');
  await deviceA.getByRole('button', { name: 'つづきの番号を出す' }).click();
  const code = await deviceA.getByText(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/).textContent();
  await openPage(deviceA, quiz);

  const deviceB = await newDevice();
  await openPage(deviceB, '/continue');
  await deviceB.getByLabel('つづきの番号').fill(sloppily(code!));
  await deviceB.getByRole('button', { name: 'つづきに進む' }).click();
  await openPage(deviceB, quiz);

  await contextA.setOffline(true);
  await choose(deviceA, QUESTION, [A]);
  await expect(said(deviceA)).toContainText('この端末に保存');
  await choose(deviceB, QUESTION, [B]);
  await expectSaved(deviceB);

  await contextA.setOffline(false);
  await expectSaved(deviceA);
  await expect(option(deviceA, B)).toBeChecked();

  await contextA.setOffline(true);
  await choose(deviceB, QUESTION, [B]);
  await choose(deviceA, QUESTION, [A]);
  await expect(said(deviceA)).toContainText('この端末に保存');
  await contextA.setOffline(false);
  await expectSaved(deviceA);
  await deviceB.reload();
  await expect(option(deviceB, A)).toBeChecked();
});

test('pressing twice makes one attempt', async ({ page }) => {
  await startCourse(page);
  await openQuiz(page, LESSON);
  for (const question of QUESTIONS) {
    await expect(page.locator(`input[name="question"][value="${question.id}"]`)).toBeAttached();
    await choose(page, question, keyOf(question));
    await saveAndGoOn(page);
  }
  await page.getByRole('button', { name: '答え合わせ' }).dblclick();
  await expect(page).toHaveURL(/\/review\//);
  await expect(page.getByRole('listitem').filter({ hasText: '回目（' })).toHaveCount(1);
});

/** The words of an answer as `plainWords` has them: without what is said of their readings. */
const withoutReadings = (text: string) =>
  plainWords(
    text
      .replaceAll('<!-- -->', '')
      .replace(/<r[tp]>[^<]*<\/r[tp]>|<\/?ruby[^>]*>/g, '')
      .replace(/<span data-read="[^"]*">([^<]*)<\/span>/g, '$1'),
  );

test('no answer of the server tells the best choices before they are asked for', async ({
  page,
}) => {
  const bodies: string[] = [];
  const reading: Promise<unknown>[] = [];
  page.on('response', (response) => {
    if (response.status() >= 300 && response.status() < 400) return;
    reading.push(
      response.text().then(
        (text) => bodies.push(withoutReadings(text)),
        () => {},
      ),
    );
  });
  const secrets = QUESTIONS.flatMap(({ feedback, options }) => [
    feedback,
    ...options.map((one) => one.feedback),
  ]).flatMap((text) => (text ? [plainWords(text).slice(0, 12)] : []));
  expect(secrets.length).toBeGreaterThan(8);
  const told = () => {
    const all = bodies.join('\n');
    return secrets.filter((secret) => all.includes(secret));
  };

  await startCourse(page);
  await openQuiz(page, LESSON);
  for (const question of QUESTIONS) {
    await expect(page.locator(`input[name="question"][value="${question.id}"]`)).toBeAttached();
    await choose(page, question, keyOf(question));
    await expectSaved(page);
    await saveAndGoOn(page);
  }
  await expect(page.getByRole('button', { name: '答え合わせ' })).toBeVisible();
  await page.waitForLoadState('networkidle');
  await Promise.all(reading);
  expect(bodies.length).toBeGreaterThan(6);
  expect(told()).toEqual([]);
  expect(bodies.filter((body) => /"?(right|correct)"?\s*[:=]\s*(true|false)/.test(body))).toEqual(
    [],
  );

  await page.getByRole('button', { name: '答え合わせ' }).click();
  await expect(page).toHaveURL(/\/review\//);
  await page.waitForLoadState('networkidle');
  await Promise.all(reading);
  expect(told()).toEqual(secrets);
});

test('an answer left empty is asked for in words, and the others are kept', async ({ page }) => {
  await startCourse(page);
  await openQuiz(page, LESSON);
  await saveAndGoOn(page);
  await expect(page.getByRole('alert')).toContainText('一つ選んでから、お進みください。');
  await expect(page.getByRole('alert')).toBeFocused();
  await expectAccessibleAtBothWidths(page);
  await openPage(page, `${quizAt(LESSON)}?q=check`);
  await page.getByRole('button', { name: '答え合わせ' }).click();
  await expect(page.getByRole('alert')).toContainText('まだ答えていない問いがあります：1問目');
  await expectAccessibleAtBothWidths(page);
});

test('answers go on from where they were left', async ({ page }) => {
  await startCourse(page);
  await openQuiz(page, LESSON);
  await choose(page, QUESTION, [B]);
  await saveAndGoOn(page);
  await expect(page).toHaveURL(/q=2/);
  await openPage(page, '/my');
  await openPage(page, quizAt(LESSON));
  await expect(page).toHaveURL(/q=2/);
  await page.getByRole('link', { name: '前の問い' }).click();
  await expect(option(page, B)).toBeChecked();
});
