import { lte, sql } from 'drizzle-orm';
import { passwords } from '~/db/schema.server';
import type { Db } from '~/db/store.server';

export type GivePassphrases = {
  given: readonly { personId: string; hash: string }[];
  /** Replaces those made until then; null leaves whoever has one alone. */
  replaceUntil: Date | null;
  at: Date;
};

/** Keeps the hashes of new passphrases. Answers with whose was kept: of two at once, one counts. */
export async function givePassphrases(
  db: Db,
  { given, replaceUntil, at }: GivePassphrases,
): Promise<Set<string>> {
  if (given.length === 0) return new Set();
  const insert = db.insert(passwords).values(given.map((one) => ({ ...one, changedAt: at })));
  const kept = await (
    replaceUntil
      ? insert.onConflictDoUpdate({
          target: passwords.personId,
          set: { hash: sql`excluded.hash`, changedAt: at },
          setWhere: lte(passwords.changedAt, replaceUntil),
        })
      : insert.onConflictDoNothing()
  ).returning({ personId: passwords.personId });
  return new Set(kept.map(({ personId }) => personId));
}
