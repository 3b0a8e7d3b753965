import { contentArtifacts } from '~/db/schema.server';
import type { Db } from '~/db/store.server';

/** The hashes of everything compiled so far, so that it need not be compiled again. */
export async function findArtifactHashes(db: Db): Promise<Set<string>> {
  const rows = await db.select({ hash: contentArtifacts.hash }).from(contentArtifacts);
  return new Set(rows.map(({ hash }) => hash));
}
