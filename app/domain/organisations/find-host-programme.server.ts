import { and, eq } from 'drizzle-orm';
import { hostProgrammes } from '~/db/schema.server';
import type { Db } from '~/db/store.server';
import type { HostProgramme } from './find-host-programmes.server';

export type FindHostProgramme = { organisationId: string; programmeCode: string };

/** What a host has decided about one programme; null when nothing. */
export async function findHostProgramme(
  db: Db,
  { organisationId, programmeCode }: FindHostProgramme,
): Promise<HostProgramme | null> {
  const [row] = await db
    .select()
    .from(hostProgrammes)
    .where(
      and(
        eq(hostProgrammes.organisationId, organisationId),
        eq(hostProgrammes.programmeCode, programmeCode),
      ),
    );
  return row ?? null;
}
