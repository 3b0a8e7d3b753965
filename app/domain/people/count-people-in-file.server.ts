import { and, count, isNotNull, isNull, sql } from 'drizzle-orm';
import { people } from '~/db/schema.server';
import type { Db } from '~/db/store.server';
import type { Bound } from '~/lib/bound';

/** How many people the whole file names, and how many records name nobody. Null for whoever does not look after it. */
export async function countPeopleInFile(
  db: Db,
  { within }: { within: Bound<'personal-file'> },
): Promise<{ named: number; unnamed: number } | null> {
  if (!within.everywhere) return null;
  const isHere = isNull(people.erasedAt);
  const [named] = await db
    .select({ n: count() })
    .from(people)
    .where(and(isHere, isNotNull(people.name)));
  const [all] = await db
    .select({ n: sql<number>`count(*)` })
    .from(people)
    .where(isHere);
  return { named: named!.n, unnamed: all!.n - named!.n };
}
