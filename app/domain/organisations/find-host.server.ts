import { and, asc, eq } from 'drizzle-orm';
import { organisations } from '~/db/schema.server';
import type { Db } from '~/db/store.server';
import type { Organisation } from './ensure-operator.server';

export type FindHost = {
  /** The host the learner enrolled under, if any. */
  organisationId: string | null;
  /** Her municipality; of an administrative ward, its city. */
  municipalityCode: string;
};

/** Whose name stands on the certificate of an online course. Null when only the operator is left. */
export async function findHost(db: Db, input: FindHost): Promise<Organisation | null> {
  const { organisationId, municipalityCode } = input;
  if (organisationId) {
    const [own] = await db.select().from(organisations).where(eq(organisations.id, organisationId));
    if (own) return own;
  }
  const [municipal] = await db
    .select()
    .from(organisations)
    .where(
      and(eq(organisations.areaCode, municipalityCode), eq(organisations.kind, 'municipality')),
    )
    .orderBy(asc(organisations.createdAt), asc(organisations.id))
    .limit(1);
  return municipal ?? null;
}
