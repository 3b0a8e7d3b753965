import type { LoaderFunctionArgs } from '@remix-run/node';
import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startSession } from '~/auth/session.server';
import type { Programme } from '~/content/library';
import { attempts, courses, courseVersions, enrolments, lessonProgress } from '~/db/schema.server';
import type { Store } from '~/db/store.server';
import { loader as finish } from '~/routes/finish/course/route';
import { loader as my } from '~/routes/my/home/route';
import { AT, makeCourse, makeEnrolment, makeGuest, makePerson, makeRegion } from './factories';
import { openTestStore } from './test-store';

// What a learner is told about her own way through a course.

const programme = {
  code: 'gatekeeper-first-step',
  title: 'ゲートキーパー はじめの一歩',
  minutes: 30,
  parts: [{ name: '全体', minutes: 30, take: 'all', courses: ['first-step'] }],
  completion: { rightShare: 0.6 },
  live: { required: false },
  attests: { title: '修了証', body: 'あなたは、学びを修められました。' },
} as Programme;
const context = {
  origin: 'http://localhost',
  content: { programmes: [programme], directory: [], version: '1' },
} as unknown as LoaderFunctionArgs['context'];
let store: Store;

beforeEach(() => {
  store = openTestStore();
  context.store = store;
});
afterEach(() => store.close());

async function begin({ guest = false, enrolled = true } = {}) {
  const { course, personId, enrolmentId } = await store.tx(async (db) => {
    await makeRegion(db);
    const made = await makeCourse(db, { id: 'first-step' });
    const { id } = guest ? await makeGuest(db) : await makePerson(db);
    const enrolment = enrolled
      ? await makeEnrolment(db, { personId: id, courseId: made.id })
      : null;
    return { course: made, personId: id, enrolmentId: enrolment?.id ?? '' };
  });
  const { setCookie } = await startSession(context, personId);
  const Cookie = setCookie.split(';')[0]!;

  async function submit(slug: string, correctCount: number, questionCount: number) {
    const lessonId = `${course.id}-${slug}`;
    const versionId = course.version.id;
    const made = { enrolmentId, lessonId, versionId };
    await store.tx(async (db) => {
      const doneAt = correctCount / questionCount >= programme.completion.rightShare ? AT : null;
      await db.insert(lessonProgress).values({ ...made, openedAt: AT, doneAt });
      await db.insert(attempts).values({
        ...made,
        id: lessonId,
        personId,
        courseId: course.id,
        quizHash: 'q',
        number: 1,
        startedAt: AT,
        submittedAt: AT,
        correctCount,
        questionCount,
      });
    });
  }
  const load = async (loader: typeof finish | typeof my, slug = course.slug) => {
    const request = new Request(`http://localhost/courses/${slug}/finish`, { headers: { Cookie } });
    const answer = await loader({
      request,
      params: { slug },
      context,
    } as unknown as LoaderFunctionArgs);
    return answer.data as Record<string, unknown>;
  };
  return { course, submit, load };
}

test('what is missing is named lesson by lesson, with how many answers are needed', async () => {
  const { submit, load } = await begin();
  await submit('kizuku', 2, 5);
  expect(await load(finish)).toMatchObject({
    state: 'not-yet',
    begun: true,
    missing: [
      { slug: 'kizuku', kind: 'again', count: 2, needed: 2, best: 1 },
      { slug: 'koe', kind: 'answer', count: 2 },
    ],
  });
});

test('a lesson without questions asks to be read', async () => {
  const { course, load } = await begin();
  const lessons = course.version.outline.lessons.map((lesson) => ({
    ...lesson,
    quizHash: null,
    questionCount: 0,
  }));
  await store.tx(async (db) => {
    await db.update(courseVersions).set({ outline: { ...course.version.outline, lessons } });
  });
  expect(await load(finish)).toMatchObject({ missing: [{ kind: 'read' }, { kind: 'read' }] });
});

test('three of five is enough at a share of 0.6, and the visit itself completes the course', async () => {
  const { submit, load } = await begin();
  await submit('kizuku', 3, 5);
  await submit('koe', 5, 5);
  const shown = await load(finish);
  expect(shown).toMatchObject({
    state: 'completed',
    day: '令和8年（2026年）9月15日',
    certificate: { host: 'つなぐ運営', number: '第 00000-2026-000001 号', withdrawn: false },
  });
  expect(await load(finish)).toEqual(shown);
  expect(await load(my)).toMatchObject({
    underWay: [],
    completions: [
      {
        title: programme.title,
        certificate: { number: '第 00000-2026-000001 号', state: 'valid' },
      },
    ],
  });
});

test('a learner without an account is thanked and told what an account gives; her record waits', async () => {
  const { submit, load } = await begin({ guest: true });
  await submit('kizuku', 2, 2);
  await submit('koe', 2, 2);
  expect(await load(finish)).toMatchObject({ state: 'needs-account', registered: false });
  expect((await store.read.select().from(enrolments))[0]!.finishedAt).toEqual(AT);
  expect(await load(my)).toMatchObject({
    registered: false,
    completions: [],
    underWay: [{ finished: true, done: 2 }],
  });
});

test('somebody who has not begun is led to the course, an unknown course is not found', async () => {
  const { load } = await begin({ enrolled: false });
  expect(await load(finish)).toMatchObject({ state: 'not-yet', begun: false });
  expect(await load(my)).toMatchObject({ underWay: [], completions: [] });
  await expect(load(finish, 'nothing')).rejects.toMatchObject({ status: 404 });
});

test('a retired course can still be finished, and shows where to go on', async () => {
  const { course, submit, load } = await begin();
  await store.tx(async (db) => {
    await db.update(courses).set({ retiredAt: AT }).where(eq(courses.id, course.id));
  });
  await submit('kizuku', 2, 2);
  expect(await load(my)).toMatchObject({
    underWay: [
      {
        to: '/courses/first-step',
        retired: true,
        done: 1,
        total: 2,
        next: { to: '/courses/first-step/lessons/koe' },
      },
    ],
  });
});
