import { mayReadReport } from '~/auth/policies/report';
import type { Visitor } from '~/auth/visitor';
import type { ReportTable } from '~/documents/table';
import type { Db } from '~/db/store.server';
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

export type ReadAreaReport = {
  areaCode: string;
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
      around: Pick<ReportArea, 'code' | 'name'>[];
    }
  /** The same for an area of somebody else and for one that is not there. */
  | { ok: false; reason: 'not-yours' }
  | { ok: false; reason: 'no-such-filter' };

const FIRST_YEAR = 2000;

/** What the screen and all files of an area's report are made from. */
export async function readAreaReport(db: Db, input: ReadAreaReport): Promise<AreaReportRead> {
  const { areaCode, visitor, at } = input;
  const area = await findReportArea(db, areaCode);
  if (!area || !mayReadReport(visitor.grants, area)) return { ok: false, reason: 'not-yours' };

  const thisYear = jstDates(at).fiscalYear;
  const programmes = await findReportedProgrammes(db);
  const fiscalYear = Number(input.search.get('year') ?? thisYear);
  const programmeCode = input.search.get('programme') ?? ALL;
  const isYear = Number.isInteger(fiscalYear) && fiscalYear >= FIRST_YEAR && fiscalYear <= thisYear;
  const isProgramme =
    programmeCode === ALL || programmes.some(({ code }) => code === programmeCode);
  const report =
    isYear && isProgramme
      ? await findAreaReport(db, { areaCode, fiscalYear, programmeCode, at })
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
  };
}

async function findAround(db: Db, area: ReportArea, visitor: Pick<Visitor, 'grants'>) {
  const around: ReportArea[] = [];
  for (const code of new Set([area.prefectureCode, area.parentCode])) {
    const found = code && code !== area.code ? await findReportArea(db, code) : null;
    if (found && mayReadReport(visitor.grants, found)) around.push(found);
  }
  return around.map(({ code, name }) => ({ code, name }));
}
