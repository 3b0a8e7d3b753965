import type { Bound } from '~/lib/bound';
import { isPrefectureCode } from '~/lib/prefecture-code';
import { boundOf } from '../bound-of';
import type { Grant } from '../visitor';

/** Roles that look after windows at all; whose is for `directoryBound` to say. */
export const DIRECTORY_ROLES = ['municipal-officer', 'prefectural-officer', 'operator'] as const;

/**
 * Whose windows somebody adds, checks and retires.
 *
 * - municipal-officer: those of her municipality
 * - prefectural-officer: those of the prefecture itself (its municipalities look after their own: the area is
 *   asked for with `directoryBoundOfArea`)
 * - operator: all
 * - everybody else: none
 */
export function directoryBound(grants: readonly Grant[]): Bound<'directory'> {
  return boundOf(grants, ({ role, areaCode, organisationId, groupId }) => {
    if (role === 'operator') return 'everywhere';
    if (areaCode === null || organisationId || groupId) return 'nothing';
    if (role === 'municipal-officer') return isPrefectureCode(areaCode) ? 'nothing' : 'its-own';
    return role === 'prefectural-officer' && isPrefectureCode(areaCode) ? 'its-own' : 'nothing';
  });
}

/** The same for the pages of one area: what is hers through a role over this very area. */
export function directoryBoundOfArea(
  grants: readonly Grant[],
  areaCode: string,
): Bound<'directory'> {
  return directoryBound(
    grants.filter((grant) => grant.role === 'operator' || grant.areaCode === areaCode),
  );
}

/** Whether there are windows of this area for her to look after, none yet or some. */
export function mayTendDirectory(grants: readonly Grant[], areaCode: string): boolean {
  const within = directoryBoundOfArea(grants, areaCode);
  return within.everywhere || within.areaCodes.includes(areaCode);
}
