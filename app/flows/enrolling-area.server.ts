import { enrolmentBound } from '~/auth/policies/enrolment';
import type { Grant } from '~/auth/visitor';
import { findBatch, type Batch } from '~/domain/imports/find-batch.server';
import { findEnrollingArea } from '~/domain/regions/find-enrolling-area.server';
import type { Place } from '~/domain/regions/place-columns.server';
import type { Db } from '~/db/store.server';
import type { Authorised } from '~/lib/bound';

type Asked = { code: string; grants: readonly Grant[] };

/** The municipality for which somebody enrols people; what is not hers is as if it were not there. */
export async function enrollingArea(db: Db, { code, grants }: Asked): Promise<Authorised<Place>> {
  const area = await findEnrollingArea(db, { code, within: enrolmentBound(grants) });
  if (!area) throw new Response(null, { status: 404 });
  return area;
}

export type ListOfArea = { area: Authorised<Place>; batch: Authorised<Batch> };

/** The same with one of its lists. */
export async function listOfArea(db: Db, asked: Asked & { id: string }): Promise<ListOfArea> {
  const area = await enrollingArea(db, asked);
  const within = enrolmentBound(asked.grants);
  const batch = await findBatch(db, { id: asked.id, areaCode: area.code, within });
  if (!batch) throw new Response(null, { status: 404 });
  return { area, batch };
}
