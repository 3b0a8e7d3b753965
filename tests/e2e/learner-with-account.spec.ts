import { expect, test } from '@playwright/test';
import { chooseMunicipality, fillInPerson, newEmail, PASSWORD, sloppily } from './account';
import { COURSE, keyOf, LESSONS, otherAnswerOf } from './course-keys';
import { answerByPosts, answerLesson, quizAt, startCourse } from './learner';
import { expectAccessible, expectAccessibleAtBothWidths, expectCare } from './page-checks';

/** Letters that are lost where names are handled carelessly: 髙 﨑 𠮷, and 葛 in the form its bearer writes. */
const NAME = '髙﨑葛\u{E0100} 𠮷美';
const KANA = 'たかさき かつよしみ';

test('a learner signs up, answers every lesson, receives the certificate and has it verified', async ({
  page,
}) => {
  test.setTimeout(180_000);
  await page.goto('/');
  await page.getByRole('link', { name: 'ログイン' }).first().click();
  await page.getByRole('link', { name: 'はじめて登録する' }).click();

  // Sent too early: each thing that is missing is named, and what was typed is kept.
  await page.getByLabel('お名前').fill(NAME);
  await page.getByLabel('メールアドレス').fill('よみにくい');
  await page.getByRole('button', { name: 'この内容で登録する' }).click();
  const summary = page.getByRole('alert');
  await expect(summary).toBeFocused();
  await expect(summary).toContainText('フリガナを入れてください。');
  await expect(summary).toContainText('メールアドレスの形になっていません');
  await expect(page.getByLabel('お名前')).toHaveValue(NAME);
  await expect(page.getByLabel('フリガナ')).toHaveAttribute('aria-invalid', 'true');
  await expectAccessibleAtBothWidths(page);
  await summary.getByRole('link', { name: 'フリガナを入れてください。' }).click();
  await expect(page.getByLabel('フリガナ')).toBeFocused();

  const email = newEmail();
  await fillInPerson(page, { name: NAME, kana: KANA, email, password: PASSWORD });
  await chooseMunicipality(page, '堺市堺', '大阪府 堺市 堺区');
  await page.getByRole('button', { name: 'この内容で登録する' }).click();
  await expect(page.getByRole('heading', { name: '登録できました' })).toBeVisible();
  await expect(page.getByText(`${NAME} さん、ありがとうございます。`)).toBeVisible();
  await expectAccessibleAtBothWidths(page);
  await page.getByRole('button', { name: 'つづける' }).click();

  await expect(page.getByText('まだ、始めた講座はありません')).toBeVisible();
  await expectAccessibleAtBothWidths(page);
  await startCourse(page);
  const [first, ...others] = LESSONS;
  await answerLesson(page, first!, {
    eachState: async () => {
      await expectCare(page);
      await expectAccessible(page);
    },
  });
  await expect(page.getByText('この課は済みました。')).toBeVisible();
  for (const lesson of others) await answerLesson(page, lesson);

  await page.getByRole('link', { name: '修了のページへ' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'おつかれさまでした' })).toBeVisible();
  await expectAccessibleAtBothWidths(page);

  const toPdf = page.getByRole('link', { name: '修了証を開く（PDF）' });
  const pdf = await page.request.get((await toPdf.getAttribute('href'))!);
  expect(pdf.headers()['content-type']).toBe('application/pdf');
  expect((await pdf.body()).subarray(0, 5).toString()).toBe('%PDF-');
  const disposition = decodeURIComponent(pdf.headers()['content-disposition']!);
  expect(disposition).toMatch(/filename="certificate-[\d-]+\.pdf"/);
  expect(disposition).toMatch(/filename\*=UTF-8''.+ゲートキーパーはじめの一歩_第[\d-]+号\.pdf$/);

  await page.getByRole('link', { name: '修了証の内容と確認番号' }).click();
  await expect(page.getByText(NAME, { exact: true })).toBeVisible();
  await expectAccessibleAtBothWidths(page);
  const link = page.getByRole('link', { name: /\/verify\// });
  const code = (await link.textContent())!.split('/verify/')[1]!;

  await test.step('anybody verifies it by its address', async () => {
    await link.click();
    await expect(page.getByText('この修了証は有効です')).toBeVisible();
    await expect(page.getByText(NAME, { exact: true })).toBeVisible();
    await expect(
      page.getByText('タカサキ　カツヨシミ').or(page.getByText('タカサキ カツヨシミ')),
    ).toBeVisible();
    await expectAccessibleAtBothWidths(page);
  });

  await test.step('and by its code, however it is typed', async () => {
    await page.getByRole('link', { name: '別の番号を確かめる' }).click();
    await page.getByRole('button', { name: '確かめる' }).click();
    await expect(page.getByRole('alert')).toContainText('確認番号を入れてください。');
    await expectAccessible(page);
    await page.getByLabel('確認番号').fill(code.slice(0, 9));
    await page.getByRole('button', { name: '確かめる' }).click();
    await expect(page.getByRole('alert')).toContainText('いま入っているのは8文字です');
    await expect(page.getByLabel('確認番号')).toHaveValue(code.slice(0, 9));
    await page.getByLabel('確認番号').fill(`　${sloppily(code)} `);
    await page.getByRole('button', { name: '確かめる' }).click();
    await expect(page.getByText('この修了証は有効です')).toBeVisible();
    await expect(page).toHaveURL(`/verify/${code}`);
    await page.goto('/verify/ZZZZ-ZZZZ-ZZZZ');
    await expect(page.getByRole('heading', { name: /見つかりません/ })).toBeVisible();
    await expectAccessible(page);
  });

  await test.step('her own record shows it', async () => {
    await page.goto('/my');
    await expect(page.getByText(`${NAME} さんの記録です。`)).toBeVisible();
    const done = page.getByRole('region', { name: '修了したこと' });
    await expect(done.getByRole('heading', { name: 'ゲートキーパー はじめの一歩' })).toBeVisible();
    await expect(done.getByText(code)).toBeVisible();
    await expectAccessibleAtBothWidths(page);
  });
});

test('a second try keeps the better one, and the lesson stays done', async ({ page }) => {
  const [lesson] = LESSONS;
  await startCourse(page);
  await answerLesson(page, lesson!, { answerOf: otherAnswerOf });
  await expect(page.getByText('4問のうち0問が、届きやすい答えでした')).toBeVisible();
  await expect(page.getByText('もう一歩です。')).toBeVisible();
  await expectAccessibleAtBothWidths(page);
  await page.goto(`/courses/${COURSE}`);
  await expect(page.getByText('7課のうち0課が済みました')).toBeVisible();

  await answerLesson(page, lesson!, { answerOf: keyOf });
  await expect(page.getByText('4問のうち4問が、届きやすい答えでした')).toBeVisible();
  await expect(page.getByRole('link', { name: /^次の課/ })).toBeVisible();

  await page.getByRole('button', { name: 'もう一度やってみる' }).click();
  await expect(page).toHaveURL(new RegExp(`${quizAt(lesson!)}\\?q=1`));
  await answerLesson(page, lesson!, { answerOf: otherAnswerOf });
  const tries = page.getByRole('listitem').filter({ hasText: '回目（' });
  await expect(tries).toHaveCount(3);
  await expect(tries.filter({ hasText: 'いちばん良かった回' })).toContainText('2回目');
  await expectAccessibleAtBothWidths(page);
  await page.goto(`/courses/${COURSE}`);
  await expect(page.getByText('7課のうち1課が済みました')).toBeVisible();
});

test('a course that lacks lessons says which, and finishes nothing', async ({ page }) => {
  await page.goto('/');
  await startCourse(page);
  await answerByPosts(page, LESSONS.slice(0, 5));
  await page.goto(`/courses/${COURSE}/finish`);
  await expect(
    page.getByRole('heading', { level: 1, name: '修了まで、あと2課です' }),
  ).toBeVisible();
  await expectAccessibleAtBothWidths(page);
});
