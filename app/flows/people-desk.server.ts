import { redirect, type AppLoadContext } from '@remix-run/node';
import { mayListPeople, mayTendPeople, personBoundOfArea } from '~/auth/policies/person';
import { findPurpose } from '~/auth/purpose.server';
import type { Visitor } from '~/auth/visitor';
import { findRegion } from '~/domain/regions/find-region.server';
import type { Bound } from '~/lib/bound';
import { now } from '~/lib/clock';

/** Where an officer looks after the names of one area. */
export type PeopleDesk = {
  areaCode: string;
  areaName: string;
  /** "/office/areas/271403" */
  path: string;
  within: Bound<'person'>;
  /** Whether she merges records and mends names, or only looks. */
  mayTend: boolean;
};

type Asked = { code: string; visitor: Visitor; context: AppLoadContext };

/** The desk of an area; 404 for an area whose names are not hers, as for one that is not there. */
export async function openPeopleDesk({ code, visitor, context }: Asked): Promise<PeopleDesk> {
  const { grants } = visitor;
  const region = mayListPeople(grants, code) ? await findRegion(context.store.read, code) : null;
  if (!region) throw new Response(null, { status: 404 });
  return {
    areaCode: code,
    areaName: region.name,
    path: `/office/areas/${code}`,
    within: personBoundOfArea(grants, code),
    mayTend: mayTendPeople(grants, code),
  };
}

/** The same for merging and mending; 404 for who only looks. */
export async function openTendingDesk(asked: Asked): Promise<PeopleDesk> {
  const desk = await openPeopleDesk(asked);
  if (!desk.mayTend) throw new Response(null, { status: 404 });
  return desk;
}

/** What she looks for, as she said before; who has not is asked first and comes back. */
export function requirePurpose(
  request: Request,
  { desk, visitor, context }: { desk: PeopleDesk; visitor: Visitor; context: AppLoadContext },
): string {
  const { areaCode, path } = desk;
  const { sessionHash } = visitor;
  const purpose = findPurpose(request, context, { sessionHash, areaCode, at: now() });
  if (purpose !== null) return purpose;
  const { pathname, search } = new URL(request.url);
  throw redirect(`${path}/people/purpose?to=${encodeURIComponent(pathname + search)}`);
}
