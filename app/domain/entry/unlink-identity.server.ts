import { and, count, eq, ne } from 'drizzle-orm';
import { identities, passkeys, passwords } from '~/db/schema.server';
import type { Db } from '~/db/store.server';

export type UnlinkIdentity = { issuer: string; personId: string };

/** Takes away what links a person to a city's sign-in, but not the last way into her account. */
export async function unlinkIdentity(
  db: Db,
  { issuer, personId }: UnlinkIdentity,
): Promise<{ ok: true } | { ok: false; reason: 'absent' | 'last' }> {
  const isHers = and(eq(identities.issuer, issuer), eq(identities.personId, personId));
  const [held] = await db.select({ howMany: count() }).from(identities).where(isHers);
  if (!held?.howMany) return { ok: false, reason: 'absent' };
  const [others] = await db
    .select({ howMany: count() })
    .from(identities)
    .where(and(eq(identities.personId, personId), ne(identities.issuer, issuer)));
  const [keys] = await db
    .select({ howMany: count() })
    .from(passkeys)
    .where(eq(passkeys.personId, personId));
  const [words] = await db
    .select({ howMany: count() })
    .from(passwords)
    .where(eq(passwords.personId, personId));
  const otherWays = [others, keys, words].some((ways) => (ways?.howMany ?? 0) > 0);
  if (!otherWays) return { ok: false, reason: 'last' };
  await db.delete(identities).where(isHers);
  return { ok: true };
}
