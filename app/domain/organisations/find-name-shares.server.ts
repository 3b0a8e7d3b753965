import { desc, eq } from 'drizzle-orm';
import { nameShares, regions } from '~/db/schema.server';
import type { Db } from '~/db/store.server';
import type { Authorised } from '~/lib/bound';
import type { Organisation } from './ensure-operator.server';

export type NameShare = {
  id: string;
  prefectureName: string;
  fromAt: Date;
  untilAt: Date | null;
};

/** Which prefectures a host lets see names, and which it did, the latest first. */
export async function findNameShares(
  db: Db,
  { organisation }: { organisation: Authorised<Organisation> },
): Promise<NameShare[]> {
  return db
    .select({
      id: nameShares.id,
      prefectureName: regions.name,
      fromAt: nameShares.fromAt,
      untilAt: nameShares.untilAt,
    })
    .from(nameShares)
    .innerJoin(regions, eq(regions.code, nameShares.areaCode))
    .where(eq(nameShares.organisationId, organisation.id))
    .orderBy(desc(nameShares.fromAt), desc(nameShares.id));
}
