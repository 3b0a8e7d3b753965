/** The nation's area code in `completion_counts`. */
export const NATION = '000000';
/** Stands for every programme, month or audience. */
export const ALL = '*';

/** What a completion is counted by, as copied on its day. */
export type CountedFacts = {
  fiscalYear: number;
  month: string;
  programmeCode: string;
  audience: string;
  prefectureCode: string;
  /** Its municipality or ward, and what that belongs to below the prefecture: city, groups, what it was merged into. */
  areaCodes: readonly string[];
};

export type CountCell = {
  areaCode: string;
  fiscalYear: number;
  programmeCode: string;
  month: string;
  audience: string;
};

/** One area or group in one fiscal year. */
export type CountedPlace = { areaCode: string; fiscalYear: number };

/** Every cell a completion falls in: each of its areas, prefecture and nation, by programme, month and audience, and by all of them. */
export function countCells(facts: CountedFacts): CountCell[] {
  const { fiscalYear, areaCodes, prefectureCode } = facts;
  return [...new Set([...areaCodes, prefectureCode, NATION])].flatMap((areaCode) =>
    [facts.programmeCode, ALL].flatMap((programmeCode) =>
      [facts.month, ALL].flatMap((month) =>
        [facts.audience, ALL].map((audience) => ({
          areaCode,
          fiscalYear,
          programmeCode,
          month,
          audience,
        })),
      ),
    ),
  );
}
