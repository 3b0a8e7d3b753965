import { and, count, eq, exists, isNull, lte, ne, or } from 'drizzle-orm';
import { identities, passkeys, passwords, people, roleGrants } from '~/db/schema.server';
import type { Db } from '~/db/store.server';

export type CountOperators = {
  at: Date;
  /** Not counting this role, or any of this person's. */
  butGrantId?: string;
  butPersonId?: string;
};

/** How many have the role of the operator without an end, and a way to sign in. There has to be one always. */
export async function countOperators(
  db: Db,
  { at, butGrantId, butPersonId }: CountOperators,
): Promise<number> {
  const [row] = await db
    .select({ howMany: count() })
    .from(roleGrants)
    .innerJoin(people, and(eq(people.id, roleGrants.personId), isNull(people.erasedAt)))
    .where(
      and(
        eq(roleGrants.role, 'operator'),
        lte(roleGrants.fromAt, at),
        isNull(roleGrants.untilAt),
        butGrantId === undefined ? undefined : ne(roleGrants.id, butGrantId),
        butPersonId === undefined ? undefined : ne(roleGrants.personId, butPersonId),
        or(
          ...[passwords, passkeys, identities].map((way) =>
            exists(db.select().from(way).where(eq(way.personId, people.id))),
          ),
        ),
      ),
    );
  return row?.howMany ?? 0;
}
