import { expect, test } from 'vitest';
import { findAudit } from '~/domain/audit/find-audit.server';
import { findCertificate } from '~/domain/certificates/find-certificate.server';
import {
  AT,
  makeCertificate,
  makeCompletion,
  makeOrganisation,
  makePerson,
} from '../../tests/factories';
import { openTestStore } from '../../tests/test-store';
import { withdrawCertificate } from './withdraw-certificate.server';

test('a withdrawal stands in the audit log once, and its note stands with the certificate, where it can be emptied', async () => {
  const store = openTestStore();
  const certificate = await store.tx(async (db) => {
    const { id: personId } = await makePerson(db);
    const { id: completionId } = await makeCompletion(db, { personId });
    const { id: organisationId } = await makeOrganisation(db);
    return makeCertificate(db, { personId, completionId, organisationId });
  });
  const withdrawal = {
    certificateId: certificate.id,
    withdrawnBy: 'trainer',
    reason: 'misprint',
    note: '名前の漢字がちがっていた',
    areaCode: '271403',
    at: AT,
  } as const;
  expect(await withdrawCertificate(store, withdrawal)).toEqual({ ok: true });
  expect(await withdrawCertificate(store, withdrawal)).toEqual({
    ok: false,
    reason: 'already-withdrawn',
  });
  const log = await findAudit(store.read, {
    subjectKind: 'certificate',
    subjectId: certificate.id,
  });
  expect(log).toMatchObject([
    {
      actorId: 'trainer',
      action: 'certificate.withdraw',
      areaCode: '271403',
      detail: { reason: 'misprint' },
    },
  ]);
  expect(JSON.stringify(log)).not.toContain('漢字');
  const found = await findCertificate(store.read, { id: certificate.id });
  expect(found?.withdrawnNote).toBe('名前の漢字がちがっていた');
});
