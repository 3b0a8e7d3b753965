import { expect, test } from 'vitest';
import type { Role } from '~/db/tables/people';
import type { Grant } from '../visitor';
import { directoryBoundOfArea, mayTendDirectory } from './directory';

const SAKAI = '271403';
const OSAKA = '270008';
const grant = (role: Role, over: Partial<Grant> = {}): Grant => ({
  role,
  areaCode: null,
  organisationId: null,
  groupId: null,
  ...over,
});

test('an officer tends the windows of her municipality, a prefecture its own, the operator all', () => {
  const city = [grant('municipal-officer', { areaCode: SAKAI })];
  const prefecture = [grant('prefectural-officer', { areaCode: OSAKA })];
  const tends = (grants: Grant[]) =>
    [SAKAI, OSAKA, '312011'].map((c) => mayTendDirectory(grants, c));
  expect(tends(city)).toEqual([true, false, false]);
  expect(tends(prefecture)).toEqual([false, true, false]);
  expect(tends([grant('operator')])).toEqual([true, true, true]);
});

test('nobody else does, and no role over what it is not made for', () => {
  const others: Grant[] = [
    grant('municipal-officer', { areaCode: OSAKA }),
    grant('prefectural-officer', { areaCode: SAKAI }),
    grant('group-officer', { groupId: 'kirin' }),
    grant('host', { organisationId: 'shakyo' }),
    grant('national-viewer'),
    grant('trainer', { areaCode: SAKAI }),
    grant('municipal-officer'),
  ];
  for (const one of others) {
    expect(mayTendDirectory([one], SAKAI)).toBe(false);
    expect(mayTendDirectory([one], OSAKA)).toBe(false);
  }
});

test('over two municipalities she reaches one at a time', () => {
  const both = [SAKAI, '312011'].map((areaCode) => grant('municipal-officer', { areaCode }));
  expect(directoryBoundOfArea(both, SAKAI)).toMatchObject({ areaCodes: [SAKAI] });
});
