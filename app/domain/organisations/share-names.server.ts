import { and, eq, gt, isNull, or } from 'drizzle-orm';
import { nameShares, regions } from '~/db/schema.server';
import type { Db } from '~/db/store.server';
import type { Authorised } from '~/lib/bound';
import { newId } from '~/lib/id.server';
import type { Organisation } from './ensure-operator.server';

export type ShareNames = {
  organisation: Authorised<Organisation>;
  prefectureCode: string;
  sharedBy: string;
  at: Date;
};
export type SharedNames =
  { ok: true; id: string; written: boolean } | { ok: false; reason: 'no-such-prefecture' };

/** From now on the prefecture sees the names of this host's supporters who agreed to it. Given once, it is found again. */
export async function shareNames(db: Db, input: ShareNames): Promise<SharedNames> {
  const { organisation, prefectureCode: areaCode, sharedBy, at } = input;
  const [prefecture] = await db
    .select({ code: regions.code })
    .from(regions)
    .where(and(eq(regions.code, areaCode), eq(regions.kind, 'prefecture')));
  if (!prefecture) return { ok: false, reason: 'no-such-prefecture' };
  const [given] = await db
    .select({ id: nameShares.id })
    .from(nameShares)
    .where(
      and(
        eq(nameShares.organisationId, organisation.id),
        eq(nameShares.areaCode, areaCode),
        or(isNull(nameShares.untilAt), gt(nameShares.untilAt, at)),
      ),
    );
  if (given) return { ok: true, id: given.id, written: false };
  const id = newId(at);
  await db
    .insert(nameShares)
    .values({ id, organisationId: organisation.id, areaCode, sharedBy, fromAt: at });
  return { ok: true, id, written: true };
}
