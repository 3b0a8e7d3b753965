import type { Role } from '~/db/tables/people';
import { isPrefectureCode } from '~/lib/prefecture-code';
import type { Bound } from '~/lib/bound';
import { boundOf } from '../bound-of';
import type { Grant } from '../visitor';

/** Roles with a list of names of an area; whose is for `personBound` to say. */
export const NAMES_ROLES: Role[] = ['municipal-officer', 'prefectural-officer'];

/**
 * Whose names somebody sees. What lies within is one query: `app/domain/people/visible-people.server.ts`.
 *
 * - municipal-officer: whom her office enrolled, and who agreed to share their name with her city
 * - prefectural-officer: who agreed, under a host that shares its names with her prefecture
 * - host: whom it enrolled, and who agreed to share their name with it
 * - group-officer, national-viewer, trainer, reviewers: nobody
 * - operator: nobody; a single person by her number is `supportBound`
 */
export function personBound(grants: readonly Grant[]): Bound<'person'> {
  return boundOf(grants, (grant) => {
    const { role, areaCode, organisationId, groupId } = grant;
    const isOfArea = areaCode !== null && organisationId === null && !groupId;
    switch (role) {
      case 'municipal-officer':
        return isOfArea && !isPrefectureCode(areaCode) ? 'its-own' : 'nothing';
      case 'prefectural-officer':
        return isOfArea && isPrefectureCode(areaCode) ? 'its-own' : 'nothing';
      case 'host':
        return organisationId !== null ? 'its-own' : 'nothing';
      case 'group-officer':
      case 'national-viewer':
      case 'trainer':
      case 'clinical-reviewer':
      case 'editorial-reviewer':
      case 'operator':
        return 'nothing';
    }
  });
}

/** The same for the lists of one area: what is hers through this area alone. */
export function personBoundOfArea(grants: readonly Grant[], areaCode: string): Bound<'person'> {
  return personBound(
    grants.filter((grant) => grant.areaCode === areaCode && grant.organisationId === null),
  );
}

/** Whether there is a list of names of this area for her, empty or not. */
export function mayListPeople(grants: readonly Grant[], areaCode: string): boolean {
  const bound = personBoundOfArea(grants, areaCode);
  return !bound.everywhere && bound.areaCodes.includes(areaCode);
}

/** Merging records and mending names is for the officers of a municipality; a prefecture only looks. */
export function mayTendPeople(grants: readonly Grant[], areaCode: string): boolean {
  return mayListPeople(grants, areaCode) && !isPrefectureCode(areaCode);
}

/** For helping one person who gives her number. Never for a list. */
export function supportBound(grants: readonly Grant[]): Bound<'supported-person'> {
  return boundOf(grants, ({ role }) => (role === 'operator' ? 'everywhere' : 'nothing'));
}
