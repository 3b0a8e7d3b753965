import { randomUUID } from 'node:crypto';
import { expect, test } from '@playwright/test';
import Database from 'better-sqlite3';
import { Visitor } from './visitor';
import {
  databasePath,
  expectRedirect,
  FINISH,
  joinForm,
  learnUpToTheEnd,
  signIn,
  submit,
} from './visitor-learning';

const AT_ONCE = 10;
const times = (count: number) => Array.from({ length: count }, (_, i) => i);

function newPerson() {
  const email = `${randomUUID()}@example.jp`;
  return { name: '両国 二葉', email };
}

/** What the database holds of the people with this e-mail address. */
function held(email: string) {
  const connection = new Database(databasePath(), { readonly: true });
  const count = (text: string) => connection.prepare(text).pluck().get(email);
  const of = '(select id from people where email = ?)';
  const facts = {
    people: count('select count(*) from people where email = ?'),
    enrolments: count(`select count(*) from enrolments where person_id in ${of}`),
    completions: count(`select count(*) from completions where person_id in ${of}`),
    certificates: count(`select count(*) from certificates where person_id in ${of}`),
    openAttempts: count(
      `select count(*) from attempts where submitted_at is null and person_id in ${of}`,
    ),
  };
  connection.close();
  return facts;
}

const ONE_OF_EACH = { people: 1, enrolments: 1, completions: 1, certificates: 1, openAttempts: 0 };

async function certificateShown(visitor: Visitor) {
  const { status, text } = await visitor.get(FINISH);
  expect(status).toBe(200);
  return /\/my\/certificates\/([\w-]+)/.exec(text)?.[1];
}

test('the last submit sent ten times at once completes the course once', async ({ baseURL }) => {
  const visitor = new Visitor(() => baseURL!);
  const person = newPerson();
  expectRedirect(await visitor.post('/join', await joinForm(visitor, person)), /^\/join\/done/);
  const { last, attempt } = await learnUpToTheEnd(visitor);

  const devices = times(AT_ONCE).map(() => visitor.twin());
  const answers = await Promise.all(devices.map((device) => submit(device, last, attempt)));
  const places = answers.map((answer) => expectRedirect(answer, /\/review\//));
  expect(new Set(places)).toEqual(new Set([places[0]]));

  const certificates = await Promise.all(devices.map(certificateShown));
  expect(certificates[0]).toBeTruthy();
  expect(new Set(certificates).size).toBe(1);
  expect(held(person.email)).toEqual(ONE_OF_EACH);
});

test('the sign-up form sent from two tabs at once makes one account, one completion and one certificate', async ({
  baseURL,
}) => {
  const visitor = new Visitor(() => baseURL!);
  const person = newPerson();
  const { last, attempt } = await learnUpToTheEnd(visitor);
  expectRedirect(await submit(visitor, last, attempt), /\/review\//);
  expect((await visitor.get(FINISH)).text).toContain('/join?to=');

  const tabs = times(AT_ONCE).map(() => visitor.twin());
  const forms = await Promise.all(tabs.map((tab) => joinForm(tab, person)));
  const answers = await Promise.all(tabs.map((tab, i) => tab.post('/join', forms[i]!)));
  const places = answers.map((answer) => expectRedirect(answer, /^\/join\/done/));
  expect(new Set(places).size).toBe(1);

  const certificates = await Promise.all(tabs.map(certificateShown));
  expect(certificates[0]).toBeTruthy();
  expect(new Set(certificates).size).toBe(1);
  expect(held(person.email)).toEqual(ONE_OF_EACH);
});

test('a form opened before anything was learned and sent twice at once makes one account', async ({
  baseURL,
}) => {
  const visitor = new Visitor(() => baseURL!);
  const person = newPerson();
  const form = await joinForm(visitor, person);
  const answers = await Promise.all(times(2).map(() => visitor.twin().post('/join', form)));
  for (const answer of answers) expectRedirect(answer, /^\/join\/done/);
  expect(held(person.email).people).toBe(1);
});

test('a course finished on two devices at once is completed once', async ({ baseURL }) => {
  const atHome = new Visitor(() => baseURL!);
  const person = newPerson();
  expectRedirect(await atHome.post('/join', await joinForm(atHome, person)), /^\/join\/done/);
  const underway = new Visitor(() => baseURL!);
  await signIn(underway, person.email);
  const { last, attempt } = await learnUpToTheEnd(atHome);

  const [first, second, ...shown] = await Promise.all([
    submit(atHome, last, attempt),
    submit(underway, last, attempt),
    underway.get(FINISH),
    atHome.get(FINISH),
  ]);
  expect(expectRedirect(first, /\/review\//)).toBe(expectRedirect(second, /\/review\//));
  for (const { status } of shown) expect(status).toBe(200);
  const certificate = await certificateShown(atHome);
  expect(certificate).toBeTruthy();
  expect(await certificateShown(underway)).toBe(certificate);
  expect(held(person.email)).toEqual(ONE_OF_EACH);
});
