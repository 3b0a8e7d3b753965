import { eq } from 'drizzle-orm';
import { organisations } from '~/db/schema.server';
import type { Db } from '~/db/store.server';

/** The name a host goes by, which is printed on its certificates and known to all. */
export async function findOrganisationName(db: Db, { id }: { id: string }): Promise<string | null> {
  const [row] = await db
    .select({ name: organisations.name })
    .from(organisations)
    .where(eq(organisations.id, id));
  return row?.name ?? null;
}
