import { and, eq, lt, or, sql } from 'drizzle-orm';
import { passkeys } from '~/db/schema.server';
import type { Db } from '~/db/store.server';

export type CountPasskeyUse = { id: string; counter: number; backedUp: boolean; at: Date };

/**
 * Writes down that a passkey was used. False when its counter did not go on, as with a copy of the
 * device, or when the passkey was removed meanwhile. Passkeys that are copied between devices by
 * design do not count: theirs stays at zero.
 */
export async function countPasskeyUse(
  db: Db,
  { id, counter, backedUp, at }: CountPasskeyUse,
): Promise<boolean> {
  const used = await db
    .update(passkeys)
    .set({ counter, backedUp, lastUsedAt: at })
    .where(
      and(
        eq(passkeys.id, id),
        or(lt(passkeys.counter, counter), and(eq(passkeys.counter, 0), sql`${counter} = 0`)),
      ),
    )
    .returning({ id: passkeys.id });
  return used.length === 1;
}
