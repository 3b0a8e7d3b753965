import type { ActionFunctionArgs } from '@remix-run/node';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { auditLog } from '~/db/schema.server';
import type { Store } from '~/db/store.server';
import type { Role } from '~/db/tables/people';
import { demoNumber } from '~/flows/demo/demo-records';
import { action } from '~/routes/admin/person/route';
import { makeGrant, makePerson, makeRegion } from './factories';
import { signInWithSecondFactor } from './sign-in';
import { openTestStore } from './test-store';

// The operator helps one person who gives her number, and looks nobody up otherwise.

const NUMBER = demoNumber(1);
const context = { origin: 'http://localhost' } as ActionFunctionArgs['context'];
let store: Store;

beforeEach(async () => {
  store = openTestStore();
  context.store = store;
  await store.tx(async (db) => {
    await makeRegion(db, { code: '270008', kind: 'prefecture', name: '大阪府' });
    await makeRegion(db);
    await makePerson(db, { name: '秘密 太郎', number: NUMBER });
  });
});
afterEach(() => store.close());

async function signIn(role: Role): Promise<string> {
  const { id } = await store.tx(async (db) => {
    const made = await makePerson(db);
    await makeGrant(db, { personId: made.id, role, areaCode: null });
    return made;
  });
  return signInWithSecondFactor(context, id);
}

async function send(cookie: string, form: Record<string, string>) {
  const request = new Request('http://localhost/admin/person', {
    method: 'POST',
    body: new URLSearchParams(form),
    headers: { Cookie: cookie },
  });
  const args = { request, params: {}, context: { ...context } } as unknown as ActionFunctionArgs;
  const answer: unknown = await action(args).catch((thrown: unknown) => thrown);
  if (answer instanceof Response) return { status: answer.status, person: null };
  const { data, init } = answer as { data: { person: unknown }; init: ResponseInit | null };
  return { status: init?.status ?? 200, person: data.person };
}

test('a whole number and a purpose show one person, and are written down without her name', async () => {
  const cookie = await signIn('operator');
  const shown = await send(cookie, { number: NUMBER, purpose: '電話への対応' });
  expect(shown).toMatchObject({ status: 200, person: { name: '秘密 太郎', place: '大阪府 堺市' } });
  const log = await store.read.select().from(auditLog);
  expect(log).toMatchObject([
    { action: 'person.view', areaCode: '271403', purpose: '電話への対応' },
  ]);
  expect(JSON.stringify(log)).not.toContain('秘密');
});

test('part of a number, a name, an unknown number and a look without a purpose show nobody', async () => {
  const cookie = await signIn('operator');
  const purpose = '電話への対応';
  for (const form of [
    { number: NUMBER.slice(0, 11), purpose },
    { number: '秘密', purpose },
    { number: '%', purpose },
    { number: demoNumber(2), purpose },
    { number: NUMBER, purpose: ' ' },
    { number: NUMBER, purpose: 'あ'.repeat(101) },
    {},
  ] as Record<string, string>[])
    expect(await send(cookie, form)).toEqual({ status: 400, person: null });
  expect(await store.read.select().from(auditLog)).toEqual([]);
});

test('nobody but the operator finds anybody by a number', async () => {
  for (const role of ['municipal-officer', 'trainer', 'host', 'national-viewer'] as const) {
    const cookie = await signIn(role);
    expect((await send(cookie, { number: NUMBER, purpose: '電話への対応' })).status).toBe(403);
  }
});
