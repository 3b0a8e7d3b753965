import type { Role } from '~/db/tables/people';
import type { Bound } from '~/lib/bound';
import { isPrefectureCode } from '~/lib/prefecture-code';
import { boundOf } from '../bound-of';
import type { Grant } from '../visitor';

/** What every role is over. A role that may be over several things names them in the order they are offered. */
export const ROLE_OVER: Record<Role, readonly RoleOver[]> = {
  'municipal-officer': ['municipality'],
  'prefectural-officer': ['prefecture'],
  trainer: ['municipality', 'organisation'],
  host: ['organisation'],
  'clinical-reviewer': ['municipality', 'nation'],
  'editorial-reviewer': ['municipality', 'nation'],
  'group-officer': ['group'],
  'national-viewer': ['nation'],
  operator: ['nation'],
};
export type RoleOver = 'municipality' | 'prefecture' | 'organisation' | 'group' | 'nation';

/**
 * Which roles a role gives and ends. Where: the operator everywhere; an officer within her own
 * prefecture or municipality, of hosts those whose area lies in it. Nobody else gives any.
 */
const GIVES: Record<Role, readonly Role[]> = {
  operator: Object.keys(ROLE_OVER) as Role[],
  'prefectural-officer': ['municipal-officer', 'trainer', 'host', 'prefectural-officer'],
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

/** Roles that give roles, and see who has one. */
export const STAFF_ROLES = (Object.keys(GIVES) as Role[]).filter((role) => GIVES[role].length > 0);

/** Whose roles somebody sees: all that are held within her area. */
export function grantBound(grants: readonly Grant[]): Bound<'grant'> {
  return boundOf(grants, reachOf);
}

/** Where somebody gives and ends this role. */
export function giveBound(grants: readonly Grant[], role: Role): Bound<'grant'> {
  return boundOf(
    grants.filter((grant) => GIVES[grant.role].includes(role)),
    reachOf,
  );
}

/** The roles that somebody gives somewhere. */
export function rolesToGive(grants: readonly Grant[]): Role[] {
  return (Object.keys(ROLE_OVER) as Role[]).filter((role) => {
    const bound = giveBound(grants, role);
    return bound.everywhere || bound.areaCodes.length > 0;
  });
}

function reachOf({ role, areaCode, organisationId, groupId }: Grant) {
  if (role === 'operator') return 'everywhere';
  if (areaCode === null || organisationId !== null || groupId) return 'nothing';
  if (role === 'prefectural-officer') return isPrefectureCode(areaCode) ? 'its-own' : 'nothing';
  if (role === 'municipal-officer') return isPrefectureCode(areaCode) ? 'nothing' : 'its-own';
  return 'nothing';
}
