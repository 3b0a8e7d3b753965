import type { LoaderFunctionArgs } from '@remix-run/node';
import { expect, test } from 'vitest';
import type { Db } from '~/db/store.server';
import { withdrawCertificate } from '~/domain/certificates/withdraw-certificate.server';
import {
  AT,
  makeCertificate,
  makeCompletion,
  makeOrganisation,
  makePerson,
} from '../../../../tests/factories';
import { openTestStore } from '../../../../tests/test-store';
import { loader } from './route';

type Over = Parameters<typeof makeCertificate>[1];

async function makeIssued(db: Db, over: Partial<Over> = {}) {
  const { id: organisationId } = await makeOrganisation(db);
  const { id: personId } = await makePerson(db, { email: 'hanako@example.jp' });
  const { id: completionId } = await makeCompletion(db, { personId });
  return makeCertificate(db, {
    personId,
    completionId,
    organisationId,
    code: '7F3K2MQX9TVD',
    ...over,
  });
}

async function open(over: Partial<Over> = {}) {
  const store = openTestStore();
  const certificate = await store.tx((db) => makeIssued(db, over));
  async function ask(code: string, clientAddress = '192.0.2.1') {
    const context = { store, clientAddress, secret: 's'.repeat(32) };
    const request = new Request(`http://localhost/verify/${code}`);
    const answer = await loader({
      request,
      params: { code },
      context,
    } as unknown as LoaderFunctionArgs);
    const headers = new Headers(answer.init?.headers);
    return { shown: answer.data, status: answer.init?.status ?? 200, headers };
  }
  return { store, certificate, ask };
}

test('a code shows every printed word and its state, and no more', async () => {
  const { ask } = await open();
  const { shown, status, headers } = await ask('7f3k-2mqx-9tvd');
  expect([status, headers.get('Cache-Control'), headers.get('X-Robots-Tag')]).toEqual([
    200,
    'no-store',
    'noindex, nofollow',
  ]);
  if (!('words' in shown)) throw new Error('not found');
  expect(shown.state).toBe('valid');
  expect(shown.words).toEqual({
    code: '7F3K2MQX9TVD',
    number: expect.stringMatching(/^第 27140-2026-\d{6} 号$/) as string,
    title: '修了証',
    courseTitle: 'ゲートキーパー はじめの一歩',
    holderName: '髙﨑 𠮷美',
    holderKana: 'タカサキ　ヨシミ',
    bodyText: 'あなたは、身近な人の変化に気づく学びを修められました。',
    hostName: '堺市',
    hostDepartment: '健康福祉局 地域共生推進課',
    issuedOn: '2026-09-15',
    expiresOn: null,
    minutes: 30,
    versionNumber: 1,
    specimen: false,
  });
  expect(Object.keys(shown).sort()).toEqual([
    'erased',
    'languages',
    'state',
    'today',
    'withdrawn',
    'words',
  ]);
});

test('a specimen says so', async () => {
  const { ask } = await open({ specimen: true });
  expect((await ask('7F3K2MQX9TVD')).shown).toMatchObject({ words: { specimen: true } });
});

test('a withdrawal is shown at once, with its public reason', async () => {
  const { store, certificate, ask } = await open();
  await ask('7F3K2MQX9TVD');
  await store.tx((db) =>
    withdrawCertificate(db, {
      certificateId: certificate.id,
      withdrawnBy: 'trainer',
      note: '',
      reason: 'wish',
      at: AT,
    }),
  );
  expect((await ask('7F3K2MQX9TVD')).shown).toMatchObject({
    state: 'withdrawn',
    withdrawn: { day: '令和8年（2026年）9月15日', reason: '本人の希望' },
  });
});

test('a certificate whose day is over is expired', async () => {
  const { ask } = await open({ issuedOn: '2020-04-01', expiresOn: '2021-03-31' });
  expect((await ask('7F3K2MQX9TVD')).shown).toMatchObject({ state: 'expired' });
});

test.each(['ABCD-EFGH-JKMN', 'short', 'あ', '%00', "'; drop table certificates; --"])(
  'nothing is found for %s, always with the same answer',
  async (code) => {
    const { ask } = await open();
    const { shown, status, headers } = await ask(code);
    expect([shown, status, headers.get('X-Robots-Tag')]).toEqual([
      { state: 'unknown' },
      404,
      'noindex, nofollow',
    ]);
  },
);

test('after too many tries an address waits, for codes that exist too; other addresses do not', async () => {
  const { ask } = await open();
  for (let i = 0; i < 119; i += 1) await ask('ABCD-EFGH-JKMN');
  expect((await ask('7F3K2MQX9TVD')).status).toBe(200);
  const { shown, status, headers } = await ask('7F3K2MQX9TVD');
  expect([shown.state, status]).toEqual(['slow', 429]);
  expect(Number(headers.get('Retry-After'))).toBeGreaterThan(0);
  expect((await ask('7F3K2MQX9TVD', '192.0.2.2')).status).toBe(200);
});
