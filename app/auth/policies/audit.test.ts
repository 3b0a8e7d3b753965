import { expect, test } from 'vitest';
import type { Role } from '~/db/tables/people';
import { auditBound } from './audit';

const grant = (role: Role, over: { areaCode?: string; organisationId?: string } = {}) => [
  { role, areaCode: null, organisationId: null, ...over },
];
const NOTHING = { everywhere: false, areaCodes: [], groupIds: [], organisationIds: [] };

test('the operator reads the whole log, an officer what is of her area', () => {
  expect(auditBound(grant('operator'))).toEqual({ everywhere: true });
  for (const role of ['municipal-officer', 'prefectural-officer'] as const) {
    expect(auditBound(grant(role, { areaCode: '271403' }))).toEqual({
      ...NOTHING,
      areaCodes: ['271403'],
    });
  }
});

test('an officer without an area, every other role and nobody read nothing', () => {
  expect(auditBound([])).toEqual(NOTHING);
  expect(auditBound(grant('municipal-officer'))).toEqual(NOTHING);
  const area = { areaCode: '271403' };
  expect(auditBound(grant('municipal-officer', { ...area, organisationId: 'npo' }))).toEqual(
    NOTHING,
  );
  const others: Role[] = [
    'host',
    'group-officer',
    'national-viewer',
    'trainer',
    'clinical-reviewer',
    'editorial-reviewer',
  ];
  for (const role of others) expect(auditBound(grant(role, area))).toEqual(NOTHING);
});
