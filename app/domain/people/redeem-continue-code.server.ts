import { eq, inArray } from 'drizzle-orm';
import { continueCodes, people } from '~/db/schema.server';
import type { Db } from '~/db/store.server';

export type RedeemedContinueCode =
  | { ok: true; personId: string }
  /** `ended`: replaced by a newer one, or its learner has an account now. */
  | { ok: false; reason: 'unknown' | 'expired' | 'ended' };

/** The learner a continue code belongs to, by its digest with each key it may have been made with. It stays good: paper is used more than once. */
export async function redeemContinueCode(
  db: Db,
  { codeHashes, at }: { codeHashes: string[]; at: Date },
): Promise<RedeemedContinueCode> {
  const [row] = await db
    .select({
      personId: people.id,
      registeredAt: people.registeredAt,
      erasedAt: people.erasedAt,
      expiresAt: continueCodes.expiresAt,
      endedAt: continueCodes.endedAt,
    })
    .from(continueCodes)
    .innerJoin(people, eq(people.id, continueCodes.personId))
    .where(inArray(continueCodes.codeHash, codeHashes));
  if (!row || row.erasedAt) return { ok: false, reason: 'unknown' };
  if (row.endedAt || row.registeredAt) return { ok: false, reason: 'ended' };
  if (row.expiresAt <= at) return { ok: false, reason: 'expired' };
  return { ok: true, personId: row.personId };
}
