import { expect, test } from 'vitest';
import type { Role } from '~/db/tables/people';
import type { Reach } from '~/lib/bound';
import type { Grant } from '../visitor';
import { hostBound } from './host-figures';
import { mergerBound } from './merger';
import { hostDecisionBound, organisationBound } from './organisation';
import { groupBound } from './region-group';

const ROLES: Role[] = [
  'trainer',
  'clinical-reviewer',
  'editorial-reviewer',
  'host',
  'municipal-officer',
  'group-officer',
  'prefectural-officer',
  'national-viewer',
  'operator',
];
const OVER = {
  nothing: {},
  prefecture: { areaCode: '270008' },
  city: { areaCode: '271403' },
  group: { groupId: 'kirin' },
  host: { organisationId: 'shakyo' },
  'city and host': { areaCode: '271403', organisationId: 'shakyo' },
} satisfies Record<string, Partial<Grant>>;
type Over = keyof typeof OVER;

function grant(role: Role, over: Over): Grant {
  return { role, areaCode: null, organisationId: null, groupId: null, ...OVER[over] };
}

type BoundMaker = (grants: readonly Grant[]) => Reach;

/** Every role over everything, and what it reaches; what reaches nothing is left out. */
function reached(makeBound: BoundMaker) {
  const found: string[] = [];
  for (const role of ROLES) {
    for (const over of Object.keys(OVER) as Over[]) {
      const bound = makeBound([grant(role, over)]);
      if (bound.everywhere) found.push(`${role} over ${over}: everywhere`);
      else {
        const own = [...bound.areaCodes, ...bound.groupIds, ...bound.organisationIds];
        if (own.length > 0) found.push(`${role} over ${over}: ${own.join()}`);
      }
    }
  }
  return found;
}

const operatorEverywhere = Object.keys(OVER).map((over) => `operator over ${over}: everywhere`);

test('only the operator looks after groups and mergers', () => {
  expect(reached(groupBound)).toEqual(operatorEverywhere);
  expect(reached(mergerBound)).toEqual(operatorEverywhere);
});

test('hosts are looked after by the officer of their municipality and by the operator', () => {
  expect(reached(organisationBound)).toEqual([
    'municipal-officer over city: 271403',
    ...operatorEverywhere,
  ]);
});

test("a host's own figures are for its contact alone", () => {
  expect(reached(hostBound)).toEqual(['host over host: shakyo', 'host over city and host: shakyo']);
});

test('about its programmes a host decides through its contact, or through who looks after it', () => {
  expect(reached(hostDecisionBound)).toEqual([
    'host over host: shakyo',
    'host over city and host: shakyo',
    'municipal-officer over city: 271403',
    ...operatorEverywhere,
  ]);
});
