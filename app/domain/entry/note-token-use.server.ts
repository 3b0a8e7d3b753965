import { eq } from 'drizzle-orm';
import { oneTimeTokens } from '~/db/schema.server';
import type { Db } from '~/db/store.server';

/** Writes down beside a used token what came of it. */
export async function noteTokenUse(
  db: Db,
  { tokenHash, detail }: { tokenHash: string; detail: Record<string, unknown> },
): Promise<void> {
  await db.update(oneTimeTokens).set({ detail }).where(eq(oneTimeTokens.tokenHash, tokenHash));
}
