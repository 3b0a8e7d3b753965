import { expect } from '@playwright/test';
import { fillInPerson, chooseMunicipality, signIn, sloppily } from './account';
import { COURSE, LESSONS } from './course-keys';
import { test } from './devices';
import { answerByPosts, answerLesson, lessonAt, startCourse } from './learner';
import { expectAccessibleAtBothWidths } from './page-checks';

test('learning begun without an account goes on elsewhere, becomes an account, and counts once', async ({
  newDevice,
}) => {
  test.setTimeout(120_000);
  const [first, second, ...others] = LESSONS;
  const deviceA = await newDevice();
  await startCourse(deviceA);
  await answerLesson(deviceA, first!);
  await deviceA.goto(lessonAt(second!));

  const code = await test.step('device A: the number to go on with', async () => {
    await deviceA.goto('/my');
    await expect(deviceA.getByText('登録せずに受講しています')).toBeVisible();
    await expectAccessibleAtBothWidths(deviceA);
    await deviceA.getByRole('link', { name: 'つづきの番号を控える' }).click();
    await expectAccessibleAtBothWidths(deviceA);
    await deviceA.getByRole('button', { name: 'つづきの番号を出す' }).click();
    await expect(deviceA.getByText('あなたのつづきの番号')).toBeVisible();
    await expectAccessibleAtBothWidths(deviceA);
    return (await deviceA.getByText(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/).textContent())!;
  });

  const deviceB = await newDevice();
  await test.step('device B: goes on at the same place', async () => {
    await deviceB.goto(`/courses/${COURSE}`);
    await deviceB.getByRole('link', { name: 'つづきの番号を持っている' }).click();
    const box = deviceB.getByLabel('つづきの番号');
    const goOn = deviceB.getByRole('button', { name: 'つづきに進む' });
    await goOn.click();
    await expect(deviceB.getByRole('alert')).toContainText('つづきの番号を入れてください。');
    await box.fill('0000-0000');
    await goOn.click();
    await expect(deviceB.getByRole('alert')).toContainText('学んだ記録は残っています');
    await expect(box).toHaveValue('0000-0000');
    await expectAccessibleAtBothWidths(deviceB);

    await box.fill(sloppily(code));
    await goOn.click();
    await expect(deviceB).toHaveURL(`/courses/${COURSE}`);
    await expect(deviceB.getByText('7課のうち1課が済みました')).toBeVisible();
    await deviceB.getByRole('link', { name: /^続きから/ }).click();
    await expect(deviceB).toHaveURL(lessonAt(second!));
  });

  await test.step('device B: finishes, and hears that an account can wait', async () => {
    await answerByPosts(deviceB, [second!, ...others]);
    await deviceB.goto(`/courses/${COURSE}/finish`);
    await expect(deviceB.getByText('登録は、あとからでもかまいません。')).toBeVisible();
    await expectAccessibleAtBothWidths(deviceB);
    await deviceB.goto('/my');
    await expect(deviceB.getByText('最後まで終えています。')).toBeVisible();
    await expectAccessibleAtBothWidths(deviceB);
  });

  const paper = await test.step('device B: signs up without an e-mail address', async () => {
    await deviceB.goto(`/courses/${COURSE}/finish`);
    await deviceB.getByRole('link', { name: '登録して修了証を受け取る' }).click();
    await expect(
      deviceB.getByText('これまで学んだ分は、そのままあなたの記録になります。'),
    ).toBeVisible();
    await fillInPerson(deviceB, { name: '鈴木 はな', kana: 'ｽｽﾞｷ ﾊﾅ' });
    await chooseMunicipality(deviceB, 'とっとりし', '鳥取県 鳥取市');
    await deviceB.getByRole('button', { name: 'この内容で登録する' }).click();
    await expect(deviceB.getByRole('heading', { name: '登録できました' })).toBeVisible();
    await expectAccessibleAtBothWidths(deviceB);
    const read = (term: string) =>
      deviceB.locator('dt', { hasText: term }).locator('+ dd').textContent();
    const given = {
      number: (await read('受講番号'))!,
      passphrase: (await read('合いことば'))!.trim(),
    };
    expect(given.number).toMatch(/^\d{4}-\d{4}-\d{4}$/);
    expect(given.passphrase.split(' ')).toHaveLength(5);

    await deviceB.getByRole('button', { name: '控えを取りました' }).click();
    await expect(deviceB.getByText('あなたの一歩が、まちの安心になります')).toBeVisible();
    await expect(
      deviceB.getByText('で発行しました').or(deviceB.getByText('の名前で発行')),
    ).toBeVisible();
    await deviceB.goto('/join/done');
    await expect(deviceB.getByText(given.passphrase)).toHaveCount(0);
    return given;
  });

  await test.step('device C: number and words open the same record', async () => {
    const deviceC = await newDevice();
    await deviceC.goto('/my');
    await deviceC.goto('/sign-in');
    await signIn(deviceC, sloppily(paper.number), paper.passphrase.replaceAll(' ', ''));
    await expect(deviceC).toHaveURL('/my');
    await expect(deviceC.getByText('鈴木 はな さんの記録です。')).toBeVisible();
    const done = deviceC.getByRole('region', { name: '修了したこと' });
    await expect(done.getByRole('article')).toHaveCount(1);
    await deviceC.goto(`/courses/${COURSE}/finish`);
    await deviceC.goto('/my');
    await expect(done.getByRole('article')).toHaveCount(1);
    await expect(done.getByRole('link', { name: /^修了証を開く/ })).toHaveCount(1);
  });

  await test.step('device D: the old number says what became of it', async () => {
    const deviceD = await newDevice();
    await deviceD.goto('/continue');
    await deviceD.getByLabel('つづきの番号').fill(code);
    await deviceD.getByRole('button', { name: 'つづきに進む' }).click();
    await expect(deviceD.getByRole('alert')).toContainText('この番号は、もう使われていません。');
  });
});

test('leaving a shared device first offers the way back', async ({ page }) => {
  await startCourse(page);
  await page.goto('/my');
  await page.getByRole('button', { name: 'この端末での受講を終える' }).click();
  await expect(page).toHaveURL('/my/code');
  await page.getByRole('button', { name: 'この端末での受講を終える' }).click();
  await expect(page).toHaveURL('/');
  await page.goto('/my');
  await expect(page).toHaveURL(/\/continue\?to=%2Fmy/);
});
