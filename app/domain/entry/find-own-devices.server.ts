import { and, desc, eq, gt, isNull, or } from 'drizzle-orm';
import { loginSessions } from '~/db/schema.server';
import type { Db } from '~/db/store.server';

/** Where a person is signed in, the last used first. */
export async function findOwnDevices(db: Db, { personId, at }: { personId: string; at: Date }) {
  const { publicId, device, way, createdAt, lastSeenAt, shared } = loginSessions;
  return db
    .select({ publicId, device, way, createdAt, lastSeenAt, shared })
    .from(loginSessions)
    .where(
      and(
        eq(loginSessions.personId, personId),
        gt(loginSessions.expiresAt, at),
        or(isNull(loginSessions.endsAt), gt(loginSessions.endsAt, at)),
      ),
    )
    .orderBy(desc(lastSeenAt), desc(createdAt));
}
