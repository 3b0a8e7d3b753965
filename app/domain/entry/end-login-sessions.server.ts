import { and, eq, ne } from 'drizzle-orm';
import { loginSessions } from '~/db/schema.server';
import type { Db } from '~/db/store.server';

export type EndLoginSessions = {
  personId: string;
  /** One device of hers, as her list names it; without it all of them. */
  publicId?: string;
  /** The login that stays. */
  exceptHash?: string;
};

/** Ends logins of a person. How many there were. */
export async function endLoginSessions(
  db: Db,
  { personId, publicId, exceptHash }: EndLoginSessions,
): Promise<number> {
  const ended = await db
    .delete(loginSessions)
    .where(
      and(
        eq(loginSessions.personId, personId),
        publicId === undefined ? undefined : eq(loginSessions.publicId, publicId),
        exceptHash === undefined ? undefined : ne(loginSessions.idHash, exceptHash),
      ),
    )
    .returning({ gone: loginSessions.idHash });
  return ended.length;
}
