import type { AppLoadContext } from '@remix-run/node';
import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { readerWord } from '~/auth/reader-word.server';
import { startSession } from '~/auth/session.server';
import { courses, courseVersions, enrolments, lessonProgress } from '~/db/schema.server';
import { beginCycle } from '~/domain/learning/begin-cycle.server';
import { Deeds, type Deed } from '~/enhance/offline/deeds';
import { postDeed } from '~/enhance/offline/post-deed';
import { syncContent } from '~/flows/sync-content.server';
import { action as sendPlace } from '~/routes/course/place/route';
import { action as sendRead } from '~/routes/course/read/route';
import { AT, makeEnrolment, makeGuest } from './factories';
import { FIRST_LESSON, FIRST_PROGRAMME } from './first-course';
import { newShelf } from './shelf';
import { openTestStore } from './test-store';

// The browser's own part against the server's own part and a real database, with a network that the tests cut.

const outlineOf = (lessonHash: string, quizHash: string | null = null) => ({
  title: '講座',
  summary: '',
  minutes: 10,
  lessons: ['yomu', 'owari'].map((slug, i) => ({
    ...{ id: `l${i + 1}`, slug, title: slug, minutes: 5 },
    ...{ lessonHash, quizHash: i === 0 ? quizHash : null, questionCount: 0 },
  })),
});

const LESSON = '/courses/first/lessons/yomu';
const READ: Deed = { kind: 'read', address: `${LESSON}/read`, hash: 'L1', at: AT.getTime() };
const minutes = (count: number) => count * 60_000;

let context: AppLoadContext;
let personId: string;
let enrolmentId: string;
/** Of the device that is sending just now; null where there is no network. */
let cookie: string | null;

async function publish(lessonHash: string, quizHash: string | null = null) {
  await syncContent(context.store, {
    library: { programmes: [FIRST_PROGRAMME], refusals: [] },
    compiled: {
      courses: [
        {
          ...{ id: 'c1', slug: 'first', programmeCode: 'first' },
          ...{ contentHash: `${lessonHash}${quizHash}`, outline: outlineOf(lessonHash, quizHash) },
        },
      ],
      artifacts: [
        { hash: lessonHash, kind: 'lesson', body: JSON.stringify(FIRST_LESSON) },
        ...(quizHash
          ? [{ hash: quizHash, kind: 'quiz' as const, body: '{"lessonId":"l1","questions":[]}' }]
          : []),
      ],
      refusals: [],
    },
    at: AT,
  });
}

async function network(address: string, { body }: { body: URLSearchParams }) {
  if (cookie === null) throw new TypeError('no network');
  const request = new Request(`http://localhost${address}`, {
    method: 'POST',
    body: body.toString(),
    headers: { Cookie: cookie, 'Content-Type': 'application/x-www-form-urlencoded' },
  });
  const params = { slug: 'first', lesson: /lessons\/(\w+)/.exec(address)![1]! };
  const handle = address.endsWith('/read') ? sendRead : sendPlace;
  return await handle({ request, params, context: { ...context } });
}

const newCookie = async (of: string) =>
  (await startSession(context, of, { way: 'guest' })).setCookie.split(';')[0]!;

function newDevice(reader = readerWord({ personId })) {
  return new Deeds(newShelf(), (deed) => postDeed(deed, reader), reader);
}

const steps = () => context.store.read.select().from(lessonProgress);
const enrolment = async () =>
  (await context.store.read.select().from(enrolments).where(eq(enrolments.id, enrolmentId)))[0]!;

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: AT });
  vi.stubGlobal('fetch', network);
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
    content: { programmes: [FIRST_PROGRAMME], directory: [], version: '1' },
  };
  await publish('L1');
  ({ id: personId } = await makeGuest(store.read));
  ({ id: enrolmentId } = await makeEnrolment(store.read, { personId, courseId: 'c1' }));
  cookie = await newCookie(personId);
});

afterEach(() => {
  context.store.close();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

test('said without a network on two devices, a lesson is done once, and the first to arrive stands', async () => {
  const [one, two] = [newDevice(), newDevice()];
  const online = cookie;
  cookie = null;
  one.put(READ);
  two.put({ ...READ, at: READ.at + minutes(1) });
  expect(await one.send(READ.at)).toBe('waiting');
  expect(await steps()).toEqual([]);

  cookie = online;
  vi.setSystemTime(READ.at + minutes(5));
  expect(await one.send(READ.at)).toBe('sent');
  vi.setSystemTime(READ.at + minutes(9));
  await two.send(READ.at);
  one.put(READ);
  await one.send(READ.at);
  const done = await steps();
  expect(done).toMatchObject([{ lessonId: 'l1', doneAt: new Date(READ.at + minutes(5)) }]);
  expect(one.outcome(READ.address)).toMatchObject({ to: '/courses/first/lessons/owari' });
  expect(two.outcome(READ.address)).toMatchObject({ to: '/courses/first/lessons/owari' });
});

test('the last lesson leads to the end of the course', async () => {
  const device = newDevice();
  device.put(READ);
  const last = { ...READ, address: '/courses/first/lessons/owari/read' };
  device.put(last);
  await device.send(READ.at);
  expect(device.outcome(last.address)).toMatchObject({ to: '/courses/first/finish' });
  expect((await enrolment()).finishedAt).toEqual(AT);
});

test('without a session it waits, and nobody is made for it', async () => {
  const device = newDevice();
  device.put(READ);
  cookie = '';
  expect(await device.send(READ.at)).toBe('signed-out');
  expect(device.reads(READ.at)).toEqual([READ]);
  expect(await context.store.read.select().from(enrolments)).toHaveLength(1);
});

test('what one person said is not taken as of another, though both learn on this device', async () => {
  const { id: other } = await makeGuest(context.store.read);
  await makeEnrolment(context.store.read, { personId: other, courseId: 'c1' });
  const device = newDevice();
  device.put(READ);
  device.put({ ...READ, kind: 'opened', address: `${LESSON}/place` });
  cookie = await newCookie(other);
  await device.send(READ.at);
  expect(device.all(READ.at)).toHaveLength(2);
  expect(await steps()).toEqual([]);
});

test('a lesson that asks questions by now is not done by having been read', async () => {
  const device = newDevice();
  device.put(READ);
  await publish('L1', 'Q1');
  await device.send(READ.at);
  expect(await steps()).toEqual([]);
  expect(device.outcomes()).toMatchObject([{ why: 'questions' }]);
});

test('what was read stands as of the version that was read', async () => {
  const [before] = await context.store.read.select().from(courseVersions);
  const device = newDevice();
  device.put(READ);
  await publish('L2');
  await device.send(READ.at);
  expect(await steps()).toMatchObject([{ versionId: before!.id, doneAt: AT }]);
});

test('what was read before she began anew does not count for now', async () => {
  const device = newDevice();
  device.put(READ);
  const at = new Date(READ.at + minutes(60));
  vi.setSystemTime(at.getTime());
  await context.store.tx((db) => beginCycle(db, { enrolmentId, cycle: 2, at }));
  vi.setSystemTime(at.getTime() + minutes(1));
  await device.send(READ.at);
  expect(await steps()).toEqual([]);
  device.put({ ...READ, at: at.getTime() + minutes(1) });
  await device.send(READ.at);
  expect(await steps()).toHaveLength(1);
});

test('where she was without a network is where she goes on, unless she was elsewhere since', async () => {
  const { store } = context;
  await store.read.update(enrolments).set({ lastSeenAt: AT, lastLessonId: 'l1' });
  const opened = (slug: string, after: number): Deed => ({
    ...{ kind: 'opened', hash: 'L1', at: AT.getTime() + minutes(after) },
    address: `/courses/first/lessons/${slug}/place`,
  });
  const device = newDevice();
  vi.setSystemTime(AT.getTime() + minutes(30));
  device.put(opened('owari', 10));
  await device.send(AT.getTime());
  expect((await enrolment()).lastLessonId).toBe('l2');
  device.put(opened('yomu', 5));
  await device.send(AT.getTime());
  expect((await enrolment()).lastLessonId).toBe('l2');
  expect((await steps()).map(({ lessonId }) => lessonId).sort()).toEqual(['l1', 'l2']);
});

test('a place in a lesson that was opened without a network is kept, also in the text of before', async () => {
  const device = newDevice();
  const of = { address: `${LESSON}/place`, hash: 'L1', at: AT.getTime() };
  device.put({ ...of, kind: 'opened' });
  device.put({ ...of, kind: 'place', block: '7' });
  await publish('L2');
  await device.send(AT.getTime());
  expect(await steps()).toMatchObject([{ placeBlock: 7, placeHash: 'L1' }]);
  device.put({ ...of, kind: 'place', block: '9', hash: 'never-published' });
  await device.send(AT.getTime());
  expect(await steps()).toMatchObject([{ placeBlock: 7 }]);
  expect(device.all(AT.getTime())).toEqual([]);
});

test('a course that is gone tells so', async () => {
  const device = newDevice();
  device.put(READ);
  await context.store.read.delete(enrolments);
  await context.store.read.update(courses).set({ retiredAt: AT });
  await device.send(READ.at);
  expect(device.outcomes()).toMatchObject([{ why: 'unknown' }]);
});
