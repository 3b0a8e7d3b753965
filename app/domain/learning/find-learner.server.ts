import { and, eq, isNotNull, isNull, sql } from 'drizzle-orm';
import { people, regions } from '~/db/schema.server';
import type { Db } from '~/db/store.server';
import type { MunicipalityRelation, Sex } from '~/db/tables/people';
import { jstDates } from '~/lib/clock';

/** What a completion and its certificate copy from a person. */
export type Learner = {
  name: string;
  kana: string;
  municipalityCode: string;
  /** Her municipality; of an administrative ward, its city. */
  cityCode: string;
  prefectureCode: string;
  municipalityRelation: MunicipalityRelation;
  audience: string;
  ageBand: string;
  sex: Sex | null;
  demo: boolean;
};

export type FindLearner = {
  personId: string;
  /** Where her municipality was merged into another by then, that is where she is. */
  at: Date;
};

/** Null for a learner without an account, and for an account that lacks what a completion has to say. */
export async function findLearner(db: Db, { personId, at }: FindLearner): Promise<Learner | null> {
  const [row] = await db
    .select()
    .from(people)
    .innerJoin(regions, eq(regions.code, municipalityOn(jstDates(at).day)))
    .where(and(eq(people.id, personId), isNotNull(people.registeredAt), isNull(people.erasedAt)));
  if (!row) return null;
  const { name, kana, municipalityRelation, audience, ageBand, sex, demo } = row.people;
  if (!name || !kana || !municipalityRelation || !audience || !ageBand) return null;
  const { code, parentCode, prefectureCode } = row.regions;
  return {
    name,
    kana,
    municipalityCode: code,
    cityCode: parentCode ?? code,
    prefectureCode,
    municipalityRelation,
    audience,
    ageBand,
    sex,
    demo,
  };
}

/** The municipality somebody named, or what it had been merged into by that day. */
function municipalityOn(day: string) {
  return sql`(
    with recursive stood(code, steps) as (
      select ${people.municipalityCode}, 0
      union select s.to_code, stood.steps + 1 from stood
        join region_successions s on s.from_code = stood.code and s.day <= ${day}
    ) select code from stood order by steps desc limit 1)`;
}
