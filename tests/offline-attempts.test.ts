import type { AppLoadContext } from '@remix-run/node';
import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { startSession } from '~/auth/session.server';
import type { Quiz } from '~/content/quiz.server';
import { answers, attempts, enrolments, optionTallies } from '~/db/schema.server';
import { findAttempt } from '~/domain/assessment/find-attempt.server';
import { startAttempt } from '~/domain/assessment/start-attempt.server';
import { HandIns } from '~/enhance/quiz/hand-ins';
import { Outbox } from '~/enhance/quiz/outbox';
import { postAnswer, postHandIn } from '~/enhance/quiz/post-answer';
import { chooseAttempt, SheetRecords } from '~/enhance/quiz/sheet-record';
import { syncContent } from '~/flows/sync-content.server';
import { action as sendAnswer } from '~/routes/course/answers/route';
import { AT, makeEnrolment, makeGuest } from './factories';
import { FIRST_PROGRAMME } from './first-course';
import { newShelf } from './shelf';
import { openTestStore } from './test-store';

// The browser's own part, on two devices of each of 500 learners, against the server's own part and a real
// database. Between them is a network that loses, delays and repeats, always in the same way: what is random
// comes from a seed, and time passes only where this file says so.

const LEARNERS = 500;
const SEED = 20_261_121;
const QUESTIONS = ['q1', 'q2'];
const OPTIONS = ['a', 'b', 'c', 'd'];
const ADDRESS = '/courses/first/lessons/kizuku/quiz/answers';

/** A choice is told apart from another by its age, so the network must be quicker than two choices. */
const BETWEEN_CHOICES_MS = 10_000;
const SLOWEST_MS = 3000;
const RETRY_MS = 15_000;

let seed = SEED;
/** Mulberry32. */
function random(): number {
  seed = (seed + 0x6d2b79f5) | 0;
  let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
}
const chance = (share: number) => random() < share;
const upTo = (count: number) => Math.floor(random() * count);
const oneOf = <T>(list: readonly T[]): T => list[upTo(list.length)]!;
const newUuid = () =>
  'xxxxxxxx-xxxx-4xxx-8xxx-xxxxxxxxxxxx'.replace(/x/g, () => upTo(16).toString(16));

/** Things that happen, in the order of their time. */
class Timeline {
  private readonly events: { at: number; number: number; run: () => unknown }[] = [];
  private count = 0;

  constructor(public now: number) {}

  at(at: number, run: () => unknown): void {
    const event = { at: Math.max(at, this.now), number: this.count++, run };
    let low = 0;
    let high = this.events.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const other = this.events[middle]!;
      const isBefore =
        other.at < event.at || (other.at === event.at && other.number < event.number);
      if (isBefore) low = middle + 1;
      else high = middle;
    }
    this.events.splice(low, 0, event);
  }

  async run(): Promise<void> {
    for (let event = this.events.shift(); event; event = this.events.shift()) {
      this.now = event.at;
      vi.setSystemTime(event.at);
      await event.run();
      // What waited for this goes on before the next thing happens.
      await new Promise((resolve) => setImmediate(resolve));
    }
  }
}

const option = (id: string, right: boolean) => ({ id, text: [id], right, feedback: [id] });
const quiz: Quiz = {
  lessonId: 'l1',
  questions: QUESTIONS.map((id) => ({
    id,
    kind: 'single' as const,
    scene: null,
    text: [id],
    options: OPTIONS.map((one) => option(one, one === 'a')),
    feedback: null,
  })),
};

type Handled = { attempt: string; question: string; option: string; chosenAt: number; at: number };

let context: AppLoadContext;
let time: Timeline;
/** Every answer that the server said it holds, as the device sent it. */
let handled: Handled[];
/** Set once nothing is lost any more. */
let isCalm: boolean;
let requests: number;

/** The network of whichever device is on just now: `fetch` is called at once when a device sends. */
let sending: Device;

async function serve(device: Device, address: string, body: string): Promise<Said> {
  const request = new Request(`http://localhost${address}`, {
    method: 'POST',
    body,
    headers: { Cookie: device.cookie, 'Content-Type': 'application/x-www-form-urlencoded' },
  });
  const params = { slug: 'first', lesson: 'kizuku' };
  const response = await sendAnswer({ request, params, context: { ...context } });
  const said = (await response.json()) as { ok: boolean };
  requests += 1;
  const form = new URLSearchParams(body);
  if (said.ok && form.has('question')) {
    handled.push({
      attempt: form.get('attempt')!,
      question: form.get('question')!,
      option: form.get('option')!,
      chosenAt: Number(form.get('answeredAt')),
      at: time.now,
    });
  }
  return { status: response.status, json: async () => said };
}
type Said = { status: number; json: () => Promise<unknown> };

function network(address: string, { body }: { body: URLSearchParams }): Promise<Said> {
  const device = sending;
  const text = body.toString();
  const way = () => (isCalm ? 10 : chance(0.2) ? 1000 + upTo(SLOWEST_MS - 1000) : 20 + upTo(500));
  return new Promise((resolve, reject) => {
    const lost = () => reject(new TypeError('no network'));
    if (!device.isOnline || (!isCalm && chance(0.2))) return time.at(time.now + 20, lost);
    const arrives = time.now + way();
    const isAnswerLost = !isCalm && chance(0.2);
    time.at(arrives, async () => {
      const said = await serve(device, address, text);
      // The network may go away while the answer is on its way back.
      time.at(Math.min(time.now + way(), arrives + SLOWEST_MS), () =>
        isAnswerLost || !device.isOnline ? lost() : resolve(said),
      );
    });
    if (!isCalm && chance(0.1)) {
      time.at(arrives + 1 + upTo(SLOWEST_MS), () => serve(device, address, text));
    }
  });
}

/** A browser: what it keeps outlives the page, and the page may go at any moment. */
class Device {
  readonly shelf = newShelf();
  isOnline = true;
  chosen = new Map<string, { option: string; at: number }>();
  private outbox!: Outbox;
  private handIns!: HandIns;
  private page = 0;
  private isSending = false;

  constructor(
    readonly cookie: string,
    private readonly reader: string,
    readonly attempt: string,
  ) {
    this.open();
  }

  /** Loads the page, as after a power cut: what was under way in the one before is not heard of any more. */
  open(): void {
    this.page += 1;
    this.isSending = false;
    this.outbox = new Outbox(this.shelf, (item) => this.as(() => postAnswer(item)), this.reader);
    this.handIns = new HandIns(
      this.shelf,
      (item) => this.as(() => postHandIn(item)),
      this.outbox,
      this.reader,
    );
  }

  private as<T>(post: () => Promise<T>): Promise<T> {
    sending = this;
    return post();
  }

  choose(question: string, chosen: string): void {
    if (this.handIns.all().length + this.handIns.outcomes().length > 0) return;
    const { attempt } = this;
    const item = { address: ADDRESS, attempt, question, response: [chosen], quiz: 'Q1' };
    this.outbox.put({ ...item, answeredAt: time.now });
    this.chosen.set(question, { option: chosen, at: time.now });
    void this.send();
  }

  handIn(): void {
    this.handIns.put({ address: ADDRESS, attempt: this.attempt, handedInAt: time.now });
    void this.send();
  }

  /** As the sheet does it: every answer, then what is handed in, and again after a rest. */
  async send(): Promise<void> {
    if (this.isSending) return;
    this.isSending = true;
    const { page, outbox, handIns } = this;
    for (const item of outbox.all(time.now)) await outbox.send(item);
    await handIns.sendReady(time.now);
    if (page !== this.page) return;
    this.isSending = false;
    if (this.waiting() > 0) time.at(time.now + RETRY_MS, () => void this.send());
  }

  waiting(): number {
    return this.outbox.all(time.now).length + this.handIns.all().length;
  }

  notTaken = () => this.outbox.notTaken();
  outcomes = () => this.handIns.outcomes();
}

type Learner = { enrolmentId: string; personId: string; devices: [Device, Device] };

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: AT });
  vi.stubGlobal('fetch', network);
  seed = SEED;
  handled = [];
  isCalm = false;
  requests = 0;
  time = new Timeline(AT.getTime());
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
  const lesson = { id: 'l1', slug: 'kizuku', title: '気づく', minutes: 5, lessonHash: 'L1' };
  await syncContent(store, {
    library: { programmes: [FIRST_PROGRAMME], refusals: [] },
    compiled: {
      courses: [
        {
          id: 'c1',
          slug: 'first',
          programmeCode: 'first',
          contentHash: 'h1',
          outline: {
            title: '講座',
            summary: '',
            minutes: 10,
            lessons: [{ ...lesson, quizHash: 'Q1', questionCount: QUESTIONS.length }],
          },
        },
      ],
      artifacts: [
        { hash: 'L1', kind: 'lesson', body: '{}' },
        { hash: 'Q1', kind: 'quiz', body: JSON.stringify(quiz) },
      ],
      refusals: [],
    },
    at: AT,
  });
});

afterEach(() => {
  context.store.close();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

/** A learner who is signed in on two devices. Some began with the network, the others on a kept sheet. */
async function newLearner(i: number): Promise<Learner> {
  const { store } = context;
  const { id: personId } = await makeGuest(store.read);
  const { id: enrolmentId } = await makeEnrolment(store.read, { personId, courseId: 'c1' });
  const [begun] = await store.read.select().from(enrolments).where(eq(enrolments.id, enrolmentId));
  const start = { enrolmentId, personId, courseId: 'c1', lessonId: 'l1', quizHash: 'Q1' };
  const open = chance(0.3)
    ? await store.tx((db) =>
        startAttempt(db, {
          ...start,
          versionId: begun!.versionId,
          questionCount: QUESTIONS.length,
          at: AT,
        }),
      )
    : null;
  const device = async () => {
    const { setCookie } = await startSession(context, personId, { way: 'guest' });
    const isKeptCopy = !open || chance(0.5);
    const records = new SheetRecords(newShelf(), `reader-${i}`, ADDRESS);
    const { attempt } = chooseAttempt({
      onPage: open?.id ?? newUuid(),
      isKeptCopy,
      record: records.find(),
      isUnderWay: false,
      newId: newUuid,
    });
    return new Device(setCookie.split(';')[0]!, `reader-${i}`, attempt);
  };
  return { enrolmentId, personId, devices: [await device(), await device()] };
}

/** What happens to a learner: choices, second thoughts, handing in, tunnels and power cuts. */
function plan({ devices }: Learner, begin: number): void {
  let at = begin;
  const next = () => (at += BETWEEN_CHOICES_MS + upTo(BETWEEN_CHOICES_MS));
  const steps = devices.flatMap((device) => [
    ...QUESTIONS.map((question) => () => device.choose(question, oneOf(OPTIONS))),
    () => device.choose(oneOf(QUESTIONS), oneOf(OPTIONS)),
  ]);
  const turns = [...steps.keys()]
    .map((i) => ({ i, rank: random() }))
    .sort((a, b) => a.rank - b.rank);
  const isOneAfterTheOther = chance(0.3);
  const order = isOneAfterTheOther ? steps.map((_, i) => i) : turns.map(({ i }) => i);
  const left = devices.map(() => QUESTIONS.length + 1);
  for (const i of order) {
    const which = Math.floor(i / (QUESTIONS.length + 1));
    time.at(next(), steps[i]!);
    left[which]! -= 1;
    if (left[which] === 0) time.at(next(), () => devices[which]!.handIn());
  }
  for (const device of devices) {
    for (let i = upTo(4); i > 0; i -= 1) {
      const from = begin + upTo(at - begin);
      time.at(from, () => {
        device.isOnline = false;
      });
      time.at(from + upTo(120_000), () => {
        device.isOnline = true;
        void device.send();
      });
    }
    if (chance(0.4)) time.at(begin + upTo(at - begin), () => device.open());
  }
}

test('500 learners on two devices each, with a network that cuts: nothing lost, nothing doubled, the newest stands', async () => {
  const { store } = context;
  const learners: Learner[] = [];
  for (let i = 0; i < LEARNERS; i += 1) learners.push(await newLearner(i));
  learners.forEach((learner, i) => plan(learner, AT.getTime() + i * 1000));
  await time.run();
  const inTheEnd = learners.flatMap(({ devices }) => devices).filter((one) => one.waiting() > 0);

  isCalm = true;
  for (const device of learners.flatMap(({ devices }) => devices)) {
    device.isOnline = true;
    device.open();
    time.at(time.now + 1, () => void device.send());
  }
  await time.run();

  let merged = 0;
  let apart = 0;
  let told = 0;
  for (const { enrolmentId, personId, devices } of learners) {
    const rows = await store.read
      .select()
      .from(attempts)
      .where(eq(attempts.enrolmentId, enrolmentId));
    const byNumber = [...rows].sort((a, b) => a.number - b.number);
    expect(byNumber.map(({ number }) => number)).toEqual(byNumber.map((_, i) => i + 1));
    const targets = new Map<Device, string>();
    for (const device of devices) {
      expect(device.waiting()).toBe(0);
      const attempt = await findAttempt(store.read, { attemptId: device.attempt, personId });
      targets.set(device, attempt!.id);
      expect(device.outcomes().map(({ review }) => review)).toEqual([
        ADDRESS.replace('answers', `review/${device.attempt}`),
      ]);
    }
    // Each attempt is one that somebody made, and is closed; none lies within another.
    expect(rows.map(({ id }) => id).sort()).toEqual([...new Set(targets.values())].sort());
    expect(rows.every(({ submittedAt }) => submittedAt !== null)).toBe(true);
    if (rows.length === 1) merged += 1;
    else {
      apart += 1;
      expect(byNumber[1]!.startedAt.getTime()).toBeGreaterThanOrEqual(
        byNumber[0]!.submittedAt!.getTime(),
      );
    }
    for (const attempt of rows) {
      const held = await store.read.select().from(answers).where(eq(answers.attemptId, attempt.id));
      expect(held.map(({ questionId }) => questionId).sort()).toEqual(QUESTIONS);
      const own = devices.filter((device) => targets.get(device) === attempt.id);
      for (const { questionId, response } of held) {
        const taken = handled.filter(
          (one) =>
            one.question === questionId && own.some((device) => device.attempt === one.attempt),
        );
        const newest = taken.reduce((a, b) => (b.chosenAt > a.chosenAt ? b : a));
        expect(response).toEqual([newest.option]);
      }
    }
    for (const device of devices) {
      for (const [question, { option: chosen, at }] of device.chosen) {
        const isHeld = handled.some(
          (one) =>
            one.attempt === device.attempt &&
            one.question === question &&
            one.chosenAt === at &&
            one.option === chosen,
        );
        const isTold = device
          .notTaken()
          .some((one) => one.question === question && one.answeredAt === at);
        expect(isHeld || isTold, `${device.attempt} ${question}`).toBe(true);
        if (!isHeld) told += 1;
      }
    }
  }

  // Each submitted attempt was counted once for each question.
  const tallies = await store.read.select().from(optionTallies);
  const counted = tallies.filter(({ optionId }) => optionId === '*');
  expect(counted.map(({ chosen }) => chosen)).toEqual(QUESTIONS.map(() => merged + 2 * apart));

  // The seed shows all that can happen: both ways of ending, answers that came too late, much lost on the way.
  expect(merged).toBeGreaterThan(100);
  expect(apart).toBeGreaterThan(20);
  expect(told).toBeGreaterThan(5);
  expect(requests).toBeGreaterThan(LEARNERS * 2 * QUESTIONS.length * 1.5);
  expect(inTheEnd.length).toBeLessThan(LEARNERS);
}, 180_000);
