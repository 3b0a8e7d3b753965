import { and, asc, eq, inArray, ne, or } from 'drizzle-orm';
import { completionCounts, regions } from '~/db/schema.server';
import type { Db } from '~/db/store.server';
import { comparedMonths, type ComparedMonths } from './compared-months';
import { ALL } from './count-cells';
import { findReportArea, type ReportArea } from './find-report-area.server';

export type FindAreaReport = {
  areaCode: string;
  fiscalYear: number;
  /** A programme's code, or "*" for all. */
  programmeCode: string;
  at: Date;
};

/** 延べ, 実人数, and 延べ of the same months a year before. */
export type Figures = { completions: number; people: number; lastYear: number };
export type MonthFigures = Figures & {
  month: string;
  /** 延べ by audience class; a class without any is absent. */
  byAudience: Record<string, number>;
};
export type PartFigures = Figures & { code: string; name: string };

export type AreaReport = ComparedMonths & {
  area: ReportArea;
  fiscalYear: number;
  programmeCode: string;
  total: Omit<MonthFigures, 'month'>;
  byMonth: MonthFigures[];
  /** Empty when one programme is asked for. */
  byProgramme: (Figures & { programmeCode: string })[];
  /** Prefectures of the nation, municipalities of a prefecture, wards of a designated city; those without any are there too. */
  parts: PartFigures[];
};

type Cell = typeof completionCounts.$inferSelect;

const sum = (numbers: number[]) => numbers.reduce((total, n) => total + n, 0);

/** Everything an area's report shows. It reads counted cells only, so it costs the same however many completions there are. */
export async function findAreaReport(db: Db, input: FindAreaReport): Promise<AreaReport | null> {
  const { fiscalYear, programmeCode } = input;
  const area = await findReportArea(db, input.areaCode);
  if (!area) return null;
  const compared = comparedMonths(fiscalYear, input.at);
  const places = await findParts(db, area);

  const inTime = or(
    and(
      eq(completionCounts.fiscalYear, fiscalYear),
      inArray(completionCounts.month, [ALL, ...compared.months]),
    ),
    and(
      eq(completionCounts.fiscalYear, fiscalYear - 1),
      inArray(completionCounts.month, compared.before),
    ),
  );
  const own = await db
    .select()
    .from(completionCounts)
    .where(
      and(
        eq(completionCounts.areaCode, area.code),
        programmeCode === ALL ? undefined : eq(completionCounts.programmeCode, programmeCode),
        inTime,
      ),
    );
  const ofParts = await db
    .select()
    .from(completionCounts)
    .where(
      and(
        inArray(
          completionCounts.areaCode,
          places.map(({ code }) => code),
        ),
        eq(completionCounts.programmeCode, programmeCode),
        eq(completionCounts.audience, ALL),
        inTime,
      ),
    );

  const asked = own.filter((cell) => cell.programmeCode === programmeCode);
  const programmes = [...new Set(own.map((cell) => cell.programmeCode))].filter(
    (code) => code !== ALL,
  );
  const cellsOfPart = new Map<string, Cell[]>(places.map(({ code }) => [code, []]));
  for (const cell of ofParts) cellsOfPart.get(cell.areaCode)?.push(cell);
  return {
    ...compared,
    area,
    fiscalYear,
    programmeCode,
    total: {
      ...figuresOf(asked, input, compared),
      byAudience: audiencesOf(asked, fiscalYear, compared.months),
    },
    byMonth: compared.months.map((month, i) => {
      const before = asked.filter(
        (cell) => cell.month === compared.before[i] && cell.audience === ALL,
      );
      const here = asked.find((cell) => cell.month === month && cell.audience === ALL);
      return {
        month,
        completions: here?.completions ?? 0,
        people: here?.people ?? 0,
        lastYear: sum(before.map((cell) => cell.completions)),
        byAudience: audiencesOf(asked, fiscalYear, [month]),
      };
    }),
    byProgramme:
      programmeCode === ALL
        ? programmes.map((code) => ({
            programmeCode: code,
            ...figuresOf(
              own.filter((cell) => cell.programmeCode === code),
              input,
              compared,
            ),
          }))
        : [],
    parts: places.map((place) => ({
      ...place,
      ...figuresOf(cellsOfPart.get(place.code) ?? [], input, compared),
    })),
  };
}

function figuresOf(
  cells: Cell[],
  { fiscalYear }: FindAreaReport,
  { before }: ComparedMonths,
): Figures {
  const all = cells.filter((cell) => cell.audience === ALL);
  const year = all.find((cell) => cell.fiscalYear === fiscalYear && cell.month === ALL);
  const earlier = all.filter((cell) => before.includes(cell.month));
  return {
    completions: year?.completions ?? 0,
    people: year?.people ?? 0,
    lastYear: sum(earlier.map((cell) => cell.completions)),
  };
}

function audiencesOf(cells: Cell[], fiscalYear: number, months: string[]): Record<string, number> {
  const byAudience: Record<string, number> = {};
  for (const { audience, month, completions, fiscalYear: year } of cells) {
    if (audience === ALL || year !== fiscalYear || !months.includes(month)) continue;
    byAudience[audience] = (byAudience[audience] ?? 0) + completions;
  }
  return byAudience;
}

async function findParts(
  db: Db,
  { kind, code }: ReportArea,
): Promise<{ code: string; name: string }[]> {
  const part = { code: regions.code, name: regions.name };
  const found = db.select(part).from(regions);
  if (kind === 'nation')
    return found.where(eq(regions.kind, 'prefecture')).orderBy(asc(regions.code));
  if (kind === 'designated-city')
    return found.where(eq(regions.parentCode, code)).orderBy(asc(regions.kana));
  if (kind !== 'prefecture') return [];
  const isMunicipality = and(
    ne(regions.kind, 'prefecture'),
    ne(regions.kind, 'administrative-ward'),
  );
  return found
    .where(and(eq(regions.prefectureCode, code), isMunicipality, eq(regions.counted, true)))
    .orderBy(asc(regions.kana));
}
