import { expect, test } from 'vitest';
import { mayWithdrawCertificate } from './certificate';

const grant = { areaCode: null, organisationId: null };
const sakai = { organisationId: 'sakai' };

test('a trainer withdraws certificates of her own host only', () => {
  const trainer = [{ ...grant, role: 'trainer' as const, organisationId: 'sakai' }];
  expect(mayWithdrawCertificate(trainer, sakai)).toBe(true);
  expect(mayWithdrawCertificate(trainer, { organisationId: 'tottori' })).toBe(false);
});

test('the operator withdraws any; officers and learners none', () => {
  expect(mayWithdrawCertificate([{ ...grant, role: 'operator' }], sakai)).toBe(true);
  const officer = {
    role: 'municipal-officer' as const,
    areaCode: '271403',
    organisationId: 'sakai',
  };
  expect(mayWithdrawCertificate([officer], sakai)).toBe(false);
  expect(mayWithdrawCertificate([], sakai)).toBe(false);
});
