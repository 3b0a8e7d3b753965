import type { ReportArea } from '~/domain/reporting/find-report-area.server';

/** Where the report of an area or a group stands. */
export function reportPath({ code, kind }: Pick<ReportArea, 'code' | 'kind'>): string {
  return kind === 'group' ? `/office/groups/${code}` : `/office/areas/${code}`;
}
