import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import Database from 'better-sqlite3';
import { keyOf, type QuizQuestion } from '../../app/content/quiz.server';
import { rebuildCounts } from '../../app/domain/reporting/rebuild-counts.server';
import { openStore } from '../../app/db/store.server';
import { COURSE } from './course-keys';
import { OwnServer } from './own-server';
import { otherThan, readPublishedLessons, type PublishedLesson } from './published-quizzes';
import { hiddenField, Visitor, type Answer } from './visitor';

const LEARNERS = 20;
const KILLS = 5;
const SEED = 20_261_121;
/** What follows a kill: this many requests are sent before the next one. */
const SENT_BETWEEN = { least: 60, most: 190 };
const DELAY_MAX_MS = 12;

/** Mulberry32: the same moments in every run. */
function seeded(seed: number) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

test.setTimeout(180_000);

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

type Told = {
  /** `attempt question` → the choices in the order they were sent; `acknowledged` is the place of the last one that was. */
  answers: Map<string, { sent: string[][]; acknowledged: number }>;
  submitted: Set<string>;
  certificates: Set<string>;
  finished: Set<string>;
  names: Set<string>;
};

type Plan = {
  name: string;
  /** Before which lesson she makes her account; the number of lessons = when she has finished; null = never. */
  joinsAt: number | null;
  lessons: number;
  /** Answers the last of her lessons and goes away without asking for the result. */
  leavesOpen: boolean;
  /** Takes the questions of her first lesson twice. */
  again: boolean;
};

function makePlan(i: number, lessonCount: number, random: () => number): Plan {
  const whole = i < LEARNERS - 3;
  return {
    name: `試験 ${'一二三四五六七八九十'[i % 10]}${i}`,
    joinsAt: i < 14 ? Math.floor(random() * (lessonCount + 1)) : null,
    lessons: whole ? lessonCount : 1 + Math.floor(random() * 4),
    leavesOpen: !whole,
    again: i % 4 === 0,
  };
}

class Learner {
  constructor(
    private readonly server: OwnServer,
    private readonly visitor: Visitor,
    private readonly plan: Plan,
    private readonly course: PublishedLesson[],
    private readonly random: () => number,
    private readonly told: Told,
  ) {}

  async learn(): Promise<void> {
    const { plan, course } = this;
    await this.expectRedirect(`/courses/${COURSE}/start`, {}, /\/lessons\//);
    for (const [i, lesson] of course.slice(0, plan.lessons).entries()) {
      if (plan.joinsAt === i) await this.join();
      if (plan.again && i === 0) await this.takeQuiz(lesson, true);
      await this.takeQuiz(lesson, !(plan.leavesOpen && i === plan.lessons - 1));
    }
    if (plan.lessons < course.length) return;
    if (plan.joinsAt === course.length) await this.join();
    await this.finish();
  }

  /** Until there is an answer. What was sent before may have been kept or not: it is sent again as it was. */
  private async insist(ask: () => Promise<Answer>): Promise<Answer> {
    for (let cuts = 0; cuts <= KILLS; cuts += 1) {
      await this.server.up;
      try {
        return await ask();
      } catch {
        continue;
      }
    }
    throw new Error('the server does not answer, although nobody cut it off');
  }

  private async expectRedirect(path: string, fields: Record<string, string>, to: RegExp) {
    const answer = await this.insist(() => this.visitor.post(path, fields));
    expect(answer.status, `${path}: ${answer.text.slice(0, 300)}`).toBeGreaterThanOrEqual(300);
    expect(answer.status).toBeLessThan(400);
    expect(answer.location, path).toMatch(to);
    return answer;
  }

  private async takeQuiz({ slug: lesson, questions }: PublishedLesson, submits: boolean) {
    const quiz = `/courses/${COURSE}/lessons/${lesson}/quiz`;
    await this.expectRedirect(`/courses/${COURSE}/start`, { lesson, quiz: 'on' }, /\/quiz$/);
    const page = await this.insist(() => this.visitor.get(`${quiz}?q=1`));
    expect(page.status, `${quiz} is open`).toBe(200);
    const attempt = hiddenField(page.text, 'attempt');
    for (const question of questions) {
      if (this.random() < 0.3) await this.answer(quiz, attempt, question, otherThan(question));
      await this.answer(quiz, attempt, question, keyOf(question));
    }
    if (!submits) return;
    await this.expectRedirect(quiz, { attempt, intent: 'submit' }, new RegExp(attempt));
    this.told.submitted.add(attempt);
  }

  private async answer(quiz: string, attempt: string, { id }: QuizQuestion, option: string[]) {
    const key = `${attempt} ${id}`;
    const answers = this.told.answers.get(key) ?? { sent: [], acknowledged: -1 };
    this.told.answers.set(key, answers);
    const place = answers.sent.push(option) - 1;
    const answer = await this.insist(() =>
      this.visitor.post(`${quiz}/answers`, { attempt, question: id, option }),
    );
    expect(answer.text, `${quiz}: ${id} ${option.join()} of ${attempt}`).toContain('"ok":true');
    answers.acknowledged = place;
  }

  private async join() {
    const page = await this.insist(() => this.visitor.get('/join'));
    const fields = {
      ticket: hiddenField(page.text, 'ticket'),
      name: this.plan.name,
      kana: 'シケン',
      municipalityCode: this.random() < 0.5 ? '271411' : '312011',
      municipalityRelation: 'resident',
      audience: 'resident',
      ageBand: '40s',
      email: `${this.plan.name.replace(/\D/g, '')}@example.jp`,
      password: 'asagao to himawari',
    };
    await this.expectRedirect('/join', fields, /\/join\/done/);
    this.told.names.add(this.plan.name);
  }

  private async finish() {
    const { text, status } = await this.insist(() => this.visitor.get(`/courses/${COURSE}/finish`));
    expect(status).toBe(200);
    const certificate = /\/my\/certificates\/([\w-]+)/.exec(text)?.[1];
    if (this.plan.joinsAt === null) {
      expect(text, 'a guest is offered an account').toContain('/join?to=');
      this.told.finished.add(this.plan.name);
    } else {
      expect(certificate, `${this.plan.name} is shown a certificate`).toBeTruthy();
      this.told.certificates.add(certificate!);
    }
  }
}

type Row = Record<string, string | number | null>;

function readFileOf(path: string) {
  const connection = new Database(path, { readonly: true });
  const all = (text: string) => connection.prepare(text).all() as Row[];
  return { all, one: (text: string) => Object.values(all(text)[0]!)[0], connection };
}

const COUNTS = 'select * from completion_counts where completions <> 0 order by 1, 2, 3, 4, 5';

/** Tallies as they follow from the submitted attempts alone. */
const RECOUNTED_TALLIES = `
  with graded as (
    select a.course_id, a.lesson_id || '/' || w.question_id as question_id, w.response, w.correct, w.question_id as bare, a.lesson_id
    from attempts a join answers w on w.attempt_id = a.id where a.submitted_at is not null
  )
  select course_id, question_id, option_id, count(*) as chosen from (
    select course_id, question_id, '*' as option_id from graded
    union all select course_id, question_id, '=' from graded where correct = 1
    union all select course_id, question_id, o.value from graded, json_each(response) o
      where lesson_id || '/' || bare not in (select value from json_each(:ordered))
  ) group by 1, 2, 3 order by 1, 2, 3`;

test('what was acknowledged is still there after the power was cut again and again', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'tsunagu-power-cut-'));
  const path = join(dir, 'cut.db');
  const server = new OwnServer(path);
  const told: Told = {
    answers: new Map(),
    submitted: new Set(),
    certificates: new Set(),
    finished: new Set(),
    names: new Set(),
  };
  const random = seeded(SEED);
  try {
    await server.start();
    const course = readPublishedLessons(path, COURSE);
    let sent = 0;
    let nextCut = 0;
    let kills = 0;
    const under: { way: Promise<void> | null } = { way: null };
    const planCut = () => {
      const { least, most } = SENT_BETWEEN;
      nextCut = sent + least + Math.floor(random() * (most - least));
    };
    const cutAndStart = async () => {
      await pause(random() * DELAY_MAX_MS);
      kills += 1;
      await server.cutAndStart();
      planCut();
      under.way = null;
    };
    planCut();
    const onSent = () => {
      sent += 1;
      if (sent >= nextCut && kills < KILLS) under.way ??= cutAndStart();
    };
    const learners = Array.from({ length: LEARNERS }, (_, i) => {
      const visitor = new Visitor(() => server.origin, onSent);
      return new Learner(
        server,
        visitor,
        makePlan(i, course.length, random),
        course,
        seeded(SEED + i + 1),
        told,
      );
    });
    await Promise.all(learners.map((learner) => learner.learn()));
    await under.way;
    expect(kills).toBe(KILLS);
    await server.stop();

    const file = readFileOf(path);
    expect(file.one('pragma integrity_check')).toBe('ok');
    expect(file.all('pragma foreign_key_check')).toEqual([]);
    expectAnswers(file, told, course);
    expectCompletions(file, told);
    file.connection.close();
    await expectCounts(path);
  } finally {
    await server.stop();
    rmSync(dir, { recursive: true, force: true });
  }
});

function expectAnswers(
  { all, connection }: ReturnType<typeof readFileOf>,
  told: Told,
  course: PublishedLesson[],
) {
  const kept = new Map(
    all('select attempt_id, question_id, response from answers').map((row) => [
      `${row.attempt_id} ${row.question_id}`,
      String(row.response),
    ]),
  );
  expect(told.answers.size).toBeGreaterThan(LEARNERS * 20);
  for (const [key, { sent, acknowledged }] of told.answers) {
    const mayStand = sent.slice(acknowledged).map((response) => JSON.stringify(response));
    expect(mayStand, `the answer ${key}`).toContain(kept.get(key));
  }

  const graded = all(
    `select a.id, a.correct_count, a.question_count, count(w.question_id) as answers, sum(w.correct) as right
     from attempts a left join answers w on w.attempt_id = a.id where a.submitted_at is not null group by a.id`,
  );
  const gradedIds = new Set(graded.map(({ id }) => id));
  expect([...told.submitted].filter((id) => !gradedIds.has(id))).toEqual([]);
  for (const { id, correct_count, question_count, answers, right } of graded) {
    expect([id, correct_count, question_count]).toEqual([id, right, answers]);
  }

  const ordered = course.flatMap(({ id, questions }) =>
    questions.filter(({ kind }) => kind === 'order').map((question) => `${id}/${question.id}`),
  );
  const recounted = connection.prepare(RECOUNTED_TALLIES).all({ ordered: JSON.stringify(ordered) });
  expect(all('select * from option_tallies order by 1, 2, 3')).toEqual(recounted);
}

function expectCompletions({ all, one }: ReturnType<typeof readFileOf>, told: Told) {
  const people = all('select id, name from people where registered_at is not null');
  expect(people.map(({ name }) => String(name)).sort()).toEqual([...told.names].sort());
  expect(
    new Set(all('select number from people where number is not null').map((p) => p.number)).size,
  ).toBe(told.names.size);

  const certificates = all(
    `select t.id, t.completion_id, t.person_id, t.organisation_id, t.fiscal_year, t.serial, t.number, c.person_id as completer
     from certificates t join completions c on c.id = t.completion_id`,
  );
  const held = new Set(certificates.map(({ id }) => id));
  expect(told.certificates.size).toBe(14);
  expect([...told.certificates].filter((id) => !held.has(id))).toEqual([]);
  expect(certificates.filter((t) => t.person_id !== t.completer)).toEqual([]);
  const series = certificates.map((t) => `${t.organisation_id} ${t.fiscal_year} ${t.serial}`);
  expect(new Set(series).size).toBe(certificates.length);
  expect(new Set(certificates.map(({ number }) => number)).size).toBe(certificates.length);

  // One each: the database holds nobody's completion twice, and every one has its certificate.
  expect(one('select count(*) from completions')).toBe(told.certificates.size);
  expect(one('select count(distinct person_id) from completions')).toBe(told.certificates.size);
  expect(one('select count(*) from certificates')).toBe(told.certificates.size);
  expect(
    one(
      'select count(*) from enrolments where finished_at is not null and person_id not in (select person_id from completions)',
    ),
  ).toBe(told.finished.size);
  expect(
    all(
      `select s.organisation_id from certificate_series s where s.last_serial <>
       (select max(serial) from certificates t where t.organisation_id = s.organisation_id and t.fiscal_year = s.fiscal_year)`,
    ),
  ).toEqual([]);
}

/** On a copy: counts everything anew and finds what was counted one by one. */
async function expectCounts(path: string) {
  const copy = `${path}.copy`;
  const original = new Database(path);
  original.pragma('wal_checkpoint(truncate)');
  const kept = original.prepare(COUNTS).all();
  original.close();
  copyFileSync(path, copy);
  const store = openStore(copy);
  await store.tx((db) => rebuildCounts(db));
  store.close();
  const again = readFileOf(copy);
  expect(kept.length).toBeGreaterThan(0);
  expect(kept).toEqual(again.all(COUNTS));
  again.connection.close();
}
