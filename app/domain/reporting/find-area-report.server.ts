import { and, eq, inArray, or } from 'drizzle-orm';
import { completionCounts } from '~/db/schema.server';
import type { Db } from '~/db/store.server';
import type { Authorised } from '~/lib/bound';
import { audiencesOf } from './audiences-of';
import { comparedMonths, type ComparedMonths } from './compared-months';
import { ALL } from './count-cells';
import { figuresOf, type Figures } from './figures-of';
import { findPartFigures } from './find-part-figures.server';
import type { ReportArea } from './find-report-area.server';
import { findReportParts, type ReportPart } from './find-report-parts.server';

export type FindAreaReport = {
  area: Authorised<ReportArea>;
  fiscalYear: number;
  /** A programme's code, or "*" for all. */
  programmeCode: string;
  at: Date;
};

/** `byAudience` is 延べ by audience class; a class without any is absent. */
export type AudienceFigures = Figures & { byAudience: Record<string, number> };

export type AreaReport = ComparedMonths & {
  area: ReportArea;
  fiscalYear: number;
  programmeCode: string;
  total: AudienceFigures;
  byMonth: (AudienceFigures & { month: string })[];
  /** Empty when one programme is asked for. */
  byProgramme: (Figures & { programmeCode: string })[];
  /** Prefectures of the nation, municipalities of a prefecture, members of a group, wards of a designated city, what was merged into any; those without figures are there too. */
  parts: (Figures & ReportPart)[];
};

/** Everything an area's report shows. It reads counted cells only, so it costs the same however many completions there are. */
export async function findAreaReport(db: Db, input: FindAreaReport): Promise<AreaReport> {
  const { area, fiscalYear, programmeCode } = input;
  const compared = comparedMonths(fiscalYear, input.at);
  const { months, before } = compared;
  const parts = await findReportParts(db, { area, at: input.at });

  const {
    fiscalYear: year,
    month,
    areaCode,
    audience,
    programmeCode: programme,
  } = completionCounts;
  const inTime = or(
    and(eq(year, fiscalYear), inArray(month, [ALL, ...months])),
    and(eq(year, fiscalYear - 1), inArray(month, before)),
  );
  const own = await db
    .select()
    .from(completionCounts)
    .where(
      and(
        eq(areaCode, area.code),
        inArray(year, [fiscalYear, fiscalYear - 1]),
        // Of a single programme beside all of them only the totals are shown, not its audiences.
        programmeCode === ALL
          ? or(eq(programme, ALL), eq(audience, ALL))
          : eq(programme, programmeCode),
        inTime,
      ),
    );
  const asked = own.filter((cell) => cell.programmeCode === programmeCode);
  const taught = new Set(programmeCode === ALL ? own.map((cell) => cell.programmeCode) : []);
  taught.delete(ALL);
  const inYear = { fiscalYear, before };
  return {
    ...compared,
    area,
    fiscalYear,
    programmeCode,
    total: { ...figuresOf(asked, inYear), byAudience: audiencesOf(asked, months) },
    byMonth: months.map((one, i) => {
      const all = asked.filter((cell) => cell.audience === ALL);
      const here = all.find((cell) => cell.month === one);
      return {
        month: one,
        completions: here?.completions ?? 0,
        people: here?.people ?? 0,
        lastYear: all.find((cell) => cell.month === before[i])?.completions ?? 0,
        byAudience: audiencesOf(asked, [one]),
      };
    }),
    byProgramme: [...taught].map((code) => ({
      programmeCode: code,
      ...figuresOf(
        own.filter((cell) => cell.programmeCode === code),
        inYear,
      ),
    })),
    parts: await findPartFigures(db, { parts, programmeCode, ...inYear }),
  };
}
