import { and, asc, eq, gt, sql } from 'drizzle-orm';
import { people } from '~/db/schema.server';
import type { Db } from '~/db/store.server';
import { idlePeople, type IdlePeople } from './idle-people.server';

export type FindIdlePeople = IdlePeople & { after?: string; limit: number; personId?: string };

/** A slice of them by id; or one person, when she is still among them. */
export async function findIdlePeople(db: Db, input: FindIdlePeople) {
  const { after, limit, personId, ...idle } = input;
  return db
    .select({
      id: people.id,
      email: people.email,
      name: people.name,
      since:
        sql<Date>`coalesce(${people.lastSeenAt}, ${people.registeredAt}, ${people.createdAt})`.mapWith(
          people.createdAt,
        ),
    })
    .from(people)
    .where(
      and(
        idlePeople(idle),
        after ? gt(people.id, after) : undefined,
        personId ? eq(people.id, personId) : undefined,
      ),
    )
    .orderBy(asc(people.id))
    .limit(limit);
}
