import { oneTimeTokens } from '~/db/schema.server';
import type { Db } from '~/db/store.server';
import type { TokenPurpose } from '~/db/tables/entry';

export type KeepOneTimeToken = {
  /** SHA-256 of what was given out. */
  tokenHash: string;
  purpose: TokenPurpose;
  personId?: string | null;
  detail?: Record<string, unknown>;
  expiresAt: Date;
  at: Date;
};

export async function keepOneTimeToken(
  db: Db,
  { tokenHash, purpose, personId = null, detail = {}, expiresAt, at }: KeepOneTimeToken,
): Promise<void> {
  await db
    .insert(oneTimeTokens)
    .values({ tokenHash, purpose, personId, detail, createdAt: at, expiresAt });
}
