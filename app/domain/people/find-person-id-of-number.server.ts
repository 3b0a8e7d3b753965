import { and, eq, isNotNull, isNull } from 'drizzle-orm';
import { people } from '~/db/schema.server';
import type { Db } from '~/db/store.server';

/** Whose 受講番号 it is. Null for nobody, and for somebody who was erased. */
export async function findPersonIdOfNumber(
  db: Db,
  { number }: { number: string },
): Promise<string | null> {
  const [row] = await db
    .select({ id: people.id })
    .from(people)
    .where(and(eq(people.number, number), isNotNull(people.registeredAt), isNull(people.erasedAt)));
  return row?.id ?? null;
}
