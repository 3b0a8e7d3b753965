import { findRegion } from '~/domain/regions/find-region.server';
import { findRegionsMatching } from '~/domain/regions/find-regions-matching.server';
import type { Db } from '~/db/store.server';

const SHOWN = 30;

type FoundPlace = { code: string; label: string };

export type FoundPlaces = { found: FoundPlace[] | null; more: boolean };

/** The choices that a sent form shows again: what was searched for, else the one that was chosen. */
export async function findPlaces(
  db: Db,
  { code, query }: { code: string; query: string },
): Promise<FoundPlaces> {
  const chosen = code ? await findRegion(db, code) : null;
  if (chosen) return { found: [{ code, label: labelOf(chosen) }], more: false };
  if (query.trim() === '') return { found: null, more: false };
  const places = await findRegionsMatching(db, { query, limit: SHOWN + 1 });
  const found = places.slice(0, SHOWN).map((place) => ({
    code: place.code,
    label: labelOf(place),
  }));
  return { found, more: places.length > SHOWN };
}

type Place = { prefectureName: string; cityName: string | null; name: string };

function labelOf({ prefectureName, cityName, name }: Place): string {
  return [prefectureName, cityName, name].filter(Boolean).join(' ');
}
