import type { Place } from './place-columns.server';
import { regionSearchKey } from './region-search-key';

export type PlaceIndex = {
  byCode: ReadonlyMap<string, Place>;
  /** Folded, as people write them: with and without what a place lies in. */
  byName: ReadonlyMap<string, Place[]>;
};

/** For finding many places one after another. */
export function indexPlaces(places: readonly Place[]): PlaceIndex {
  const byName = new Map<string, Place[]>();
  for (const place of places) {
    const { name, cityName, prefectureName } = place;
    const inCity = (cityName ?? '') + name;
    for (const written of new Set([name, inCity, prefectureName + inCity])) {
      const key = regionSearchKey(written);
      byName.set(key, [...(byName.get(key) ?? []), place]);
    }
  }
  return { byCode: new Map(places.map((place) => [place.code, place])), byName };
}
