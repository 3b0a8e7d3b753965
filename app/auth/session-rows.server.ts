import { and, eq, gt, isNull, lt, lte, or, sql, type Placeholder } from 'drizzle-orm';
import { loginSessions, people, roleGrants } from '~/db/schema.server';
import { prepareOnce } from '~/db/prepare-once.server';
import type { Db, Store } from '~/db/store.server';
import { jstDates, jstInstant } from '~/lib/clock';
import type { Grant } from './visitor';

export type PersonFacts = {
  registered: boolean;
  name: string | null;
  number: string | null;
  grants: Grant[];
};

export type SessionRow = typeof loginSessions.$inferSelect;

const facts = {
  personId: people.id,
  registeredAt: people.registeredAt,
  name: people.name,
  number: people.number,
  role: roleGrants.role,
  areaCode: roleGrants.areaCode,
  organisationId: roleGrants.organisationId,
  groupId: roleGrants.groupId,
};

const isThere = isNull(people.erasedAt);

function isInForce(at: Date | Placeholder) {
  return and(
    eq(roleGrants.personId, people.id),
    lte(roleGrants.fromAt, at),
    or(isNull(roleGrants.untilAt), gt(roleGrants.untilAt, at)),
  );
}

type FactsRow = Pick<typeof people.$inferSelect, 'registeredAt' | 'name' | 'number'> &
  Nullable<Grant>;
type Nullable<T> = { [K in keyof T]: T[K] | null };

/** One row for each role of a person, or one without a role. */
function gatherFacts([first, ...more]: [FactsRow, ...FactsRow[]]): PersonFacts {
  const { registeredAt, name, number } = first;
  const grants = [first, ...more].flatMap(({ role, areaCode, organisationId, groupId }) =>
    role ? [{ role, areaCode, organisationId, groupId }] : [],
  );
  return { registered: registeredAt !== null, name, number, grants };
}

const sessionQuery = prepareOnce((db) =>
  db
    .select({
      ...facts,
      publicId: loginSessions.publicId,
      way: loginSessions.way,
      createdAt: loginSessions.createdAt,
      expiresAt: loginSessions.expiresAt,
      endsAt: loginSessions.endsAt,
      secondFactorAt: loginSessions.secondFactorAt,
      shared: loginSessions.shared,
    })
    .from(loginSessions)
    .innerJoin(people, and(eq(people.id, loginSessions.personId), isThere))
    .leftJoin(roleGrants, isInForce(sql.placeholder('at')))
    .where(eq(loginSessions.idHash, sql.placeholder('idHash')))
    .prepare(),
);

export type FoundSession = Omit<SessionRow, 'idHash' | 'lastSeenAt' | 'device'> & {
  person: PersonFacts;
};

/** The login with its person and her roles in force, in one query. */
export async function findSession(
  { read }: Store,
  { idHash, at }: { idHash: string; at: Date },
): Promise<FoundSession | null> {
  const [first, ...more] = await sessionQuery(read).execute({ idHash, at: at.getTime() });
  return first ? { ...first, person: gatherFacts([first, ...more]) } : null;
}

export async function findPersonFacts(
  { read }: Store,
  { personId, at }: { personId: string; at: Date },
): Promise<PersonFacts | null> {
  const [first, ...more] = await read
    .select(facts)
    .from(people)
    .leftJoin(roleGrants, isInForce(at))
    .where(and(eq(people.id, personId), isThere));
  return first ? gatherFacts([first, ...more]) : null;
}

/** In place of the login that this browser had. */
export async function insertSession(
  db: Db,
  row: SessionRow,
  { instead }: { instead: string | null },
): Promise<void> {
  if (instead) await deleteSession(db, instead);
  await db.insert(loginSessions).values(row);
  await touchPerson(db, { personId: row.personId, at: row.createdAt });
}

export async function deleteSession(db: Db, idHash: string): Promise<void> {
  await db.delete(loginSessions).where(eq(loginSessions.idHash, idHash));
}

type Prolong = { idHash: string; personId: string; publicId: string; expiresAt: Date; at: Date };

export async function prolongSession(db: Db, input: Prolong): Promise<void> {
  const { idHash, personId, publicId, expiresAt, at } = input;
  await db
    .update(loginSessions)
    .set({ expiresAt, lastSeenAt: at, publicId })
    .where(eq(loginSessions.idHash, idHash));
  await touchPerson(db, { personId, at });
}

/** The day is enough for retention, and more would tell when somebody learns. */
async function touchPerson(db: Db, { personId, at }: { personId: string; at: Date }) {
  const today = jstInstant(jstDates(at).day);
  await db
    .update(people)
    .set({ lastSeenAt: today })
    .where(
      and(eq(people.id, personId), or(isNull(people.lastSeenAt), lt(people.lastSeenAt, today))),
    );
}
