import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Store } from '~/db/store.server';
import { findCertificate } from '~/domain/certificates/find-certificate.server';
import { withdrawCertificate } from '~/domain/certificates/withdraw-certificate.server';
import { action as withdraw, loader as adminOne } from '~/routes/admin/certificate/route';
import { loader as adminList } from '~/routes/admin/certificates/route';
import { loader as pdf } from '~/routes/api/certificate/route';
import { loader as page } from '~/routes/my/certificate/route';
import {
  AT,
  makeCertificate,
  makeCompletion,
  makeGrant,
  makeGuest,
  makeOrganisation,
  makePerson,
} from './factories';
import { signInWithSecondFactor } from './sign-in';
import { openTestStore } from './test-store';

// Who may open a certificate as its holder or as its host, by any address.

const context = {
  content: { programmes: [] },
  origin: 'http://localhost',
  secret: 's'.repeat(32),
} as unknown as LoaderFunctionArgs['context'];
let store: Store;

beforeAll(() => {
  store = openTestStore();
  context.store = store;
});
afterAll(() => store.close());

async function signIn(personId: string): Promise<string> {
  return signInWithSecondFactor(context, personId);
}

async function makeHolder(
  over: Partial<Parameters<typeof makeCertificate>[1]> = {},
  areaCode = '271403',
) {
  const certificate = await store.tx(async (db) => {
    const { id: organisationId } = await makeOrganisation(db, { areaCode });
    const { id: personId } = await makePerson(db);
    const { id: completionId } = await makeCompletion(db, { personId });
    return makeCertificate(db, { personId, completionId, organisationId, ...over });
  });
  return { certificate, cookie: await signIn(certificate.personId) };
}

async function makeStaff(
  grant: Omit<Parameters<typeof makeGrant>[1], 'personId'>,
): Promise<string> {
  const { id } = await store.tx(async (db) => {
    const person = await makePerson(db);
    await makeGrant(db, { ...grant, personId: person.id });
    return person;
  });
  return signIn(id);
}

type Ask = { cookie?: string; id: string; search?: string; form?: Record<string, string> };
type Handler = (args: LoaderFunctionArgs & ActionFunctionArgs) => Promise<unknown>;

/** What a handler answers: a response it gives or throws, or the data it shows. */
async function ask(handler: Handler, { cookie = '', id, search = '', form }: Ask) {
  const request = new Request(`http://localhost/x/${id}${search}`, {
    headers: { Cookie: cookie },
    ...(form ? { method: 'POST', body: new URLSearchParams(form) } : {}),
  });
  const args = { request, params: { id }, context } as unknown as LoaderFunctionArgs &
    ActionFunctionArgs;
  const answer = await handler(args).catch((thrown: unknown) => thrown);
  if (answer instanceof Response) {
    return { status: answer.status, headers: answer.headers, response: answer, shown: null };
  }
  if (answer instanceof Error) throw answer;
  const { data, init } = answer as { data: unknown; init: ResponseInit | null };
  return {
    status: init?.status ?? 200,
    headers: new Headers(init?.headers),
    response: null,
    shown: data,
  };
}

test('the holder opens her certificate as a PDF under a name that says what it is', async () => {
  const { certificate, cookie } = await makeHolder({
    serial: 418,
    number: '第 27140-2026-000418 号',
  });
  const { status, headers, response } = await ask(pdf, { id: certificate.id, cookie });
  expect(status).toBe(200);
  expect(headers.get('Content-Type')).toBe('application/pdf');
  const disposition = headers.get('Content-Disposition')!;
  expect(disposition).toMatch(
    /^inline; filename="certificate-27140-2026-000418\.pdf"; filename\*=UTF-8''[!-~]+$/,
  );
  expect(decodeURIComponent(disposition.split("UTF-8''")[1]!)).toBe(
    '修了証_ゲートキーパーはじめの一歩_第27140-2026-000418号.pdf',
  );
  expect(
    Buffer.from(await response!.arrayBuffer())
      .subarray(0, 5)
      .toString(),
  ).toBe('%PDF-');
});

test.each([
  ['the PDF', pdf],
  ['the page', page],
])(
  '%s is for its holder only: others are told what they are told of one that is not there',
  async (_, handler) => {
    const { certificate, cookie } = await makeHolder();
    const other = await makeHolder();
    expect((await ask(handler, { id: certificate.id, cookie: other.cookie })).status).toBe(404);
    expect((await ask(handler, { id: 'nothing', cookie })).status).toBe(404);
    const signedOut = await ask(handler, { id: certificate.id });
    expect(signedOut.headers.get('Location')).toMatch(/^\/sign-in\?to=/);
    const guest = await store.tx((db) => makeGuest(db));
    const asGuest = await ask(handler, { id: certificate.id, cookie: await signIn(guest.id) });
    expect(asGuest.headers.get('Location')).toMatch(/^\/join\?to=/);
  },
);

test('a withdrawn certificate is not printed; its page says so', async () => {
  const { certificate, cookie } = await makeHolder();
  await store.tx((db) =>
    withdrawCertificate(db, {
      certificateId: certificate.id,
      withdrawnBy: 'x',
      note: '',
      reason: 'misprint',
      at: AT,
    }),
  );
  const printed = await ask(pdf, { id: certificate.id, cookie });
  expect([printed.status, printed.headers.get('Location')]).toEqual([
    302,
    `/my/certificates/${certificate.id}`,
  ]);
  expect((await ask(page, { id: certificate.id, cookie })).shown).toMatchObject({
    state: 'withdrawn',
    withdrawn: { day: '令和8年（2026年）9月15日', reason: '記載の誤り' },
  });
});

test('a letter the print lacks is named on the page, and the name stays as it was typed', async () => {
  const { certificate, cookie } = await makeHolder({ holderName: '山田 \u{13000}' });
  const printed = await ask(pdf, { id: certificate.id, cookie });
  expect(printed.headers.get('Location')).toBe(`/my/certificates/${certificate.id}?print=refused`);
  expect(
    (await ask(page, { id: certificate.id, cookie, search: '?print=refused' })).shown,
  ).toMatchObject({
    missingLetters: ['\u{13000}'],
    words: { holderName: '山田 \u{13000}' },
  });
});

test('a trainer sees the certificates of her area, and gets one answer for all others', async () => {
  const { certificate } = await makeHolder({}, '271403');
  const elsewhere = await makeHolder({}, '312011');
  const cookie = await makeStaff({ role: 'trainer', areaCode: '271403' });
  const listed = (await ask(adminList, { id: '', cookie })).shown as {
    certificates: { id: string }[];
  };
  const ids = listed.certificates.map(({ id }) => id);
  expect(ids).toContain(certificate.id);
  expect(ids).not.toContain(elsewhere.certificate.id);
  expect((await ask(adminOne, { id: certificate.id, cookie })).status).toBe(200);
  const withdrawal = { step: 'withdraw', reason: 'wish', note: 'ご本人から申し出' };
  for (const id of [elsewhere.certificate.id, 'nothing']) {
    expect((await ask(adminOne, { id, cookie })).status).toBe(403);
    expect((await ask(withdraw, { id, cookie, form: withdrawal })).status).toBe(403);
  }
  expect((await findCertificate(store.read, elsewhere.certificate))!.withdrawnAt).toBeNull();
});

test('officers and holders find no way into the list, a certificate of it, or withdrawing', async () => {
  const { certificate, cookie: holder } = await makeHolder();
  const officer = await makeStaff({ role: 'municipal-officer', areaCode: '271403' });
  const form = { step: 'withdraw', reason: 'wish', note: 'ご本人から申し出' };
  for (const cookie of [holder, officer]) {
    expect((await ask(adminList, { id: '', cookie })).status).toBe(403);
    expect((await ask(adminOne, { id: certificate.id, cookie })).status).toBe(403);
    expect((await ask(withdraw, { id: certificate.id, cookie, form })).status).toBe(403);
  }
});

test('withdrawing asks first, keeps what was typed, and is told that it came second', async () => {
  const { certificate } = await makeHolder();
  const cookie = await makeStaff({ role: 'operator' });
  const { id } = certificate;
  const ok = { reason: 'misprint', note: 'あ'.repeat(400) };
  for (const form of [
    { ...ok, note: 'あ'.repeat(4) },
    { ...ok, note: 'あ'.repeat(401) },
    { ...ok, note: '　 　　　　　' },
    { ...ok, reason: 'because' },
    { note: ok.note },
  ]) {
    const refused = await ask(withdraw, { id, cookie, form: { step: 'withdraw', ...form } });
    expect(refused.status).toBe(400);
    expect(refused.shown).toMatchObject({
      refused: { initialValue: form.note.trim() ? { note: form.note } : {} },
    });
  }
  expect((await ask(withdraw, { id, cookie, form: { step: 'check', ...ok } })).shown).toMatchObject(
    { confirm: ok },
  );
  expect((await findCertificate(store.read, { id }))!.withdrawnAt).toBeNull();
  const form = { step: 'withdraw', ...ok, note: 'あ'.repeat(5) };
  expect((await ask(withdraw, { id, cookie, form })).status).toBe(303);
  const second = await ask(withdraw, { id, cookie, form: { ...form, reason: 'other' } });
  expect([second.status, second.shown]).toMatchObject([
    400,
    { refused: { error: { '': [expect.any(String)] } } },
  ]);
  expect((await findCertificate(store.read, { id }))!.withdrawnReason).toBe('misprint');
});
