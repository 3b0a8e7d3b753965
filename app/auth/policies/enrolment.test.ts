import { expect, test } from 'vitest';
import type { Grant } from '../visitor';
import { enrolmentBound } from './enrolment';

const grant = (role: Grant['role'], over: Partial<Grant> = {}): Grant => ({
  role,
  areaCode: null,
  organisationId: null,
  groupId: null,
  ...over,
});
const areas = (...grants: Grant[]) => {
  const bound = enrolmentBound(grants);
  return bound.everywhere ? 'everywhere' : bound.areaCodes;
};

test('a municipal officer enrols for her municipality, the operator for all', () => {
  expect(areas(grant('municipal-officer', { areaCode: '271403' }))).toEqual(['271403']);
  expect(areas(grant('operator'))).toBe('everywhere');
});

test('nobody else enrols anybody, whatever area is named', () => {
  expect(areas()).toEqual([]);
  expect(areas(grant('municipal-officer', { areaCode: '270008' }))).toEqual([]);
  expect(areas(grant('municipal-officer', { areaCode: '271403', groupId: 'g' }))).toEqual([]);
  for (const role of ['prefectural-officer', 'trainer', 'host', 'national-viewer'] as const) {
    expect(areas(grant(role, { areaCode: '271403' }))).toEqual([]);
  }
});
