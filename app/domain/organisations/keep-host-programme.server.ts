import { hostProgrammes } from '~/db/schema.server';
import type { Db } from '~/db/store.server';
import type { Authorised } from '~/lib/bound';
import type { Organisation } from './ensure-operator.server';

export type KeepHostProgramme = {
  host: Authorised<Organisation>;
  programmeCode: string;
  localTitle: string | null;
  attestTitle: string | null;
  electiveCourseId: string | null;
  validMonths: number | null;
  at: Date;
};

/** What a host decides from now on. What was issued before keeps the words it was issued with. */
export async function keepHostProgramme(db: Db, input: KeepHostProgramme): Promise<void> {
  const { host, programmeCode, at, ...decided } = input;
  const row = { ...decided, updatedAt: at };
  await db
    .insert(hostProgrammes)
    .values({ organisationId: host.id, programmeCode, ...row })
    .onConflictDoUpdate({
      target: [hostProgrammes.organisationId, hostProgrammes.programmeCode],
      set: row,
    });
}
