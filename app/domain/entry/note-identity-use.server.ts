import { and, eq } from 'drizzle-orm';
import { identities } from '~/db/schema.server';
import type { Db } from '~/db/store.server';

export async function noteIdentityUse(
  db: Db,
  { issuer, subject, at }: { issuer: string; subject: string; at: Date },
): Promise<void> {
  await db
    .update(identities)
    .set({ lastUsedAt: at })
    .where(and(eq(identities.issuer, issuer), eq(identities.subject, subject)));
}
