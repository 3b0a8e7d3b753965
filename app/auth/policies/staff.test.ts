import { expect, test } from 'vitest';
import type { Role } from '~/db/tables/people';
import type { Grant } from '../visitor';
import { giveBound, grantBound, ROLE_OVER, rolesToGive, STAFF_ROLES } from './staff';

const grant = (role: Role, over: Partial<Grant> = {}): Grant => ({
  role,
  areaCode: null,
  organisationId: null,
  groupId: null,
  ...over,
});
const ROLES = Object.keys(ROLE_OVER) as Role[];
const NOTHING = { everywhere: false, areaCodes: [], groupIds: [], organisationIds: [] };
const ofCity = { areaCode: '271403' };
const ofPrefecture = { areaCode: '270008' };

/** Who gives what; whatever is not named is given by nobody but the operator. */
const TABLE: Record<Role, Role[]> = {
  operator: ROLES,
  'prefectural-officer': ['municipal-officer', 'prefectural-officer', 'trainer', 'host'],
  'municipal-officer': [
    'municipal-officer',
    'trainer',
    'host',
    'clinical-reviewer',
    'editorial-reviewer',
  ],
  'group-officer': [],
  host: [],
  'national-viewer': [],
  trainer: [],
  'clinical-reviewer': [],
  'editorial-reviewer': [],
};

test.each(ROLES)('%s gives what the table says, where she is herself, and nothing else', (role) => {
  const over = role === 'prefectural-officer' ? ofPrefecture : ofCity;
  const own = grant(role, role === 'operator' ? {} : over);
  expect(rolesToGive([own]).sort()).toEqual([...TABLE[role]].sort());
  for (const given of ROLES) {
    const may = TABLE[role].includes(given);
    const reach =
      role === 'operator' ? { everywhere: true } : { ...NOTHING, areaCodes: [over.areaCode] };
    expect(giveBound([own], given), given).toEqual(may ? reach : NOTHING);
  }
});

test('only the operator gives over the nation and over groups', () => {
  for (const role of ['operator', 'national-viewer', 'group-officer'] as const) {
    const everybodyElse = ROLES.filter((one) => one !== 'operator').map((one) =>
      grant(one, { ...ofPrefecture, groupId: null }),
    );
    expect(giveBound(everybodyElse, role)).toEqual(NOTHING);
  }
});

test('with two roles each gives where it is, not where the other is', () => {
  const grants = [
    grant('prefectural-officer', ofPrefecture),
    grant('municipal-officer', { areaCode: '312011' }),
  ];
  expect(giveBound(grants, 'clinical-reviewer')).toEqual({ ...NOTHING, areaCodes: ['312011'] });
  expect(giveBound(grants, 'prefectural-officer')).toEqual({ ...NOTHING, areaCodes: ['270008'] });
  expect(grantBound(grants)).toEqual({ ...NOTHING, areaCodes: ['270008', '312011'] });
});

test('a role over the wrong kind of place, or over two things, gives and sees nothing', () => {
  const wrong = [
    grant('municipal-officer', ofPrefecture),
    grant('municipal-officer'),
    grant('municipal-officer', { ...ofCity, organisationId: 'o' }),
    grant('municipal-officer', { ...ofCity, groupId: 'g' }),
    grant('prefectural-officer', ofCity),
    grant('prefectural-officer'),
  ];
  expect(grantBound(wrong)).toEqual(NOTHING);
  expect(rolesToGive(wrong)).toEqual([]);
});

test('only roles that give are asked in', () => {
  expect([...STAFF_ROLES].sort()).toEqual(ROLES.filter((role) => TABLE[role].length > 0).sort());
});
