import { and, eq, gt, isNull, lte, or, sql, type Placeholder } from 'drizzle-orm';
import type { Adapter, DatabaseSession, DatabaseUser } from 'lucia';
import { loginSessions, people, roleGrants } from '~/db/schema.server';
import { prepareOnce } from '~/db/prepare-once.server';
import type { Store } from '~/db/store.server';
import { now } from '~/lib/clock';
import { sha256 } from './digest.server';
import type { Grant } from './visitor';

export type PersonFacts = {
  registered: boolean;
  name: string | null;
  number: string | null;
  grants: Grant[];
};

declare module 'lucia' {
  interface Register {
    DatabaseUserAttributes: PersonFacts;
  }
}

export type SessionAndPerson = [DatabaseSession, DatabaseUser] | [null, null];

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
    .select({ ...facts, expiresAt: loginSessions.expiresAt })
    .from(loginSessions)
    .innerJoin(people, and(eq(people.id, loginSessions.personId), isThere))
    .leftJoin(roleGrants, isInForce(sql.placeholder('at')))
    .where(eq(loginSessions.idHash, sql.placeholder('idHash')))
    .prepare(),
);

/** The session with its person and her roles in force, in one query. */
export async function findSessionAndPerson(
  store: Store,
  sessionId: string,
): Promise<SessionAndPerson> {
  const asked = { idHash: sha256(sessionId), at: now().getTime() };
  const [first, ...more] = await sessionQuery(store.read).execute(asked);
  if (!first) return [null, null];
  const { personId, expiresAt } = first;
  return [
    { id: sessionId, userId: personId, expiresAt, attributes: {} },
    { id: personId, attributes: gatherFacts([first, ...more]) },
  ];
}

export async function findPersonFacts(store: Store, personId: string): Promise<PersonFacts | null> {
  const [first, ...more] = await store.read
    .select(facts)
    .from(people)
    .leftJoin(roleGrants, isInForce(now()))
    .where(and(eq(people.id, personId), isThere));
  return first ? gatherFacts([first, ...more]) : null;
}

/**
 * Lucia over our tables. The secret in the cookie never reaches the database, only its SHA-256.
 * `found` is a session that has been read already and is not read again.
 */
export function sessionAdapter(store: Store, found?: SessionAndPerson): Adapter {
  const hashed = (sessionId: string) => eq(loginSessions.idHash, sha256(sessionId));
  return {
    async getSessionAndUser(sessionId) {
      return found?.[0]?.id === sessionId ? found : findSessionAndPerson(store, sessionId);
    },
    async getUserSessions() {
      throw new Error('only hashes are stored, so there are no session ids to give');
    },
    async setSession({ id, userId, expiresAt }) {
      const row = { idHash: sha256(id), personId: userId, expiresAt, createdAt: now() };
      await store.tx((db) => db.insert(loginSessions).values(row));
    },
    async updateSessionExpiration(sessionId, expiresAt) {
      await store.tx((db) => db.update(loginSessions).set({ expiresAt }).where(hashed(sessionId)));
    },
    async deleteSession(sessionId) {
      await store.tx((db) => db.delete(loginSessions).where(hashed(sessionId)));
    },
    async deleteUserSessions(personId) {
      await store.tx((db) => db.delete(loginSessions).where(eq(loginSessions.personId, personId)));
    },
    async deleteExpiredSessions() {
      await store.tx((db) => db.delete(loginSessions).where(lte(loginSessions.expiresAt, now())));
    },
  };
}
