import { and, eq, isNull } from 'drizzle-orm';
import { people } from '~/db/schema.server';
import type { Db } from '~/db/store.server';

/** Keeps with a person how she wants pages shown, so that her other devices take it over. */
export async function keepReading(
  db: Db,
  { personId, reading }: { personId: string; reading: string },
): Promise<void> {
  await db
    .update(people)
    .set({ reading })
    .where(and(eq(people.id, personId), isNull(people.erasedAt)));
}
