import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { certificates } from '~/db/schema.server';
import type { Db } from '~/db/store.server';
import {
  AT,
  makeCertificate,
  makeCompletion,
  makeOrganisation,
  makePerson,
} from '../../../tests/factories';
import { openTestStore } from '../../../tests/test-store';
import { findCertificate } from './find-certificate.server';
import {
  findCertificatesMatching,
  type CertificateScope,
} from './find-certificates-matching.server';
import { findCertificatesOf } from './find-certificates-of.server';
import { issueCertificate } from './issue-certificate.server';
import { withdrawCertificate } from './withdraw-certificate.server';

async function makeIssued(
  db: Db,
  person: Parameters<typeof makePerson>[1] = {},
  organisation = {},
  over = {},
) {
  const host = await makeOrganisation(db, organisation);
  const holder = await makePerson(db, person);
  const completion = await makeCompletion(db, { personId: holder.id });
  const certificate = await makeCertificate(db, {
    personId: holder.id,
    completionId: completion.id,
    organisationId: host.id,
    holderName: holder.name!,
    holderKana: holder.kana!,
    ...over,
  });
  return { host, holder, completion, certificate };
}

test('a verification code that is taken is drawn again', async () => {
  const store = openTestStore();
  await store.tx(async (db) => {
    const { certificate } = await makeIssued(db);
    const { host, holder, completion } = await makeIssued(
      db,
      {},
      {},
      { code: 'ZZZZZZZZZZZ0', serial: 7 },
    );
    await db.delete(certificates).where(eq(certificates.completionId, completion.id));
    const draws = [certificate.code, certificate.code, '7F3K2MQX9TVD'];
    const issued = await issueCertificate(db, {
      personId: holder.id,
      completionId: completion.id,
      programmeCode: 'gatekeeper-first-step',
      cycle: 1,
      organisationId: host.id,
      fiscalYear: 2026,
      serial: 418,
      prefix: '27140',
      title: '修了証',
      courseTitle: 'ゲートキーパー はじめの一歩',
      holderName: '葛\u{E0100}城',
      holderKana: 'カツラギ',
      bodyText: 'あなたは、学びを修められました。',
      hostName: '堺市',
      hostDepartment: null,
      issuedOn: '2026-09-15',
      expiresOn: null,
      minutes: 30,
      versionNumber: 1,
      specimen: false,
      at: AT,
      drawCode: () => draws.shift()!,
    });
    expect(issued).toMatchObject({ code: '7F3K2MQX9TVD', number: '第 27140-2026-000418 号' });
    expect(await findCertificate(db, { code: '7F3K2MQX9TVD' })).toMatchObject({
      holderName: '葛\u{E0100}城',
      areaCode: '271403',
    });
    await expect(issueCertificate(db, { ...issued, prefix: '27140', at: AT })).rejects.toThrow(
      /UNIQUE/,
    );
  });
});

test('withdrawing sets its columns once; the second time is refused and changes nothing', async () => {
  const store = openTestStore();
  const { certificate } = await store.tx((db) => makeIssued(db));
  const withdrawal = {
    certificateId: certificate.id,
    withdrawnBy: 'trainer',
    note: '',
    reason: 'misprint',
    at: AT,
  } as const;
  expect(await store.tx((db) => withdrawCertificate(db, withdrawal))).toEqual({ ok: true });
  const again = { ...withdrawal, withdrawnBy: 'other', reason: 'other' as const, at: new Date(0) };
  expect(await store.tx((db) => withdrawCertificate(db, again))).toEqual({
    ok: false,
    reason: 'already-withdrawn',
  });
  expect(await findCertificate(store.read, { id: certificate.id })).toMatchObject({
    withdrawnAt: AT,
    withdrawnBy: 'trainer',
    withdrawnNote: '',
    withdrawnReason: 'misprint',
  });
  const unknown = { ...withdrawal, certificateId: 'nothing' };
  expect(await store.tx((db) => withdrawCertificate(db, unknown))).toEqual({
    ok: false,
    reason: 'unknown-certificate',
  });
});

test('two withdrawals at once: one is written, one refused', async () => {
  const store = openTestStore();
  const { certificate } = await store.tx((db) => makeIssued(db));
  const results = await Promise.all(
    ['a', 'b'].map((withdrawnBy) =>
      store.tx((db) =>
        withdrawCertificate(db, {
          certificateId: certificate.id,
          withdrawnBy,
          note: '',
          reason: 'wish',
          at: AT,
        }),
      ),
    ),
  );
  expect(results.map(({ ok }) => ok)).toEqual([true, false]);
});

async function search(query: string, scope: CertificateScope = 'all') {
  const store = openTestStore();
  await store.tx(async (db) => {
    await makeIssued(
      db,
      { name: '葛\u{E0100}城　さくら', kana: 'カツラギ　サクラ', kanaKey: 'カツラギサクラ' },
      { id: 'sakai' },
      { code: '7F3K2MQX9TVD', serial: 418, number: '第 27140-2026-000418 号' },
    );
    await makeIssued(
      db,
      { name: '山田 100%', kana: 'ヤマダ', kanaKey: 'ヤマダ' },
      { id: 'tottori', areaCode: '312011', seriesPrefix: '31201' },
      { code: 'ABCDEFGHJKMN', serial: 418, number: '第 31201-2026-000418 号' },
    );
  });
  const found = await findCertificatesMatching(store.read, { query, scope, limit: 10, offset: 0 });
  return found.map(({ number }) => number.slice(2, 7)).sort();
}

test.each([
  ['', ['27140', '31201']],
  ['第 27140-2026-000418 号', ['27140']],
  ['7f3k-2mqx-9tvd', ['27140']],
  ['葛城さくら', ['27140']],
  ['葛\u{E0100}城', ['27140']],
  ['かつらぎ', ['27140']],
  ['ｻｸﾗ', ['27140']],
  ['100%', ['31201']],
  ['%', ['31201']],
  ['_', []],
  ['27140-2025-000418', []],
])('searching 「%s」 finds %j', async (query, found) => {
  expect(await search(query)).toEqual(found);
});

test('only certificates of the own area or host are found, whatever is searched for', async () => {
  expect(await search('', { areaCodes: ['312011'], organisationIds: [] })).toEqual(['31201']);
  expect(await search('', { areaCodes: [], organisationIds: ['sakai'] })).toEqual(['27140']);
  expect(await search('7F3K-2MQX-9TVD', { areaCodes: ['312011'], organisationIds: [] })).toEqual(
    [],
  );
  expect(await search('', { areaCodes: [], organisationIds: [] })).toEqual([]);
});

test('a person sees her own certificates', async () => {
  const store = openTestStore();
  const { holder, certificate } = await store.tx((db) => makeIssued(db));
  await store.tx((db) => makeIssued(db));
  const hers = await findCertificatesOf(store.read, { personId: holder.id });
  expect(hers.map(({ id }) => id)).toEqual([certificate.id]);
});
