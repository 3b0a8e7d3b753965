import type { Bound } from '~/lib/bound';
import { isPrefectureCode } from '~/lib/prefecture-code';
import { boundOf } from '../bound-of';
import type { Grant } from '../visitor';

/** Roles that look after hosts at all; whose is for `organisationBound` to say. */
export const ORGANISATION_ROLES = ['municipal-officer', 'operator'] as const;

/**
 * Which hosts somebody adds and changes.
 *
 * - municipal-officer: those whose area lies in her municipality
 * - operator: all
 * - everybody else: none; a host reads its own figures (`host-figures.ts`) and does not change itself
 */
export function organisationBound(grants: readonly Grant[]): Bound<'organisation'> {
  return boundOf(grants, ({ role, areaCode, organisationId, groupId }) => {
    if (role === 'operator') return 'everywhere';
    const isOfCity = areaCode !== null && !organisationId && !groupId;
    return role === 'municipal-officer' && isOfCity && !isPrefectureCode(areaCode)
      ? 'its-own'
      : 'nothing';
  });
}
