import type { AppLoadContext } from '@remix-run/node';
import { beforeEach, expect, test } from 'vitest';
import type { Quiz } from '~/content/quiz.server';
import { answers, attempts, enrolments, people } from '~/db/schema.server';
import { syncContent } from '~/flows/sync-content.server';
import { AT } from './factories';
import { FIRST_LESSON, FIRST_PROGRAMME } from './first-course';
import { openTestStore } from './test-store';
import { action as sendAnswer } from '~/routes/course/answers/route';
import { action as readIt, loader as showLesson } from '~/routes/course/lesson/route';
import { loader as showReview } from '~/routes/course/review/route';
import { action as start } from '~/routes/course/start/route';
import { action as answer, loader as showQuiz } from '~/routes/course/quiz/route';

const SECRET_WORDS = '答えの前には見えないことば';

const option = (id: string, right: boolean) => ({
  id,
  text: [`選択肢${id}`],
  right,
  feedback: [SECRET_WORDS],
});
const quiz: Quiz = {
  lessonId: 'l1',
  questions: [
    {
      id: 'q1',
      kind: 'single',
      scene: null,
      text: ['問い1'],
      options: [option('a', true), option('b', false)],
      feedback: null,
    },
    {
      id: 'q2',
      kind: 'order',
      scene: null,
      text: ['問い2'],
      options: ['x', 'y', 'z'].map((id) => option(id, false)),
      feedback: [SECRET_WORDS],
    },
  ],
};
const programme = { ...FIRST_PROGRAMME, completion: { rightShare: 0.6 } };
const lessons = [
  {
    id: 'l1',
    slug: 'kizuku',
    title: '気づく',
    minutes: 5,
    lessonHash: 'L1',
    quizHash: 'Q1',
    questionCount: 2,
  },
  {
    id: 'l2',
    slug: 'owari',
    title: '終わり',
    minutes: 5,
    lessonHash: 'L1',
    quizHash: null,
    questionCount: 0,
  },
];

let context: AppLoadContext;
let cookie: string;

beforeEach(async () => {
  cookie = '';
  const store = openTestStore();
  context = {
    store,
    origin: 'http://localhost',
    secret: 'secret',
    olderSecrets: [],
    mail: 'none',
    clientAddress: '127.0.0.1',
    nonce: '',
    demo: false,
    providers: [],
    schemaVersion: 1,
    content: { programmes: [programme], directory: [], version: '1' },
  };
  await syncContent(store, {
    library: { programmes: [programme], refusals: [] },
    compiled: {
      courses: [
        {
          id: 'c1',
          slug: 'first',
          programmeCode: 'first',
          contentHash: 'h1',
          outline: { title: '講座', summary: '', minutes: 10, lessons },
        },
      ],
      artifacts: [
        { hash: 'L1', kind: 'lesson', body: JSON.stringify(FIRST_LESSON) },
        { hash: 'Q1', kind: 'quiz', body: JSON.stringify(quiz) },
      ],
      refusals: [],
    },
    at: AT,
  });
});

type Handler<T> = (args: {
  request: Request;
  params: Record<string, string>;
  context: AppLoadContext;
}) => Promise<T>;
type Fields = Record<string, string | string[]>;

/** What a browser would do, keeping its cookie; a redirect that is thrown is an answer like any other. */
async function ask<T>(
  handler: Handler<T>,
  path: string,
  fields?: Fields,
  attempt = '',
): Promise<T | Response> {
  const body = fields ? new URLSearchParams() : undefined;
  for (const [name, value] of Object.entries(fields ?? {})) {
    for (const one of [value].flat()) body?.append(name, one);
  }
  const request = new Request(`http://localhost${path}`, {
    method: body ? 'POST' : 'GET',
    headers: { Cookie: cookie },
    body,
  });
  const slug = /lessons\/([^/?]+)/.exec(path)?.[1] ?? '';
  const params = { slug: 'first', lesson: slug, attempt };
  const said = await handler({ request, params, context }).catch((error: unknown) => {
    if (error instanceof Response) return error;
    throw error;
  });
  const set = said instanceof Response ? said.headers.get('Set-Cookie') : null;
  if (set) cookie = set.split(';')[0]!;
  return said;
}
const to = (said: unknown) => (said instanceof Response ? said.headers.get('Location') : null);

const LESSON = '/courses/first/lessons/kizuku';
const QUIZ = `${LESSON}/quiz`;
const begin = () => ask(start, '/courses/first/start', { lesson: 'kizuku', quiz: 'on' });
async function openAttempt() {
  await begin();
  const [attempt] = await context.store.read.select().from(attempts);
  return attempt!.id;
}

test('somebody not known begins without an account and stands before the first question', async () => {
  expect(to(await begin())).toBe(QUIZ);
  expect(cookie).toMatch(/^session=/);
  expect(to(await ask(showQuiz, QUIZ))).toBe(`${QUIZ}?q=1`);
  expect(await ask(showQuiz, `${QUIZ}?q=1`)).toMatchObject({ state: 'open', number: 1 });
});

test('beginning again makes no second person, enrolment or attempt', async () => {
  await begin();
  await begin();
  for (const table of [people, enrolments, attempts]) {
    expect(await context.store.read.select().from(table)).toHaveLength(1);
  }
});

test('who has not begun is led to the lesson', async () => {
  expect(to(await ask(showQuiz, QUIZ))).toBe(`${LESSON}#lesson-end`);
});

test('neither key nor feedback is in what the page gets before submitting', async () => {
  const attempt = await openAttempt();
  const { store } = context;
  const pages = [
    await ask(showLesson, LESSON),
    await ask(showQuiz, `${QUIZ}?q=1`),
    await ask(showQuiz, `${QUIZ}?q=2`),
    await ask(showQuiz, `${QUIZ}?q=check`),
    await ask(answer, `${QUIZ}?q=check`, { intent: 'submit', attempt }),
    await ask(answer, `${QUIZ}?q=1`, { attempt, question: 'q1' }),
    await ask(answer, `${QUIZ}?q=1`, { attempt, question: 'q1', option: 'a' }),
    await ask(showQuiz, `${QUIZ}?q=check`),
  ];
  for (const page of pages) {
    const text = JSON.stringify(page);
    expect(text).not.toContain(SECRET_WORDS);
    expect(text).not.toMatch(/"(right|feedback|correct)"/);
  }
  expect(await store.read.select().from(answers)).toHaveLength(1);
  expect(to(await ask(showReview, `${QUIZ}/review`, undefined, attempt))).toBe(QUIZ);
});

test('the items of an order are not shown in the right order', async () => {
  await openAttempt();
  const page = (await ask(showQuiz, `${QUIZ}?q=2`)) as {
    questions: { options: { id: string }[] }[];
  };
  expect(page.questions[1]?.options.map(({ id }) => id)).not.toEqual(['x', 'y', 'z']);
});

test('without a script: answer, go on, see what is missing, submit, look back', async () => {
  const attempt = await openAttempt();
  const first = { attempt, question: 'q1', option: 'a', next: '2' };
  expect(to(await ask(answer, `${QUIZ}?q=1`, first))).toBe(`${QUIZ}?q=2`);
  expect(await ask(answer, `${QUIZ}?q=check`, { intent: 'submit', attempt })).toMatchObject({
    data: { reason: 'unanswered' },
    init: { status: 400 },
  });
  const twice = { attempt, question: 'q2', 'place-x': '1', 'place-y': '1', 'place-z': '2' };
  expect(await ask(answer, `${QUIZ}?q=2`, twice)).toMatchObject({
    data: { reason: 'invalid', places: { x: '1', y: '1', z: '2' } },
    init: { status: 400 },
  });
  const order = {
    attempt,
    question: 'q2',
    'place-x': '1',
    'place-y': '2',
    'place-z': '3',
    next: 'check',
  };
  expect(to(await ask(answer, `${QUIZ}?q=2`, order))).toBe(`${QUIZ}?q=check`);
  const review = `${QUIZ}/review/${attempt}`;
  expect(to(await ask(answer, `${QUIZ}?q=check`, { intent: 'submit', attempt }))).toBe(review);
  expect(to(await ask(answer, `${QUIZ}?q=check`, { intent: 'submit', attempt }))).toBe(review);
  expect(await ask(showReview, review, undefined, attempt)).toMatchObject({
    right: 2,
    total: 2,
    enough: true,
    lessonDone: true,
    finished: false,
  });
  expect(await ask(showQuiz, QUIZ)).toMatchObject({
    state: 'closed',
    past: [{ right: 2, best: true }],
  });
});

test('an answer changed from the list of answers leads back to the list', async () => {
  const attempt = await openAttempt();
  const fields = { attempt, question: 'q1', option: 'b', next: '2' };
  expect(to(await ask(answer, `${QUIZ}?q=1&back=on`, fields))).toBe(`${QUIZ}?q=check`);
});

test('one right of two is another try away, and a better try makes the lesson done', async () => {
  const order = { question: 'q2', 'place-x': '1', 'place-y': '2', 'place-z': '3' };
  for (const { option: chosen, lessonDone } of [
    { option: 'b', lessonDone: false },
    { option: 'a', lessonDone: true },
    { option: 'b', lessonDone: true },
  ]) {
    await begin();
    const all = await context.store.read.select().from(attempts);
    const attempt = all.find(({ submittedAt }) => !submittedAt)!.id;
    await ask(answer, QUIZ, { attempt, question: 'q1', option: chosen });
    await ask(answer, QUIZ, { attempt, ...order });
    await ask(answer, QUIZ, { attempt, intent: 'submit' });
    const review = await ask(showReview, QUIZ, undefined, attempt);
    expect(review).toMatchObject({ enough: chosen === 'a', lessonDone });
  }
});

test('by script, an answer is acknowledged with its time, and refusals say what they are', async () => {
  const attempt = await openAttempt();
  const fields = { attempt, question: 'q1', option: 'a', answeredAt: '5', sentAt: '9' };
  async function send(over: Fields = {}) {
    const said = (await ask(sendAnswer, `${QUIZ}/answers`, { ...fields, ...over })) as Response;
    return { status: said.status, said: (await said.json()) as Record<string, unknown> };
  }
  expect(await send()).toMatchObject({ status: 200, said: { ok: true, held: ['a'] } });
  expect((await send()).said.savedAt).toMatch(/^\d{1,2}:\d{2}$/);
  expect(await send({ option: 'x' })).toMatchObject({ status: 400, said: { reason: 'invalid' } });
  expect(await send({ option: ['a', 'b'] })).toMatchObject({ status: 400 });
  expect(await send({ question: 'q9' })).toMatchObject({ status: 400 });
  expect(await send({ attempt: 'other' })).toMatchObject({ status: 404 });

  await send({ question: 'q2', option: ['x', 'y', 'z'] });
  await ask(answer, QUIZ, { attempt, intent: 'submit' });
  expect(await send(), 'sent again it is acknowledged again').toMatchObject({ status: 200 });
  expect(await send({ option: 'b' })).toMatchObject({
    status: 409,
    said: { reason: 'submitted', review: `${QUIZ}/review/${attempt}` },
  });
  cookie = '';
  expect(await send()).toMatchObject({ status: 401, said: { reason: 'signed-out' } });
});

test("another learner's attempt is not to be read, answered or submitted", async () => {
  const attempt = await openAttempt();
  cookie = '';
  await begin();
  expect(await ask(showReview, QUIZ, undefined, attempt)).toMatchObject({ status: 404 });
  const refused = { data: { reason: 'unknown-attempt' }, init: { status: 400 } };
  expect(await ask(answer, QUIZ, { attempt, intent: 'submit' })).toMatchObject(refused);
  expect(await ask(answer, QUIZ, { attempt, question: 'q1', option: 'a' })).toMatchObject(refused);
  expect(await context.store.read.select().from(answers)).toHaveLength(0);
});

test('a lesson reads without a session and then writes nothing', async () => {
  expect(await ask(showLesson, LESSON)).toMatchObject({ begun: false, keptAt: null });
  expect(await context.store.read.select().from(people)).toHaveLength(0);
});

test('reading the last lesson finishes the course', async () => {
  const attempt = await openAttempt();
  await ask(answer, QUIZ, { attempt, question: 'q1', option: 'a' });
  await ask(answer, QUIZ, {
    attempt,
    question: 'q2',
    'place-x': '1',
    'place-y': '2',
    'place-z': '3',
  });
  await ask(answer, QUIZ, { attempt, intent: 'submit' });
  expect(to(await ask(readIt, '/courses/first/lessons/owari', {}))).toBe('/courses/first/finish');
  const [enrolment] = await context.store.read.select().from(enrolments);
  expect(enrolment?.finishedAt).toBeInstanceOf(Date);
});

test('one goes on where one left', async () => {
  await begin();
  await ask(showLesson, '/courses/first/lessons/owari');
  expect(to(await ask(start, '/courses/first/start', {}))).toBe('/courses/first/lessons/owari');
});
