import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { desc } from 'drizzle-orm';
import { readXlsx } from 'hucre/xlsx';
import iconv from 'iconv-lite';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { sealNote } from '~/auth/sealed-note.server';
import { sha256 } from '~/auth/digest.server';
import { verifyPassword } from '~/auth/password.server';
import { auditLog, loginSessions, passwords, people, peopleApart } from '~/db/schema.server';
import type { Store } from '~/db/store.server';
import type { Role } from '~/db/tables/people';
import { now } from '~/lib/clock';
import { loader as mergeLoader, action as mergeAction } from '~/routes/office/merge/route';
import { loader as undoLoader, action as undoAction } from '~/routes/office/merge-undo/route';
import { loader as list } from '~/routes/office/people/route';
import { loader as cp932 } from '~/routes/office/people-cp932/route';
import { loader as csv } from '~/routes/office/people-csv/route';
import { action as sayPurpose, loader as askPurpose } from '~/routes/office/people-purpose/route';
import { loader as start } from '~/routes/office/people-start/route';
import { loader as xlsx } from '~/routes/office/people-xlsx/route';
import { loader as person } from '~/routes/office/person/route';
import { loader as nameLoader, action as nameAction } from '~/routes/office/person-name/route';
import {
  loader as passphraseLoader,
  action as passphraseAction,
} from '~/routes/office/person-passphrase/route';
import { loader as repeats, action as setApart } from '~/routes/office/repeats/route';
import { makeCompletion, makeConsent, makeGrant, makePerson, makeRegion } from './factories';
import { signInWithSecondFactor } from './sign-in';
import { openTestStore } from './test-store';

// Who gets at which names, after saying what for, and what is written down of it.

const SAKAI = '271403';
const TOTTORI = '312011';
const OSAKA = '270008';
const HALF_AN_HOUR_MS = 30 * 60_000;

const context = {
  origin: 'http://localhost',
  secret: 's'.repeat(32),
  olderSecrets: [],
  demo: false,
} as unknown as LoaderFunctionArgs['context'];
let store: Store;
let officer: string;
let neighbour: string;

type Handler = (args: LoaderFunctionArgs & ActionFunctionArgs) => Promise<unknown>;
type Ask = {
  cookie: string;
  code?: string;
  id?: string;
  search?: string;
  form?: Record<string, string>;
};

async function ask(handler: Handler, { cookie, code = SAKAI, id = '', search = '', form }: Ask) {
  const request = new Request(`http://localhost/office/areas/${code}/x${search}`, {
    headers: { Cookie: cookie },
    ...(form ? { method: 'POST', body: new URLSearchParams(form) } : {}),
  });
  // A context of its own for each request, as the server makes it.
  const args = { request, params: { code, id }, context: { ...context } };
  const answer = await handler(args as unknown as LoaderFunctionArgs & ActionFunctionArgs).catch(
    (thrown: unknown) => thrown,
  );
  if (answer instanceof Error) throw answer;
  if (answer instanceof Response) {
    const location = answer.headers.get('Location') ?? '';
    return { status: answer.status, location, response: answer, shown: null };
  }
  const { data, init } = answer as { data?: unknown; init?: ResponseInit | null };
  return {
    status: init?.status ?? 200,
    location: '',
    response: null,
    shown: (data ?? answer) as Record<string, unknown>,
  };
}

async function makeStaff(role: Role, areaCode: string | null): Promise<string> {
  const id = await store.tx(async (db) => {
    const made = await makePerson(db, { name: '担当 花子', enrolledAreaCode: null });
    await makeGrant(db, { personId: made.id, role, areaCode });
    return made.id;
  });
  return signInWithSecondFactor(context, id);
}

/** The cookies of somebody who has said what for. */
async function withPurpose(cookie: string, code = SAKAI): Promise<string> {
  const form = { purpose: 'roster', words: '' };
  const { response } = await ask(sayPurpose, { cookie, code, form });
  return `${cookie}; ${response!.headers.get('Set-Cookie')!.split(';')[0]}`;
}

const person1 = (over: Parameters<typeof makePerson>[1] = {}) =>
  store.tx((db) => makePerson(db, { enrolledAreaCode: SAKAI, ...over }));
const lastAudit = async () =>
  (await store.read.select().from(auditLog).orderBy(desc(auditLog.id)).limit(1))[0];

beforeEach(async () => {
  store = openTestStore();
  context.store = store;
  await store.tx(async (db) => {
    await makeRegion(db, { code: OSAKA, kind: 'prefecture', name: '大阪府' });
    await makeRegion(db, {
      code: '310000',
      kind: 'prefecture',
      name: '鳥取県',
      prefectureCode: '310000',
    });
    await makeRegion(db);
    await makeRegion(db, { code: TOTTORI, name: '鳥取市', prefectureCode: '310000' });
  });
  officer = await makeStaff('municipal-officer', SAKAI);
  neighbour = await makeStaff('municipal-officer', TOTTORI);
});
afterEach(() => {
  vi.useRealTimers();
  store.close();
});

const EVERY: [string, Handler][] = [
  ['the list', list],
  ['the purpose', askPurpose],
  ['the Excel file', xlsx],
  ['the CSV file', csv],
  ['the Shift_JIS file', cp932],
  ['a person', person],
  ['her name', nameLoader],
  ['her passphrase', passphraseLoader],
  ['the repeats', repeats],
  ['merging', mergeLoader],
  ['undoing', undoLoader],
  ['merging, sent', mergeAction],
  ['undoing, sent', undoAction],
  ['her name, sent', nameAction],
  ['her passphrase, sent', passphraseAction],
  ['two people, sent', setApart],
  ['the purpose, sent', sayPurpose],
];

test.each(EVERY)(
  '%s of another area is not there, as that of an area there is none of',
  async (name, handler) => {
    const { id } = await person1();
    const form = name.endsWith('sent') ? { purpose: 'roster' } : undefined;
    const mine = await withPurpose(neighbour, TOTTORI);
    for (const code of [SAKAI, '999999', OSAKA, '000000']) {
      const { status } = await ask(handler, { cookie: mine, code, id, form });
      expect(status, code).toBe(404);
    }
    expect((await ask(handler, { cookie: '', id, form })).location).toMatch(/^\/sign-in/);
    for (const role of ['trainer', 'operator', 'national-viewer'] as const) {
      const cookie = await makeStaff(role, role === 'trainer' ? SAKAI : null);
      expect((await ask(handler, { cookie, id, form })).status, role).toBe(403);
    }
  },
);

test.each(EVERY.filter(([name]) => !name.includes('purpose')))(
  '%s is not shown before its purpose is said, nor half an hour after, nor in another login',
  async (name, handler) => {
    const { id } = await person1();
    const form = name.endsWith('sent') ? {} : undefined;
    const asked = /^\/office\/areas\/271403\/people\/purpose\?to=/;
    expect((await ask(handler, { cookie: officer, id, form })).location).toMatch(asked);
    const said = await withPurpose(officer);
    expect((await ask(handler, { cookie: said, id, form })).location).not.toMatch(asked);

    const another = await makeStaff('municipal-officer', SAKAI);
    const stolen = `${another}; ${said.split('; ')[1]}`;
    expect((await ask(handler, { cookie: stolen, id, form })).location).toMatch(asked);

    vi.useFakeTimers({ toFake: ['Date'], now: now().getTime() + HALF_AN_HOUR_MS - 2000 });
    expect((await ask(handler, { cookie: said, id, form })).location).not.toMatch(asked);
    vi.setSystemTime(now().getTime() + 4000);
    expect((await ask(handler, { cookie: said, id, form })).location).toMatch(asked);
  },
);

test('a purpose is one of four, in words where it is another, and leads back only to this desk', async () => {
  const say = (form: Record<string, string>, search = '') =>
    ask(sayPurpose, { cookie: officer, form, search });
  expect((await say({})).status).toBe(400);
  expect((await say({ purpose: 'none' })).status).toBe(400);
  expect((await say({ purpose: 'other', words: ' 　' })).status).toBe(400);
  expect((await say({ purpose: 'roster', words: 'あ'.repeat(101) })).status).toBe(400);
  expect((await say({ purpose: 'other', words: 'あ'.repeat(100) })).status).toBe(303);
  const desk = `/office/areas/${SAKAI}`;
  for (const [to, expected] of [
    [`${desk}/repeats?page=2`, `${desk}/repeats?page=2`],
    ['/office/areas/312011/people', `${desk}/people`],
    ['https://evil.example/', `${desk}/people`],
    ['//evil.example', `${desk}/people`],
    [`${desk}/../../../my`, `${desk}/people`],
  ] as const) {
    const { location } = await say({ purpose: 'roster' }, `?to=${encodeURIComponent(to)}`);
    expect(location).toBe(expected);
  }
});

test('every look and every file is written down with its purpose and its rows, and no name', async () => {
  const { id } = await person1({ name: '秘密 太郎' });
  const cookie = await withPurpose(officer);
  await ask(list, { cookie, search: '?q=秘密&year=' });
  expect(await lastAudit()).toMatchObject({
    action: 'people.list',
    areaCode: SAKAI,
    purpose: '修了者名簿の作成',
    detail: { rows: 1, page: 1, searched: true },
  });
  for (const file of [xlsx, csv, cp932]) {
    await ask(file, { cookie });
    expect(await lastAudit()).toMatchObject({ action: 'people.download', detail: { rows: 1 } });
  }
  await ask(person, { cookie, id });
  expect(await lastAudit()).toMatchObject({ action: 'person.view', subjectId: id });
  await ask(nameAction, { cookie, id, form: { name: '公開 太郎', kana: 'コウカイ　タロウ' } });
  expect(await lastAudit()).toMatchObject({
    action: 'person.correct',
    detail: { changed: ['name', 'kana'] },
  });
  const log = JSON.stringify(await store.read.select().from(auditLog));
  expect(log).not.toContain('秘密');
  expect(log).not.toContain('公開');
});

test('screen and files hold the same people, with the days on which they completed', async () => {
  const { id: personId } = await person1({
    name: '𠮷田 花子',
    kana: 'ヨシダ　ハナコ',
    kanaKey: 'ヨシダハナコ',
  });
  await person1({ name: '=1+1', kana: 'アサヒ', kanaKey: 'アサヒ' });
  await store.tx((db) => makeCompletion(db, { personId }));
  const cookie = await withPurpose(officer);
  const { shown } = await ask(list, { cookie });
  expect(shown).toMatchObject({ total: 2, people: [{ name: '=1+1' }, { name: '𠮷田 花子' }] });
  const bytes = async (file: Handler) =>
    Buffer.from(await (await ask(file, { cookie })).response!.arrayBuffer());
  const workbook = await readXlsx(await bytes(xlsx));
  const rows = workbook.sheets[0]!.rows.map((row) => row.map(String));
  expect(rows.at(-2)).toContain('=1+1');
  expect(rows.at(-1)).toContain('𠮷田 花子');
  expect((await bytes(csv)).toString('utf8')).toMatch(/𠮷田 花子,ヨシダ　ハナコ,.*2026-09-15/);
  expect(iconv.decode(await bytes(cp932), 'cp932')).toContain('〓田 花子');
  expect((await ask(list, { cookie, search: '?year=1999' })).status).toBe(404);
  expect((await ask(list, { cookie, search: '?programme=nothing' })).status).toBe(404);
  expect((await ask(list, { cookie, search: '?page=99' })).shown).toMatchObject({ page: 1 });
});

test('a prefectural officer has a list and nothing to mend or merge', async () => {
  const cookie = await withPurpose(await makeStaff('prefectural-officer', OSAKA), OSAKA);
  expect((await ask(list, { cookie, code: OSAKA })).shown).toMatchObject({
    total: 0,
    mayTend: false,
  });
  for (const handler of [repeats, mergeLoader, undoLoader, nameLoader, passphraseLoader])
    expect((await ask(handler, { cookie, code: OSAKA })).status).toBe(404);
  expect((await ask(start, { cookie })).location).toBe(`/office/areas/${OSAKA}/people`);
});

test('two records are merged, looked at as one, and taken apart again', async () => {
  const [kept, merged] = [await person1(), await person1()];
  const cookie = await withPurpose(officer);
  expect((await ask(repeats, { cookie })).shown).toMatchObject({ total: 1 });
  const search = `?one=${kept.id}&other=${merged.id}`;
  expect((await ask(mergeLoader, { cookie, search })).status).toBe(200);
  expect((await ask(mergeAction, { cookie, search, form: {} })).status).toBe(400);
  expect((await ask(mergeAction, { cookie, search, form: { kept: 'nobody' } })).status).toBe(400);
  const sent = { cookie, search, form: { kept: kept.id } };
  const [first, second] = await Promise.all([ask(mergeAction, sent), ask(mergeAction, sent)]);
  expect([first.status, second.status].sort()).toEqual([303, 400]);
  expect((await ask(person, { cookie, id: merged.id })).location).toMatch(new RegExp(kept.id));
  expect((await ask(repeats, { cookie })).shown).toMatchObject({ total: 0 });
  const { shown } = await ask(person, { cookie, id: kept.id });
  const [merge] = shown!.merges as { id: string; mayUndo: boolean }[];
  expect(merge).toMatchObject({ mayUndo: true });
  expect((await ask(undoLoader, { cookie, id: merge!.id })).shown).toMatchObject({ mayUndo: true });
  expect((await ask(undoAction, { cookie, id: merge!.id, form: {} })).status).toBe(303);
  expect((await ask(undoAction, { cookie, id: merge!.id, form: {} })).status).toBe(404);
  expect((await ask(person, { cookie, id: merged.id })).status).toBe(200);
  expect((await store.read.select().from(auditLog)).map(({ action }) => action)).toEqual(
    expect.arrayContaining(['person.merge', 'person.unmerge']),
  );
});

test('a pair with somebody outside is not there, and two people stay two', async () => {
  const [mine, another] = [await person1(), await person1()];
  const outside = await person1({ enrolledAreaCode: TOTTORI });
  const cookie = await withPurpose(officer);
  for (const search of [
    `?one=${mine.id}&other=${outside.id}`,
    `?one=${outside.id}&other=${mine.id}`,
    `?one=${mine.id}&other=nobody`,
    '',
  ]) {
    expect((await ask(mergeLoader, { cookie, search })).status).toBe(404);
    expect((await ask(mergeAction, { cookie, search, form: { kept: mine.id } })).status).toBe(404);
  }
  expect((await ask(setApart, { cookie, form: { one: mine.id, other: outside.id } })).status).toBe(
    404,
  );
  const form = { one: mine.id, other: another.id };
  expect((await ask(setApart, { cookie, form })).status).toBe(303);
  expect((await ask(setApart, { cookie, form })).status).toBe(303);
  expect(await store.read.select().from(peopleApart)).toHaveLength(1);
  expect((await ask(repeats, { cookie })).shown).toMatchObject({ total: 0 });
});

test('only the office that enrolled her mends a name or hands out a passphrase, and never for staff', async () => {
  const { id } = await person1();
  const agreed = await person1({ enrolledAreaCode: TOTTORI });
  const staff = await person1();
  await store.tx(async (db) => {
    await makeConsent(db, { personId: agreed.id, areaCode: SAKAI });
    await makeGrant(db, { personId: staff.id, role: 'trainer', areaCode: SAKAI });
  });
  const cookie = await withPurpose(officer);
  expect((await ask(person, { cookie, id: agreed.id })).shown).toMatchObject({
    mayMend: false,
    mayGivePassphrase: false,
  });
  expect((await ask(nameLoader, { cookie, id: agreed.id })).status).toBe(404);
  for (const other of [agreed.id, staff.id]) {
    expect((await ask(passphraseLoader, { cookie, id: other })).status).toBe(404);
    expect((await ask(passphraseAction, { cookie, id: other, form: {} })).status).toBe(404);
  }
  await signInWithSecondFactor(context, id);
  const made = await ask(passphraseAction, { cookie, id, form: { step: 'make' } });
  const note = made.response!.headers.get('Set-Cookie')!.split(';')[0]!;
  const shown = (await ask(passphraseLoader, { cookie: `${cookie}; ${note}`, id })).shown!;
  const [row] = await store.read.select().from(passwords);
  expect(await verifyPassword(row!.hash, String(shown.passphrase))).toBe(true);
  expect((await ask(passphraseLoader, { cookie, id })).shown).toMatchObject({ passphrase: null });
  const sessions = await store.read.select().from(loginSessions);
  expect(sessions.map(({ personId }) => personId)).not.toContain(id);
  expect((await lastAudit())!.action).toBe('person.give-passphrase');
});

test('a name is refused in words where it cannot be printed, and one sent twice is saved once', async () => {
  const { id } = await person1();
  const cookie = await withPurpose(officer);
  const send = (name: string, kana: string) =>
    ask(nameAction, { cookie, id, form: { name, kana } });
  for (const [name, kana] of [
    ['', 'アサヒ'],
    ['朝日\u0007', 'アサヒ'],
    ['朝日', ''],
    ['朝日', '朝日'],
    ['あ'.repeat(61), 'アサヒ'],
    ['朝日🌞', 'アサヒ'],
  ] as const)
    expect((await send(name, kana)).status, name).toBe(400);
  expect((await send(' 朝日　昇 ', 'あさひ のぼる')).status).toBe(303);
  expect((await send('朝日　昇', 'アサヒ　ノボル')).status).toBe(303);
  const saved = (await store.read.select().from(people)).find((row) => row.id === id);
  expect(saved).toMatchObject({
    name: '朝日　昇',
    kana: 'アサヒ　ノボル',
    kanaKey: 'アサヒノボル',
  });
  const log = await store.read.select().from(auditLog);
  expect(log.filter(({ action }) => action === 'person.correct')).toHaveLength(1);
});

test('a purpose that was sealed for another name or with another secret does not open', async () => {
  const [, secret] = officer.split('=');
  const forged = sealNote(
    { secret: 'x'.repeat(32), origin: context.origin },
    { name: 'purpose', path: '/office' },
    {
      sessionHash: sha256(secret!),
      text: JSON.stringify({ areaCode: SAKAI, words: 'x', saidAt: now().getTime() }),
    },
  );
  const { location } = await ask(list, { cookie: `${officer}; ${forged.split(';')[0]}` });
  expect(location).toMatch(/purpose/);
});
