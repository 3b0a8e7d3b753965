import type { Bound } from '~/lib/bound';
import { boundOf } from '../bound-of';
import type { Grant } from '../visitor';

/** Roles that read who looked at whose names; of which area is for `auditBound` to say. */
export const AUDIT_ROLES = ['municipal-officer', 'prefectural-officer', 'operator'] as const;

/**
 * Whose rows of the audit log somebody reads.
 *
 * - municipal-officer, prefectural-officer: what was done with the lists of her area and of what lies in it
 * - operator: all
 * - host, group-officer, national-viewer, trainer, reviewers: nothing
 */
export function auditBound(grants: readonly Grant[]): Bound<'audit'> {
  return boundOf(grants, ({ role, areaCode, organisationId, groupId }) => {
    switch (role) {
      case 'operator':
        return 'everywhere';
      case 'municipal-officer':
      case 'prefectural-officer':
        return areaCode !== null && organisationId === null && !groupId ? 'its-own' : 'nothing';
      case 'host':
      case 'group-officer':
      case 'national-viewer':
      case 'trainer':
      case 'clinical-reviewer':
      case 'editorial-reviewer':
        return 'nothing';
    }
  });
}
