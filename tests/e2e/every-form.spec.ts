import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import Database from 'better-sqlite3';
import { demoAccounts } from '../../app/flows/demo/demo-accounts';
import { EDITIONS } from '../../app/lib/edition';
import routes from '../../app/routes';
import { badBodies, encoded, FORM, wrongWith } from './bad-bodies';
import { COURSE } from './course-keys';
import { openDemoSession } from './demo-session';
import { freshDatabase } from './fresh-database';
import { OwnServer } from './own-server';
import { formsOf, linksOf, type PageForm } from './page-forms';
import { Visitor, type Fields } from './visitor';

// Every form of every page that anybody can reach, found by walking the links as each kind of
// visitor, is sent with everything that should not stand in it. Nothing but a page in words may come.

test.setTimeout(900_000);
test.describe.configure({ mode: 'default' });

const dir = mkdtempSync(join(tmpdir(), 'tsunagu-every-form-'));
const path = join(dir, 'demo.db');
const server = new OwnServer(path, { DEMO: 'on' });
const TEN_MEGABYTES = 10 * 1024 * 1024;

const LEARNER = 'jukosha@example.jp';
const OFFICER = 'sakai@example.jp';
const OPERATOR = 'unei@example.jp';

/** Pages of one address pattern that are walked as one visitor. */
const PAGES_OF_ONE = 2;
const START = [
  '/',
  '/my',
  '/my/security',
  '/my/privacy',
  '/office',
  '/staff',
  '/host',
  '/join',
  '/mailbox',
];

type Pattern = { path: string; file: string; test: RegExp };
type Found = PageForm & { who: string; page: string; pattern: string };

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** A part of an address; what may be left out is the edition. */
const partOf = (part: string) =>
  part.endsWith('?')
    ? `(?:/(?:${EDITIONS.join('|')}))?`
    : `/${escaped(part).replace(/:[a-z]+\\\.|:[a-zA-Z]+/g, '[^/]+')}`;

function patterns(): Pattern[] {
  return (routes as { path?: string; file: string }[])
    .filter(({ path }) => path !== '*')
    .map(({ path = '', file }) => ({
      path,
      file,
      test: new RegExp(`^${path.split('/').map(partOf).join('')}$`),
    }));
}

const patternOf = (address: string) =>
  patterns().find(({ test }) => test.test(address.split('?')[0]!));

let connection: Database.Database;
const visitors = new Map<string, Visitor>();
const found: Found[] = [];

/** Also after a form has signed her out. */
async function signIn(who: string): Promise<Visitor> {
  const visitor = new Visitor(() => server.origin);
  if (who !== 'nobody') {
    const { name, value } = openDemoSession(who, path);
    visitor.cookies.set(name, value);
  }
  visitors.set(who, visitor);
  return visitor;
}

test.beforeAll(async () => {
  copyFileSync(freshDatabase(), path);
  await server.start();
  connection = new Database(path);
});

test.afterAll(async () => {
  connection.close();
  await server.stop();
  rmSync(dir, { recursive: true });
});

async function walk(who: string): Promise<void> {
  const visitor = await signIn(who);
  const queue = [...START, `/courses/${COURSE}`, `/courses/${COURSE}/lessons/kizuku/quiz`];
  if (who === OFFICER) queue.push(await handIn(visitor));
  const seen = new Map<string, number>();
  const queued = new Set(queue);
  for (let page = queue.shift(); page; page = queue.shift()) {
    const pattern = patternOf(page);
    if (!pattern) continue;
    const times = seen.get(pattern.path) ?? 0;
    if (times >= PAGES_OF_ONE) continue;
    const { status, text, location, headers } = await visitor.get(page);
    const next = location?.startsWith('/') ? [location] : [];
    if (status === 200 && headers.get('content-type')?.includes('html')) {
      seen.set(pattern.path, times + 1);
      next.push(...linksOf(text, page));
      for (const form of formsOf(text, page)) {
        keep({ ...form, who, page, pattern: pattern.path });
        next.push(...(await leadOn(visitor, form)));
      }
    }
    for (const link of next) {
      if (!queued.has(link)) queue.push(link);
      queued.add(link);
    }
  }
}

/** Forms that lead on and do no harm: sent as they should be, so that what lies behind is walked too. */
const LEADS_ON: [RegExp, Fields][] = [
  [/\/people\/purpose$/, { purpose: 'inquiry', words: '' }],
  [/^\/courses\/[^/]+\/start$/, {}],
  [/^\/sign-in\/link$/, { email: 'jukosha@example.jp' }],
  [
    /^\/staff\/invite$/,
    { role: 'trainer', place: '271403', note: '研修の担当', days: '7', uses: '1' },
  ],
];

async function leadOn(visitor: Visitor, { action, fields }: PageForm): Promise<string[]> {
  const way = LEADS_ON.find(([pattern]) => pattern.test(action.split('?')[0]!));
  if (!way) return [];
  const { location } = await visitor.post(action, { ...fields, ...way[1] });
  return location?.startsWith('/') ? [location] : [];
}

const LIST =
  '氏名,フリガナ,市区町村,在住・在勤・在学,対象,年代\n髙﨑 𠮷美,タカサキ ヨシミ,堺市堺区,在住,一般住民,40代\n,,,,,\n';

/** Hands a list in, as far as its columns are asked for. */
async function handIn(visitor: Visitor): Promise<string> {
  const data = new FormData();
  data.append('file', new Blob([LIST]), 'meibo.csv');
  const at = '/office/areas/271403/imports/new';
  const { location } = await visitor.ask(at, { method: 'POST', body: data });
  return location ?? at;
}

/** One form once, whoever sees it first: by where it is sent and what it holds. */
function keep(form: Found): void {
  const key = ({ action, fields }: Found) =>
    `${patternOf(action)?.path} ${Object.keys(fields).sort().join()}`;
  if (!found.some((other) => key(other) === key(form))) found.push(form);
}

/** What the walk does not come to: sent by scripts, or shown only in a state that demo people are not in. */
function unseenForms(): [string, string, Fields][] {
  const idOf = (query: string) => (connection.prepare(query).pluck().get() as string) ?? 'nobody';
  const listed = idOf(`select id from people where enrolled_area_code = '271403'`);
  const batch = idOf(`select id from import_batches`);
  const grant = idOf(`select id from role_grants where role = 'trainer'`);
  const invitation = idOf(`select id from invitations`);
  const person = `/office/areas/271403/people/${listed}`;
  const list = `/office/areas/271403/imports/${batch}`;
  const lesson = `/courses/${COURSE}/lessons/kizuku`;
  return [
    ['nobody', '/api/passkeys/options', { use: 'sign-in' }],
    ['nobody', '/api/passkeys/answer', { use: 'sign-in', answer: '{}', to: '/my' }],
    ['nobody', '/invitations/nobody', { take: 'yes' }],
    ['nobody', '/sign-in/with/nobody', { intent: 'link', bring: 'on', shared: 'on' }],
    [LEARNER, '/sign-in/with/nobody/link', { intent: 'link' }],
    [LEARNER, `${lesson}/place`, { hash: 'x', block: '1', at: '1' }],
    [LEARNER, `${lesson}/read`, { hash: 'x', at: '1' }],
    [LEARNER, `${lesson}/changes`, { read: 'on' }],
    ['nobody', '/follow-up', { code: 'x' }],
    ['nobody', '/follow-up/nobody', { answer: '1' }],
    ['nobody', '/follow-up/nobody/stop', { stop: 'yes' }],
    [LEARNER, `/courses/${COURSE}/follow-up`, { way: 'mail', code: 'x' }],
    [LEARNER, '/my/next-step', { step: 'greet', family: 'gatekeeper' }],
    [LEARNER, '/my/certificates/nobody', { intent: 'renew' }],
    [LEARNER, '/my/security', { intent: 'password', current: 'x', next: 'y', label: 'z' }],
    [LEARNER, '/my/security/city', { issuer: 'https://city.example' }],
    [LEARNER, '/my/security/passkeys/nobody', { intent: 'rename', label: 'x' }],
    [LEARNER, '/my/password/new', { password: 'x' }],
    [LEARNER, '/my/devices', { intent: 'end', device: 'nobody' }],
    [LEARNER, '/my/erase', { number: 'x', password: 'y', sure: 'on' }],
    [OFFICER, '/sign-in/second', { code: '000000' }],
    [OFFICER, '/my/security/authenticator', { code: '000000' }],
    [OFFICER, '/office/areas/271403/enrol/done', { next: 'x' }],
    [OFFICER, `${list}/slips`, { intent: 'make', count: '1', sure: 'on', until: '2' }],
    [OFFICER, `${list}/slips.xlsx`, { count: '1' }],
    [OFFICER, `${person}/name`, { name: 'x', kana: 'y' }],
    [OFFICER, `${person}/passphrase`, { step: 'x' }],
    [OFFICER, '/office/areas/271403/repeats', { one: listed, other: 'nobody' }],
    [OFFICER, `/office/areas/271403/merge?one=${listed}&other=nobody`, { kept: listed }],
    [OFFICER, '/office/areas/271403/merges/nobody', { sure: 'on' }],
    [OPERATOR, '/staff/invitations', { id: invitation }],
    [OPERATOR, `/staff/${grant}`, { sure: 'x' }],
  ];
}

test('every page that anybody is led to is walked', async () => {
  const staff = demoAccounts.map(({ identifier }) => identifier);
  for (const who of ['nobody', LEARNER, ...staff.filter((one) => one !== LEARNER)]) await walk(who);
  for (const [who, action, fields] of unseenForms()) {
    keep({ action, fields, enctype: '', who, page: action, pattern: action.slice(1) });
  }
  expect(found.length).toBeGreaterThan(50);
});

async function post({ who, action, enctype }: Found, body: string) {
  const visitor = visitors.get(who)!;
  if (enctype === 'multipart/form-data') {
    const data = new FormData();
    for (const pair of body.split('&')) data.append(pair.split('=')[0]!, new Blob([pair]), 'x.csv');
    return visitor.ask(action, { method: 'POST', body: data });
  }
  return visitor.ask(action, { method: 'POST', body, headers: FORM });
}

/** Signs her in again when a form has signed her out. */
async function send(form: Found, body: string) {
  const answer = await post(form, body);
  if (form.who === 'nobody' || !/^(\/(easy|en))?\/(sign-in|continue)/.test(answer.location ?? ''))
    return answer;
  await signIn(form.who);
  return post(form, body);
}

test('no field of any form makes the service stumble, whatever stands in it', async () => {
  const wrong: string[] = [];
  let sent = 0;
  for (const form of found) {
    for (const [kind, body] of badBodies(form.fields)) {
      const complaint = wrongWith(await send(form, body));
      sent += 1;
      if (complaint) wrong.push(`${form.action} (${form.who}) ${kind}: ${complaint}`);
    }
  }
  expect(wrong).toEqual([]);
  expect(sent).toBeGreaterThan(1000);
});

test('ten megabytes in any field are refused in words', async () => {
  const wrong: string[] = [];
  for (const form of found.filter(({ enctype }) => enctype !== 'multipart/form-data')) {
    const [name] = Object.keys(form.fields);
    const rest = encoded(form.fields).slice(1);
    const body = [`${name ?? 'x'}=${'a'.repeat(TEN_MEGABYTES)}`, ...rest].join('&');
    const answer = await send(form, body).catch(() => null);
    // The server may stop listening before all of it has come.
    if (!answer) continue;
    if (answer.status !== 413 || !answer.text.includes('何も変わっていません')) {
      wrong.push(`${form.action}: ${answer.status}`);
    }
  }
  expect(wrong).toEqual([]);
});

/** Sent with everything bad in the journey of learning: `bad-input.spec.ts`. */
const ELSEWHERE = new Set([
  ':edition?/courses/:slug/lessons/:lesson',
  ':edition?/courses/:slug/lessons/:lesson/quiz/answers',
  ':edition?/join/done',
  'my/code',
]);

test('no page that takes a form was left out', () => {
  const actions = patterns().filter(({ file }) => {
    const folder = join('app', file, '..');
    return readdirSync(folder)
      .filter((name) => /\.tsx?$/.test(name) && !name.includes('.test.'))
      .some((name) =>
        /export (async )?function action\b/.test(readFileSync(join(folder, name), 'utf8')),
      );
  });
  const sentTo = new Set(found.map(({ action }) => patternOf(action)?.path));
  const left = actions
    .map(({ path }) => path)
    .filter((one) => !sentTo.has(one) && !ELSEWHERE.has(one));
  expect(left).toEqual([]);
});

test('after all of it the database is whole', () => {
  expect(connection.pragma('integrity_check', { simple: true })).toBe('ok');
  expect(connection.pragma('foreign_key_check')).toEqual([]);
});
