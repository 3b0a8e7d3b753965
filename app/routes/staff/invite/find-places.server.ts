import { giveBound, ROLE_OVER, rolesToGive, type RoleOver } from '~/auth/policies/staff';
import type { Grant } from '~/auth/visitor';
import type { Db } from '~/db/store.server';
import type { Role } from '~/db/tables/people';
import { findHostsWithin } from '~/domain/organisations/find-hosts-within.server';
import { findOpenGroups } from '~/domain/regions/find-open-groups.server';
import { findRegionsMatching } from '~/domain/regions/find-regions-matching.server';
import { findRegionsWithin } from '~/domain/regions/find-regions-within.server';
import { jstDates } from '~/lib/clock';
import { placeLabel } from '~/lib/place-label';

export type Offer = { role: Role; over: RoleOver };
export type FoundPlaces = {
  /** All there are, or what was searched for; null when there are too many to list and nothing was. */
  options: { value: string; label: string }[] | null;
  /** There are too many to list them all. */
  isSearched: boolean;
  /** More than are shown. */
  more: boolean;
};

/** Lists longer than this are searched. Hokkaido has 189 municipalities and wards. */
const LISTED = 250;
const FOUND = 30;

/** Each role that somebody gives, once for each kind of place it may be over. */
export function findOffers(grants: readonly Grant[]): Offer[] {
  return rolesToGive(grants).flatMap((role) => {
    const { everywhere } = giveBound(grants, role);
    const overs = ROLE_OVER[role].filter(
      (over) => everywhere || (over !== 'nation' && over !== 'group'),
    );
    return overs.map((over) => ({ role, over }));
  });
}

type Asked = {
  offer: Offer;
  grants: readonly Grant[];
  /** What was searched for, and what was chosen. */
  query: string;
  chosen: string;
  at: Date;
};

/** What the role may be over. Never anything where she does not give it. */
export async function findPlaces(
  db: Db,
  { offer: { role, over }, grants, query, chosen, at }: Asked,
): Promise<FoundPlaces> {
  const within = giveBound(grants, role);
  const listed = (options: FoundPlaces['options']): FoundPlaces => ({
    options,
    isSearched: false,
    more: false,
  });
  if (over === 'nation') return listed([]);
  if (over === 'group') {
    const groups = await findOpenGroups(db, { within });
    return listed(groups.map(({ id, name }) => ({ value: id, label: name })));
  }
  const find = over === 'organisation' ? hosts : regions;
  const all = await find({ query: '', limit: LISTED + 1 });
  if (all.length <= LISTED) return listed(all);
  const isAsked = query.trim() !== '';
  if (!isAsked && chosen) {
    return { options: await find({ one: chosen, limit: 1 }), isSearched: true, more: false };
  }
  const found = isAsked ? await find({ query, limit: FOUND + 1 }) : null;
  const more = (found?.length ?? 0) > FOUND;
  return { options: found && found.slice(0, FOUND), isSearched: true, more };

  type Find = { query?: string; one?: string; limit: number };

  async function hosts({ query: part, one, limit }: Find) {
    const rows = await findHostsWithin(db, { within, query: part, id: one, limit });
    return rows.map(({ id, name, department }) => ({
      value: id,
      label: department ? `${name} ${department}` : name,
    }));
  }

  async function regions({ query: part, one, limit }: Find) {
    const kind = over === 'prefecture' ? 'prefecture' : 'municipality';
    const { day } = jstDates(at);
    // Too many to list are those of the whole country: whoever gives there gives everywhere.
    const rows = part
      ? await findRegionsMatching(db, { query: part, limit })
      : await findRegionsWithin(db, { within, kind, day, code: one, limit });
    return rows.map((row) => ({
      value: row.code,
      label: kind === 'prefecture' ? row.name : placeLabel(row),
    }));
  }
}
