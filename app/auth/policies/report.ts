import type { Role } from '~/db/tables/people';
import type { Grant } from '../visitor';

/** Roles that read reports at all; of which area is for `mayReadReport` to say. */
export const REPORT_ROLES: Role[] = ['municipal-officer', 'prefectural-officer', 'operator'];

type ReportedArea = { code: string; prefectureCode: string; parentCode: string | null };

/**
 * A municipal officer reads her municipality and its wards, a prefectural officer her prefecture
 * and every municipality and ward in it, the operator everything.
 */
export function mayReadReport(
  grants: Pick<Grant, 'role' | 'areaCode'>[],
  area: ReportedArea,
): boolean {
  return grants.some(({ role, areaCode }) => {
    if (role === 'operator') return true;
    if (areaCode === null) return false;
    if (role === 'municipal-officer') {
      const isMunicipal = area.code !== area.prefectureCode;
      return isMunicipal && (areaCode === area.code || areaCode === area.parentCode);
    }
    return role === 'prefectural-officer' && areaCode === area.prefectureCode;
  });
}
