import { count, eq } from 'drizzle-orm';
import { passkeys } from '~/db/schema.server';
import type { Db } from '~/db/store.server';

/** More than anybody has devices; bounds the list that is sent to a device. */
export const PASSKEYS_MAX = 20;

export type KeepPasskey = {
  id: string;
  personId: string;
  publicKey: string;
  counter: number;
  transports: string[];
  label: string;
  backedUp: boolean;
  at: Date;
};

export type KeptPasskey = { ok: true } | { ok: false; reason: 'known' | 'too-many' };

/** A passkey is kept once, for whoever registered it first. */
export async function keepPasskey(db: Db, { at, ...passkey }: KeepPasskey): Promise<KeptPasskey> {
  const [held] = await db
    .select({ howMany: count() })
    .from(passkeys)
    .where(eq(passkeys.personId, passkey.personId));
  if ((held?.howMany ?? 0) >= PASSKEYS_MAX) return { ok: false, reason: 'too-many' };
  const kept = await db
    .insert(passkeys)
    .values({ ...passkey, createdAt: at })
    .onConflictDoNothing()
    .returning({ id: passkeys.id });
  return kept.length === 1 ? { ok: true } : { ok: false, reason: 'known' };
}
