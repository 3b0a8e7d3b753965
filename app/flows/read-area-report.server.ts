import { reportBound } from '~/auth/policies/report';
import type { Visitor } from '~/auth/visitor';
import type { ReportTable } from '~/documents/table';
import type { Db } from '~/db/store.server';
import { findOpenJobs } from '~/domain/operation/find-open-jobs.server';
import { ALL } from '~/domain/reporting/count-cells';
import { findAreaReport, type AreaReport } from '~/domain/reporting/find-area-report.server';
import { findReportArea, type ReportArea } from '~/domain/reporting/find-report-area.server';
import { findReportYears } from '~/domain/reporting/find-report-years.server';
import {
  findReportedProgrammes,
  type ReportedProgramme,
} from '~/domain/reporting/find-reported-programmes.server';
import { jstDates } from '~/lib/clock';
import { areaReportTables } from './area-report-tables';
import { RECOUNT_AREA } from './recount-areas.server';

export type ReadAreaReport = {
  /** One of the two, as it stands in the address. */
  place: { code?: string | undefined; group?: string | undefined };
  /** `year` and `programme` as they stand in the address; both may be absent. */
  search: URLSearchParams;
  visitor: Pick<Visitor, 'grants' | 'name'>;
  demo: boolean;
  at: Date;
};

export type AreaReportRead =
  | {
      ok: true;
      report: AreaReport;
      tables: ReportTable[];
      years: number[];
      programmes: ReportedProgramme[];
      /** The areas around it that the visitor may read too, the widest first. */
      around: Pick<ReportArea, 'code' | 'kind' | 'name'>[];
      /** Set while the figures of a changed group or merged area are being counted anew. */
      recounting: boolean;
    }
  /** The same for an area of somebody else and for one that is not there. */
  | { ok: false; reason: 'not-yours' }
  | { ok: false; reason: 'no-such-filter' };

const FIRST_YEAR = 2000;

/** What the screen and all files of an area's report are made from. */
export async function readAreaReport(db: Db, input: ReadAreaReport): Promise<AreaReportRead> {
  const { place, visitor, at } = input;
  const areaCode = place.group ?? place.code ?? '';
  const area = await findReportArea(db, { code: areaCode, within: reportBound(visitor.grants) });
  const isGroup = area?.kind === 'group';
  if (!area || isGroup !== (place.group !== undefined)) return { ok: false, reason: 'not-yours' };

  const thisYear = jstDates(at).fiscalYear;
  const programmes = await findReportedProgrammes(db);
  const fiscalYear = Number(input.search.get('year') ?? thisYear);
  const programmeCode = input.search.get('programme') ?? ALL;
  const isYear = Number.isInteger(fiscalYear) && fiscalYear >= FIRST_YEAR && fiscalYear <= thisYear;
  const isProgramme =
    programmeCode === ALL || programmes.some(({ code }) => code === programmeCode);
  const report =
    isYear && isProgramme
      ? await findAreaReport(db, { area, fiscalYear, programmeCode, at })
      : null;
  if (!report) return { ok: false, reason: 'no-such-filter' };

  const years = new Set([thisYear, fiscalYear, ...(await findReportYears(db, areaCode))]);
  return {
    ok: true,
    report,
    tables: areaReportTables(report, { programmes, at, madeBy: visitor.name, demo: input.demo }),
    years: [...years].filter((year) => year <= thisYear).sort((a, b) => b - a),
    programmes,
    around: await findAround(db, area, visitor),
    recounting: await findRecounting(db, areaCode),
  };
}

async function findRecounting(db: Db, areaCode: string): Promise<boolean> {
  const open = await findOpenJobs(db, { kind: RECOUNT_AREA });
  return open.some((payload) => payload.areaCode === areaCode);
}

async function findAround(db: Db, area: ReportArea, visitor: Pick<Visitor, 'grants'>) {
  const around: ReportArea[] = [];
  const within = reportBound(visitor.grants);
  const { prefectureCode, parentCode, became } = area;
  for (const code of new Set([prefectureCode, parentCode, became?.code])) {
    const found = code && code !== area.code ? await findReportArea(db, { code, within }) : null;
    if (found) around.push(found);
  }
  return around.map(({ code, kind, name }) => ({ code, kind, name }));
}
