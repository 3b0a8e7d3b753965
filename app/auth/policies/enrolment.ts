import type { Role } from '~/db/tables/people';
import type { Bound } from '~/lib/bound';
import { isPrefectureCode } from '~/lib/prefecture-code';
import { boundOf } from '../bound-of';
import type { Grant } from '../visitor';

/** Roles that enrol people; for which areas is for `enrolmentBound` to say. */
export const ENROLMENT_ROLES: Role[] = ['municipal-officer', 'operator'];

/**
 * For which municipalities somebody enrols people, one by one or from a list, and whose lists she sees.
 *
 * - municipal-officer: for her municipality and its wards
 * - operator: for every municipality
 * - everybody else: for none; a prefecture enrols nobody
 */
export function enrolmentBound(grants: readonly Grant[]): Bound<'enrolment'> {
  return boundOf(grants, ({ role, areaCode, organisationId, groupId }) => {
    if (role === 'operator') return 'everywhere';
    if (role !== 'municipal-officer' || areaCode === null || organisationId || groupId) {
      return 'nothing';
    }
    return isPrefectureCode(areaCode) ? 'nothing' : 'its-own';
  });
}
