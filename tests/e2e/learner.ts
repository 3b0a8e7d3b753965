import { expect, type APIResponse, type Page } from '@playwright/test';
import { COURSE, keyOf, LESSONS, questionsOf, type Question } from './course-keys';

export const lessonAt = (lesson: string) => `/courses/${COURSE}/lessons/${lesson}`;
export const quizAt = (lesson: string) => `${lessonAt(lesson)}/quiz`;

/** Opens a page; what scripts add to it has begun then. */
export async function openPage(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await expectEnhanced(page);
}

export async function expectEnhanced(page: Page): Promise<void> {
  await expect(page.locator('[data-enhance]:not([data-enhanced])')).toHaveCount(0);
}

/** Starts the course without an account, from its page. */
export async function startCourse(page: Page): Promise<void> {
  await page.goto(`/courses/${COURSE}`);
  await page.getByRole('button', { name: 'はじめる' }).click();
  await expect(page).toHaveURL(new RegExp(`${lessonAt(LESSONS[0]!)}$`));
}

/** From the foot of a lesson to its first open question. */
export async function openQuiz(page: Page, lesson: string): Promise<void> {
  await page.goto(lessonAt(lesson));
  await page.getByRole('button', { name: /^問い/ }).click();
  await expect(page).toHaveURL(new RegExp(`${quizAt(lesson)}\\?q=`));
  await expectEnhanced(page);
}

/** Fills in an answer to the question that is shown, without sending it. */
export async function choose(page: Page, { kind }: Question, answer: string[]): Promise<void> {
  if (kind === 'order') {
    // Where scripts run the places stand behind buttons, and are put in order once when those come.
    const places = answer.map((text) => page.locator(`li[data-text="${text}"] select`));
    await expect(async () => {
      for (const [i, place] of places.entries()) {
        await place.selectOption(String(i + 1), { force: true, timeout: 2000 });
      }
      for (const [i, place] of places.entries()) {
        expect(await place.inputValue({ timeout: 2000 })).toBe(String(i + 1));
      }
    }).toPass({ timeout: 30_000 });
    return;
  }
  const chosen = page.locator('input[name="option"]:checked');
  if (kind === 'multiple') {
    for (const box of await chosen.all()) await box.uncheck();
  }
  for (const id of answer) await page.locator(`input[name="option"][value="${id}"]`).check();
}

export async function saveAndGoOn(page: Page): Promise<void> {
  await page.getByRole('button', { name: '回答を保存して次へ' }).click();
}

type AnswerLesson = {
  /** What to answer; the best answer when nothing is said. */
  answerOf?: (question: Question) => string[];
  /** Called in every state met. */
  eachState?: () => Promise<void>;
};

/** From the lesson's page through its questions to the review. */
export async function answerLesson(
  page: Page,
  lesson: string,
  { answerOf = keyOf, eachState = async () => {} }: AnswerLesson = {},
): Promise<void> {
  await page.goto(lessonAt(lesson));
  await eachState();
  await page.getByRole('button', { name: /^問い/ }).click();
  for (const question of questionsOf(lesson)) {
    await expect(page.locator(`input[name="question"][value="${question.id}"]`)).toBeAttached();
    await choose(page, question, answerOf(question));
    await eachState();
    await saveAndGoOn(page);
  }
  await expect(page.getByRole('heading', { name: '答えをたしかめる' })).toBeVisible();
  await eachState();
  await page.getByRole('button', { name: '答え合わせ' }).click();
  await expect(page).toHaveURL(/\/review\//);
  await eachState();
}

/** Answers lessons rightly by the forms alone, in the page's own session. */
export async function answerByPosts(page: Page, lessons: string[] = LESSONS): Promise<void> {
  for (const lesson of lessons) {
    const start = await post(page, `/courses/${COURSE}/start`, [
      ['lesson', lesson],
      ['quiz', 'on'],
    ]);
    const attempt = /name="attempt" value="([^"]+)"/.exec(await start.text())?.[1] ?? '';
    expect(attempt, lesson).not.toBe('');
    for (const [i, question] of questionsOf(lesson).entries()) {
      const key = keyOf(question);
      const ids =
        question.kind === 'order'
          ? await idsOfWords(page, `${quizAt(lesson)}?q=${i + 1}`, key)
          : key;
      const answer = await post(page, `${quizAt(lesson)}/answers`, [
        ['attempt', attempt],
        ['question', question.id],
        ...ids.map((id): [string, string] => ['option', id]),
      ]);
      expect(await answer.json()).toMatchObject({ ok: true });
    }
    const submitted = await post(page, `${quizAt(lesson)}?q=check`, [
      ['attempt', attempt],
      ['intent', 'submit'],
    ]);
    expect(submitted.url()).toContain('/review/');
  }
}

async function idsOfWords(page: Page, path: string, words: string[]): Promise<string[]> {
  const html = await (await page.request.get(path)).text();
  const found = html.matchAll(/data-option="([^"]+)" data-text="([^"]+)"/g);
  const ids = new Map([...found].map(([, id, text]) => [text!, id!]));
  return words.map((text) => ids.get(text)!);
}

async function post(page: Page, path: string, fields: [string, string][]): Promise<APIResponse> {
  const { origin } = new URL(page.url());
  const answer = await page.request.post(path, {
    data: new URLSearchParams(fields).toString(),
    headers: { Origin: origin, 'Content-Type': 'application/x-www-form-urlencoded' },
  });
  expect(answer.ok(), `${path} ${answer.status()}`).toBe(true);
  return answer;
}
