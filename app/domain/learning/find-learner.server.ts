import { and, eq, isNotNull, isNull } from 'drizzle-orm';
import { people, regions } from '~/db/schema.server';
import type { Db } from '~/db/store.server';
import type { MunicipalityRelation, Sex } from '~/db/tables/people';

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

/** Null for a learner without an account, and for an account that lacks what a completion has to say. */
export async function findLearner(
  db: Db,
  { personId }: { personId: string },
): Promise<Learner | null> {
  const [row] = await db
    .select()
    .from(people)
    .innerJoin(regions, eq(regions.code, people.municipalityCode))
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
