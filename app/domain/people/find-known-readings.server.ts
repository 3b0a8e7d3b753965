import { and, inArray, sql } from 'drizzle-orm';
import { people } from '~/db/schema.server';
import type { Db } from '~/db/store.server';
import type { Bound } from '~/lib/bound';
import { foldText } from '~/lib/japanese';
import { listedPeople } from './listed-people.server';

export type FindKnownReadings = { kana: readonly string[]; within: Bound<'person'> };

/** Which of these readings somebody on record has, folded: only for them is it worth to look closer. */
export async function findKnownReadings(
  db: Db,
  { kana, within }: FindKnownReadings,
): Promise<Set<string>> {
  const keys = [...new Set(kana.map(foldText))];
  if (keys.length === 0) return new Set();
  const isOne = inArray(people.kanaKey, keys);
  const among = sql`select ${people.id} from ${people} where ${isOne}`;
  const rows = await db
    .selectDistinct({ key: people.kanaKey })
    .from(people)
    .where(and(isOne, listedPeople({ within, among })));
  return new Set(rows.flatMap(({ key }) => key ?? []));
}
