import { expect, test } from 'vitest';
import type { Role } from '~/db/tables/people';
import type { Grant } from '../visitor';
import { REPORT_ROLES, reportBound } from './report';

const KINDS = {
  nowhere: {},
  prefecture: { areaCode: '270008' },
  city: { areaCode: '271403' },
  ward: { areaCode: '271411' },
  group: { groupId: 'kirin' },
  host: { organisationId: 'shakyo' },
} satisfies Record<string, Partial<Grant>>;
type Kind = keyof typeof KINDS;

/** What each role reads with a grant over each kind of area; what is not named is nothing. */
const TABLE: Record<Role, Partial<Record<Kind, 'everywhere' | 'its-own'>>> = {
  operator: all('everywhere'),
  'national-viewer': all('everywhere'),
  'prefectural-officer': { prefecture: 'its-own' },
  'group-officer': { group: 'its-own' },
  'municipal-officer': { city: 'its-own', ward: 'its-own' },
  host: {},
  trainer: {},
  'clinical-reviewer': {},
  'editorial-reviewer': {},
};

function all(reach: 'everywhere') {
  return Object.fromEntries(Object.keys(KINDS).map((kind) => [kind, reach]));
}

function grant(role: Role, over: Partial<Grant>): Grant {
  return { role, areaCode: null, organisationId: null, groupId: null, ...over };
}

function told(bound: ReturnType<typeof reportBound>, own: Partial<Grant>) {
  if (bound.everywhere) return 'everywhere';
  const reached = [...bound.areaCodes, ...bound.groupIds, ...bound.organisationIds];
  expect(reached.length).toBeLessThanOrEqual(1);
  const [only] = reached;
  return only && Object.values(own).includes(only) ? 'its-own' : undefined;
}

test.each(Object.keys(TABLE) as Role[])('%s reads what the table says and no more', (role) => {
  for (const kind of Object.keys(KINDS) as Kind[]) {
    const bound = reportBound([grant(role, KINDS[kind])]);
    expect(told(bound, KINDS[kind]), kind).toBe(TABLE[role][kind]);
  }
});

test('only the roles of the table that read something are asked in', () => {
  const reading = (Object.keys(TABLE) as Role[]).filter(
    (role) => Object.keys(TABLE[role]).length > 0,
  );
  expect([...REPORT_ROLES].sort()).toEqual(reading.sort());
});

test('a grant that names two things at once reads neither', () => {
  const two = { areaCode: '271403', organisationId: 'shakyo', groupId: 'kirin' };
  for (const role of ['municipal-officer', 'group-officer', 'prefectural-officer'] as const) {
    expect(reportBound([grant(role, two)])).toEqual({
      everywhere: false,
      areaCodes: [],
      groupIds: [],
      organisationIds: [],
    });
  }
});

test('somebody with several roles reads what each of them reads', () => {
  expect(
    reportBound([
      grant('municipal-officer', KINDS.city),
      grant('group-officer', KINDS.group),
      grant('trainer', { areaCode: '312011' }),
    ]),
  ).toEqual({
    everywhere: false,
    areaCodes: ['271403'],
    groupIds: ['kirin'],
    organisationIds: [],
  });
  expect(reportBound([])).toEqual({
    everywhere: false,
    areaCodes: [],
    groupIds: [],
    organisationIds: [],
  });
});
