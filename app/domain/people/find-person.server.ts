import { and, eq, isNull } from 'drizzle-orm';
import { people } from '~/db/schema.server';
import type { Db } from '~/db/store.server';

export type Person = typeof people.$inferSelect;

export async function findPerson(db: Db, { id }: { id: string }): Promise<Person | null> {
  const [row] = await db
    .select()
    .from(people)
    .where(and(eq(people.id, id), isNull(people.erasedAt)));
  return row ?? null;
}
