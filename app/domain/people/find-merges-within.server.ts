import { and, desc, eq, isNull, sql } from 'drizzle-orm';
import { authorised } from '~/db/authorised.server';
import { samePeople } from '~/db/same-people.server';
import { people, personMerges } from '~/db/schema.server';
import type { Db } from '~/db/store.server';
import type { Authorised, Bound } from '~/lib/bound';
import { visiblePeople } from './visible-people.server';

export type Merge = { id: string; keptId: string; mergedId: string; mergedAt: Date };

export type FindMergesWithin = { within: Bound<'person'> } & (
  { id: string } | { personId: string }
);

/** Merges in force both of whose records are within the bound: one, or all of one person, the newest first. */
export async function findMergesWithin(
  db: Db,
  input: FindMergesWithin,
): Promise<Authorised<Merge>[]> {
  const { keptId, mergedId } = personMerges;
  const among =
    'id' in input
      ? sql`select ${keptId} from ${personMerges} where ${eq(personMerges.id, input.id)}
          union select ${mergedId} from ${personMerges} where ${eq(personMerges.id, input.id)}`
      : sql`select ${people.id} from ${people} where ${people.id} in (${samePeople(input.personId)})`;
  const visible = visiblePeople({ within: input.within, among });
  const rows = await db
    .select({ id: personMerges.id, keptId, mergedId, mergedAt: personMerges.mergedAt })
    .from(personMerges)
    .where(
      and(
        isNull(personMerges.undoneAt),
        'id' in input ? eq(personMerges.id, input.id) : undefined,
        sql`${keptId} in (${visible})`,
        sql`${mergedId} in (${visible})`,
      ),
    )
    .orderBy(desc(personMerges.mergedAt), desc(personMerges.id));
  return rows.map((row) => authorised(row, input.within));
}
