import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import Database from 'better-sqlite3';
import { BAD, badBodies, encoded, FORM, wrongWith } from './bad-bodies';
import { COURSE } from './course-keys';
import { OwnServer } from './own-server';
import { readPublishedLessons } from './published-quizzes';
import { Visitor, type Answer, type Fields } from './visitor';
import {
  answerAll,
  expectRedirect,
  FINISH,
  joinForm,
  quizAddress,
  submit,
} from './visitor-learning';

test.setTimeout(180_000);
test.describe.configure({ mode: 'default' });

const dir = mkdtempSync(join(tmpdir(), 'tsunagu-bad-input-'));
const path = join(dir, 'bad.db');
const server = new OwnServer(path);
const newVisitor = () => new Visitor(() => server.origin);
const learner = newVisitor();
let certificate = '';
let closed = '';
let connection: Database.Database;

/** Left out: counters of tries, the worker's own notes, and what is published. */
const NOT_ENTRUSTED = ['rate_limits', 'jobs', 'settings', 'regions', 'content_artifacts'];

/** Everything people have entrusted to the service, row by row. */
function entrusted(): string {
  const tables = connection
    .prepare(`select name from sqlite_master where type = 'table' and name not like 'sqlite%'`)
    .pluck()
    .all() as string[];
  const rows = tables
    .filter((name) => !NOT_ENTRUSTED.includes(name))
    .map((name) => [name, connection.prepare(`select * from "${name}"`).all()]);
  return JSON.stringify(rows);
}

type Ask = (body: string) => Promise<Answer>;

/** What was refused has changed nothing; what was taken is the form's own business. */
async function expectNoHarm(fields: Fields, ask: Ask): Promise<void> {
  const wrong: string[] = [];
  let before = entrusted();
  for (const [kind, body] of badBodies(fields)) {
    const answer = await ask(body);
    const after = entrusted();
    const complaint = wrongWith(answer);
    if (complaint) wrong.push(`${kind}: ${complaint}`);
    if (answer.status >= 400 && after !== before)
      wrong.push(`${kind}: refused, and yet something changed`);
    before = after;
  }
  expect(wrong).toEqual([]);
}

const postTo =
  (visitor: Visitor, address: string): Ask =>
  (body) =>
    visitor.ask(address, { method: 'POST', body, headers: FORM });

test.beforeAll(async () => {
  await server.start();
  const person = { name: '検査 一', email: `${randomUUID()}@example.jp` };
  expectRedirect(await learner.post('/join', await joinForm(learner, person)), /^\/join\/done/);
  const lessons = readPublishedLessons(path, COURSE);
  for (const lesson of lessons) {
    closed = await answerAll(learner, lesson);
    expectRedirect(await submit(learner, lesson, closed), /\/review\//);
  }
  const finished = await learner.get(FINISH);
  certificate = /\/my\/certificates\/([\w-]+)/.exec(finished.text)?.[1] ?? '';
  expect(certificate).not.toBe('');

  // The service has no page yet on which somebody is given a role.
  connection = new Database(path);
  connection
    .prepare(
      `insert into role_grants (id, person_id, role, from_at)
       select 'bad-input', id, 'operator', 0 from people where registered_at is not null`,
    )
    .run();
});

test.afterAll(async () => {
  connection?.close();
  await server.stop();
  rmSync(dir, { recursive: true, force: true });
});

test('signing in takes nothing bad', async () => {
  const visitor = newVisitor();
  const fields = { identifier: 'nobody@example.jp', password: 'wrong', bring: 'on' };
  await expectNoHarm(fields, postTo(visitor, '/sign-in?to=/my'));
});

const UNREADABLE = [
  'nothing',
  'spaces',
  'ten thousand letters',
  'control characters',
  'line ends',
  'marks of right-to-left',
  'pictures',
  'half a letter',
  'broken UTF-8',
];
const UNPRINTABLE: Record<string, string[]> = {
  name: UNREADABLE,
  kana: Object.keys(BAD),
  municipalityCode: Object.keys(BAD),
  municipalityRelation: Object.keys(BAD),
  audience: Object.keys(BAD),
  ageBand: Object.keys(BAD),
  email: UNREADABLE.slice(2).filter((kind) => kind !== 'pictures'),
  password: ['nothing', 'spaces', 'ten thousand letters'],
};

test('signing up takes nothing bad', async () => {
  const visitor = newVisitor();
  const person = { name: '検査 二', email: 'kensa@example.jp' };
  const fields: Fields = {
    ...(await joinForm(visitor, person)),
    municipalityQuery: '堺',
    sex: 'unanswered',
    intent: 'x',
  };
  // Without an age band nothing is taken, whatever the other fields hold.
  const { ageBand: _, ...refused } = fields;
  await expectNoHarm(refused, postTo(visitor, '/join'));

  const before = entrusted();
  const taken: string[] = [];
  for (const [name, kinds] of Object.entries(UNPRINTABLE)) {
    for (const kind of kinds) {
      const others = Object.entries(fields).filter(([other]) => other !== name);
      const body = [
        ...encoded(Object.fromEntries(others)),
        `${name}=${BAD[kind]}${name === 'email' ? '%40example.jp' : ''}`,
      ].join('&');
      const { status } = await postTo(newVisitor(), '/join')(body);
      if (status !== 400) taken.push(`${name}: ${kind}: ${status}`);
    }
  }
  expect(taken, 'nobody is registered under what cannot be printed or counted').toEqual([]);
  expect(entrusted()).toBe(before);
});

test('continuing, leaving, reading settings and verifying take nothing bad', async () => {
  await expectNoHarm({ code: '0000-0000' }, postTo(newVisitor(), '/continue?to=/my'));
  await expectNoHarm({ leave: 'yes' }, postTo(newVisitor(), '/sign-out'));
  await expectNoHarm({ code: '0000-0000-0000' }, postTo(newVisitor(), '/verify'));
  const settings = { furigana: 'on', text: 'large', to: '/help' };
  await expectNoHarm(settings, postTo(newVisitor(), '/settings/reading'));
  await expectNoHarm({ to: '/my' }, postTo(learner, '/join/done'));
  await expectNoHarm({ x: 'y' }, postTo(learner, '/my/code'));
});

test('learning takes nothing bad', async () => {
  const [lesson] = readPublishedLessons(path, COURSE);
  const { slug, questions } = lesson!;
  const guest = newVisitor();
  const attempt = await answerAll(guest, lesson!);
  const { id, options } = questions[0]!;
  const answer = { attempt, question: id, option: options[0]!.id };
  const quiz = quizAddress(slug);
  await expectNoHarm({ lesson: slug, quiz: 'on' }, postTo(guest, `/courses/${COURSE}/start`));
  await expectNoHarm({ x: 'y' }, postTo(guest, `/courses/${COURSE}/lessons/${slug}`));
  await expectNoHarm(
    { ...answer, answeredAt: '1000', sentAt: '2000' },
    postTo(guest, `${quiz}/answers`),
  );
  await expectNoHarm({ ...answer, next: '2', intent: 'save' }, postTo(guest, `${quiz}?q=1`));
  await expectNoHarm(
    { 'place-a': '1', 'place-b': '2', attempt, question: id },
    postTo(guest, quiz),
  );
  await expectNoHarm({ ...answer, attempt: closed }, postTo(learner, `${quiz}/answers`));
});

test('withdrawing a certificate takes nothing bad', async () => {
  const fields = { step: 'check', reason: 'misprint', note: '印刷の確かめです' };
  await expectNoHarm(fields, postTo(learner, `/admin/certificates/${certificate}`));
});

test('what stands in an address does no harm', async () => {
  const wrong: string[] = [];
  const before = entrusted();
  for (const [kind, bad] of Object.entries(BAD)) {
    // More than a line of a request may hold is refused by the server of HTTP itself.
    const value = bad.slice(0, 4_500);
    for (const address of [
      `/admin/certificates?q=${value}&page=${value}`,
      `/office/areas/000000?year=${value}&programme=${value}`,
      `/office/areas/${value}`,
      `/api/municipalities?q=${value}`,
      `/join?to=${value}`,
      `/sign-in?to=${value}`,
      `/continue?to=${value}`,
      `/courses/${value}`,
      `/courses/${value}/start`,
      `/courses/${value}/finish`,
      `/courses/${COURSE}/lessons/${value}`,
      `/courses/${COURSE}/lessons/${value}/quiz?q=${value}`,
      `/courses/${COURSE}/lessons/kizuku/quiz/review/${value}`,
      `/my/certificates/${value}`,
      `/my/certificates/${value}.pdf`,
      `/admin/certificates/${value}`,
      `/verify/${value}`,
      `/programmes/${value}`,
      `/studio/courses/${value}`,
    ]) {
      const complaint = wrongWith(await learner.get(address));
      if (complaint) wrong.push(`${address.slice(0, 80)} with ${kind}: ${complaint}`);
    }
  }
  expect(wrong).toEqual([]);
  expect(entrusted()).toBe(before);
});

test('what is no form is refused before anybody reads it', async () => {
  for (const [type, body] of [
    ['application/json', '{"identifier":"a"}'],
    ['multipart/form-data; boundary=x', 'no boundary at all'],
    ['text/plain', 'identifier=a'],
    ['application/xml', '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>'],
  ] as const) {
    for (const address of ['/sign-in', '/join', '/verify', `/courses/${COURSE}/start`]) {
      const headers = { 'Content-Type': type };
      const answer = await learner.ask(address, { method: 'POST', body, headers });
      expect(answer.status, `${type} to ${address}`).toBe(415);
      expect(answer.text).toContain('何も変わっていません');
    }
  }
});

test('after all of it the database is whole and a certificate is still valid', async () => {
  expect(connection.pragma('integrity_check', { simple: true })).toBe('ok');
  expect(connection.pragma('foreign_key_check')).toEqual([]);
  const code = connection
    .prepare('select code from certificates where id = ?')
    .pluck()
    .get(certificate) as string;
  expect((await newVisitor().get(`/verify/${code}`)).text).toContain('有効');
});
