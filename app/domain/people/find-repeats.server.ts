import { and, asc, eq, isNull, ne, or, sql } from 'drizzle-orm';
import { authorised } from '~/db/authorised.server';
import { people, regions } from '~/db/schema.server';
import type { Db } from '~/db/store.server';
import { withinAreas } from '~/db/within-areas.server';
import type { Authorised, Bound } from '~/lib/bound';
import { foldText } from '~/lib/japanese';
import { listedPeople } from './listed-people.server';
import { PERSON_COLUMNS, type PersonRow } from './person-columns.server';

export type FindRepeats = {
  /** As typed; compared normalised. */
  kana: string;
  /** Unknown on either side, it rules nobody out. */
  birthYear: number | null;
  /** A ward stands for its whole city. */
  municipalityCode: string;
  within: Bound<'person'>;
  /** Herself, when she is on record already. */
  exceptId?: string;
};

/**
 * Who on record may be this very person: the same reading, birth year and municipality. A hint for a
 * human to look at, never a verdict. A record that was merged
 * into another is not named beside it.
 */
export async function findRepeats(db: Db, input: FindRepeats): Promise<Authorised<PersonRow>[]> {
  const { kana, birthYear, municipalityCode, within, exceptId } = input;
  const kanaKey = foldText(kana);
  if (kanaKey === '') return [];
  const [region] = await db
    .select({ cityCode: sql<string>`coalesce(${regions.parentCode}, ${regions.code})` })
    .from(regions)
    .where(eq(regions.code, municipalityCode));
  if (!region) return [];
  const city = { everywhere: false, areaCodes: [region.cityCode], groupIds: [] } as const;
  const among = sql`select ${people.id} from ${people} where ${eq(people.kanaKey, kanaKey)}`;
  const rows = await db
    .select(PERSON_COLUMNS)
    .from(people)
    .where(
      and(
        listedPeople({ within, among }),
        eq(people.kanaKey, kanaKey),
        withinAreas(people.municipalityCode, { ...city, organisationIds: [] }),
        birthYear === null
          ? undefined
          : or(isNull(people.birthYear), eq(people.birthYear, birthYear)),
        exceptId === undefined ? undefined : ne(people.id, exceptId),
      ),
    )
    .orderBy(asc(people.createdAt), asc(people.id));
  return rows.map((row) => authorised(row, within));
}
