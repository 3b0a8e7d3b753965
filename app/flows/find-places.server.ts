import { findRegion } from '~/domain/regions/find-region.server';
import { findRegionsMatching } from '~/domain/regions/find-regions-matching.server';
import type { Db } from '~/db/store.server';
import type { Edition } from '~/lib/edition';
import { placeLabelIn } from '~/lib/place-label';

const SHOWN = 30;

type FoundPlace = { code: string; label: string };

export type FoundPlaces = { found: FoundPlace[] | null; more: boolean };

/** The choices that a sent form shows again: what was searched for, else the one that was chosen. */
export async function findPlaces(
  db: Db,
  { code, query, edition = null }: { code: string; query: string; edition?: Edition | null },
): Promise<FoundPlaces> {
  const chosen = code ? await findRegion(db, code) : null;
  if (chosen) return { found: [{ code, label: placeLabelIn(edition, chosen) }], more: false };
  if (query.trim() === '') return { found: null, more: false };
  const places = await findRegionsMatching(db, { query, limit: SHOWN + 1 });
  const found = places.slice(0, SHOWN).map((place) => ({
    code: place.code,
    label: placeLabelIn(edition, place),
  }));
  return { found, more: places.length > SHOWN };
}
