import type { AreaReport } from '~/domain/reporting/find-area-report.server';
import * as m from '~/paraglide/messages';

type ReportFile = { report: AreaReport; extension: string; type: string };

/** Headers of a report as a file to keep: its name in UTF-8 (RFC 5987), with one in ASCII for programs that do not know it. */
export function reportFileHeaders({ report, extension, type }: ReportFile): Record<string, string> {
  const { area, fiscalYear } = report;
  const name = m.office_file_name({ area: area.name, year: String(fiscalYear) });
  const plain = `report-${area.code}-${fiscalYear}${extension}`;
  return {
    'Content-Type': type,
    'Content-Disposition': `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name + extension)}`,
    'Cache-Control': 'private, no-store',
  };
}
