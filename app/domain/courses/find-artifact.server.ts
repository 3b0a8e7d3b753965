import { eq } from 'drizzle-orm';
import { contentArtifacts } from '~/db/schema.server';
import type { Db } from '~/db/store.server';

/** The stored text of a compiled lesson or quiz. It never changes under its hash, so the caller may keep what it makes of it. */
export async function findArtifact(db: Db, { hash }: { hash: string }): Promise<string | null> {
  const [row] = await db
    .select({ body: contentArtifacts.body })
    .from(contentArtifacts)
    .where(eq(contentArtifacts.hash, hash));
  return row?.body ?? null;
}
