import { identities } from '~/db/schema.server';
import type { Db } from '~/db/store.server';
import { findIdentity } from './find-identity.server';

export type LinkIdentity = { issuer: string; subject: string; personId: string; at: Date };

/** Links an account at a city to a person: to one, for as long as she keeps it. Doing so twice is doing so once. */
export async function linkIdentity(
  db: Db,
  { at, ...identity }: LinkIdentity,
): Promise<{ ok: true; isNew: boolean } | { ok: false; reason: 'taken' }> {
  const held = await findIdentity(db, identity);
  if (held) {
    return held.personId === identity.personId
      ? { ok: true, isNew: false }
      : { ok: false, reason: 'taken' };
  }
  await db.insert(identities).values({ ...identity, createdAt: at });
  return { ok: true, isNew: true };
}
