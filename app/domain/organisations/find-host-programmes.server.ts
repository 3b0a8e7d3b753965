import { eq } from 'drizzle-orm';
import { hostProgrammes } from '~/db/schema.server';
import type { Db } from '~/db/store.server';

export type HostProgramme = typeof hostProgrammes.$inferSelect;

/** What a host has decided about the programmes it holds; a programme without a decision is absent. */
export async function findHostProgrammes(
  db: Db,
  { organisationId }: { organisationId: string },
): Promise<HostProgramme[]> {
  return db.select().from(hostProgrammes).where(eq(hostProgrammes.organisationId, organisationId));
}
