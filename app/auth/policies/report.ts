import type { Role } from '~/db/tables/people';
import type { Bound } from '~/lib/bound';
import { isPrefectureCode } from '~/lib/prefecture-code';
import { boundOf } from '../bound-of';
import type { Grant } from '../visitor';

/**
 * Whose reports a role reads. A report holds totals only.
 * `municipality` takes in its wards, `prefecture` every municipality, `group` every member, and each
 * what was merged into it; a host reads its own figures elsewhere (`host-figures.ts`), not the area's.
 */
const READS: Record<Role, 'everywhere' | 'prefecture' | 'municipality' | 'group' | 'nothing'> = {
  operator: 'everywhere',
  'national-viewer': 'everywhere',
  'prefectural-officer': 'prefecture',
  'group-officer': 'group',
  'municipal-officer': 'municipality',
  host: 'nothing',
  trainer: 'nothing',
  'clinical-reviewer': 'nothing',
  'editorial-reviewer': 'nothing',
};

/** Roles that read reports at all; of which area is for `reportBound` to say. */
export const REPORT_ROLES = (Object.keys(READS) as Role[]).filter(
  (role) => READS[role] !== 'nothing',
);

export function reportBound(grants: readonly Grant[]): Bound<'report'> {
  return boundOf(grants, ({ role, areaCode, organisationId, groupId }) => {
    const reads = READS[role];
    if (reads === 'everywhere' || reads === 'nothing') return reads;
    if (organisationId) return 'nothing';
    if (reads === 'group') return groupId && !areaCode ? 'its-own' : 'nothing';
    if (!areaCode || groupId) return 'nothing';
    return isPrefectureCode(areaCode) === (reads === 'prefecture') ? 'its-own' : 'nothing';
  });
}
