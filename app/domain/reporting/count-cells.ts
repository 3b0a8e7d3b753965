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
  municipalityCode: string;
  /** The designated city of an administrative ward; otherwise null. */
  cityCode: string | null;
  prefectureCode: string;
};

export type CountCell = {
  areaCode: string;
  fiscalYear: number;
  programmeCode: string;
  month: string;
  audience: string;
};

/** Every cell a completion falls in: ward, city, prefecture and nation, each by programme, month and audience, and by all of them. */
export function countCells(facts: CountedFacts): CountCell[] {
  const { fiscalYear, municipalityCode, cityCode, prefectureCode } = facts;
  const areas = [municipalityCode, ...(cityCode ? [cityCode] : []), prefectureCode, NATION];
  return areas.flatMap((areaCode) =>
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
