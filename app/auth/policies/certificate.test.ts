import { expect, test } from 'vitest';
import { certificateScope, mayReadCertificate, mayWithdrawCertificate } from './certificate';

const SAKAI = { organisationId: 'sakai', areaCode: '271403' };
const NPO_IN_SAKAI = { organisationId: 'npo', areaCode: '271403' };
const TOTTORI = { organisationId: 'tottori', areaCode: '312011' };
const OPERATOR = { organisationId: 'operator', areaCode: null };
const EVERY = [SAKAI, NPO_IN_SAKAI, TOTTORI, OPERATOR];

const readable = (grants: Parameters<typeof certificateScope>[0]) =>
  EVERY.filter((issuer) => mayReadCertificate(grants, issuer)).map(
    (issuer) => issuer.organisationId,
  );

test('a trainer of an area looks after the certificates of its hosts', () => {
  expect(readable([{ role: 'trainer', areaCode: '271403', organisationId: null }])).toEqual([
    'sakai',
    'npo',
  ]);
});

test('a trainer of a host looks after its certificates only, whatever area is named beside it', () => {
  expect(readable([{ role: 'trainer', areaCode: '271403', organisationId: 'npo' }])).toEqual([
    'npo',
  ]);
});

test('a trainer with neither, an officer and nobody look after none', () => {
  expect(readable([{ role: 'trainer', areaCode: null, organisationId: null }])).toEqual([]);
  expect(
    readable([{ role: 'municipal-officer', areaCode: '271403', organisationId: null }]),
  ).toEqual([]);
  expect(readable([])).toEqual([]);
});

test('the operator looks after all', () => {
  const grants = [{ role: 'operator', areaCode: null, organisationId: null }] as const;
  expect(readable([...grants])).toHaveLength(EVERY.length);
  expect(certificateScope([...grants])).toBe('all');
});

test('who may not read may not withdraw', () => {
  const grants = [{ role: 'trainer' as const, areaCode: '271403', organisationId: null }];
  expect(EVERY.map((issuer) => mayWithdrawCertificate(grants, issuer))).toEqual(
    EVERY.map((issuer) => mayReadCertificate(grants, issuer)),
  );
});
