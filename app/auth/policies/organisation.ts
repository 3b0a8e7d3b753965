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

/** Roles that decide about the programmes of a host; of which host is for `hostDecisionBound` to say. */
export const HOST_DECISION_ROLES = [...ORGANISATION_ROLES, 'host'] as const;

/** Whose local titles, electives and terms somebody decides: who looks after the host, and its own contact. */
export function hostDecisionBound(grants: readonly Grant[]): Bound<'organisation'> {
  const looksAfter = (grant: Grant) => {
    const bound = organisationBound([grant]);
    return bound.everywhere ? 'everywhere' : bound.areaCodes.length > 0 ? 'its-own' : 'nothing';
  };
  return boundOf(grants, (grant) =>
    grant.role === 'host' && grant.organisationId ? 'its-own' : looksAfter(grant),
  );
}
