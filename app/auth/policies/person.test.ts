import { expect, test } from 'vitest';
import type { Role } from '~/db/tables/people';
import type { Grant } from '../visitor';
import { mayListPeople, personBound, personBoundOfArea, supportBound } from './person';

const grant = (role: Role, over: Partial<Grant> = {}): Grant => ({
  role,
  areaCode: null,
  organisationId: null,
  groupId: null,
  ...over,
});
const NOBODY = { everywhere: false, areaCodes: [], groupIds: [], organisationIds: [] };

test('a municipal officer reaches her municipality, a prefectural officer her prefecture, a host itself', () => {
  expect(
    personBound([
      grant('municipal-officer', { areaCode: '271403' }),
      grant('prefectural-officer', { areaCode: '310000' }),
      grant('host', { organisationId: 'shakyo' }),
    ]),
  ).toEqual({ ...NOBODY, areaCodes: ['271403', '310000'], organisationIds: ['shakyo'] });
});

test('every other role reaches nobody, whatever area it holds', () => {
  const others: Role[] = [
    'trainer',
    'clinical-reviewer',
    'editorial-reviewer',
    'group-officer',
    'national-viewer',
    'operator',
  ];
  for (const role of others) {
    const grants = [
      grant(role),
      grant(role, { areaCode: '271403' }),
      grant(role, { areaCode: '270008' }),
      grant(role, { organisationId: 'shakyo' }),
      grant(role, { groupId: 'ken-iki' }),
    ];
    expect(personBound(grants)).toEqual(NOBODY);
  }
});

test('a grant over the wrong kind of area, or over none, reaches nobody', () => {
  expect(
    personBound([
      grant('municipal-officer'),
      grant('municipal-officer', { areaCode: '270008' }),
      grant('municipal-officer', { areaCode: '271403', groupId: 'ken-iki' }),
      grant('prefectural-officer', { areaCode: '271403' }),
      grant('prefectural-officer', { areaCode: '000000' }),
      grant('prefectural-officer'),
      grant('host', { areaCode: '271403' }),
    ]),
  ).toEqual(NOBODY);
});

test('the list of one area holds what is hers through this area alone', () => {
  const grants = [
    grant('municipal-officer', { areaCode: '271403' }),
    grant('municipal-officer', { areaCode: '312011' }),
    grant('host', { organisationId: 'shakyo' }),
  ];
  expect(personBoundOfArea(grants, '312011')).toEqual({ ...NOBODY, areaCodes: ['312011'] });
  expect(mayListPeople(grants, '312011')).toBe(true);
  expect(mayListPeople(grants, '271411')).toBe(false);
  expect(mayListPeople([grant('trainer', { areaCode: '271403' })], '271403')).toBe(false);
  expect(mayListPeople([grant('operator')], '000000')).toBe(false);
});

test('only the operator helps a person by her number', () => {
  expect(supportBound([grant('operator')])).toEqual({ everywhere: true });
  expect(supportBound([grant('municipal-officer', { areaCode: '271403' })])).toEqual(NOBODY);
});
