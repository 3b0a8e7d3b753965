import { and, eq, isNull } from 'drizzle-orm';
import { continueCodes } from '~/db/schema.server';
import type { Db } from '~/db/store.server';

export type ReplaceContinueCode = {
  personId: string;
  codeHash: string;
  expiresAt: Date;
  at: Date;
};

/** Gives a learner a continue code; the one she had before no longer holds. */
export async function replaceContinueCode(db: Db, input: ReplaceContinueCode): Promise<void> {
  const { personId, codeHash, expiresAt, at } = input;
  await db
    .update(continueCodes)
    .set({ endedAt: at })
    .where(and(eq(continueCodes.personId, personId), isNull(continueCodes.endedAt)));
  await db.insert(continueCodes).values({ personId, codeHash, expiresAt, createdAt: at });
}
