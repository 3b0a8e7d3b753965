import type { PlaceIndex } from './index-places';
import { normaliseRegionCode } from './normalise-region-code';
import type { Place } from './place-columns.server';
import { regionSearchKey } from './region-search-key';

export type ReadPlace =
  { ok: true; place: Place } | { ok: false; reason: 'unknown' | 'several'; candidates: Place[] };

const CANDIDATES = 5;
const COUNTY = /^(.{2,3}[都道府県])?[^都道府県市区町村]{1,6}郡(?=.+[町村]$)/;

/** The place that a code or a whole name stands for. A part of a name stands for none, but shows what may be meant. */
export function readPlace(
  typed: string,
  { byCode, byName }: PlaceIndex,
  isOwn: (place: Place) => boolean,
): ReadPlace {
  const code = normaliseRegionCode(typed, (one) => byCode.has(one));
  if (code) return { ok: true, place: byCode.get(code)! };
  const asked = regionSearchKey(typed);
  const found = byName.get(asked) ?? byName.get(regionSearchKey(typed.replace(COUNTY, '$1'))) ?? [];
  const own = found.filter(isOwn);
  const [only] = own.length === 1 ? own : found;
  if (only && (own.length === 1 || found.length === 1)) return { ok: true, place: only };
  if (found.length > 0) {
    return { ok: false, reason: 'several', candidates: found.slice(0, CANDIDATES) };
  }
  return { ok: false, reason: 'unknown', candidates: likeThat(asked, byCode, isOwn) };
}

function likeThat(
  asked: string,
  byCode: PlaceIndex['byCode'],
  isOwn: (place: Place) => boolean,
): Place[] {
  if (asked.length < 2) return [];
  const like = [...byCode.values()].filter(({ name, cityName, prefectureName }) => {
    const key = regionSearchKey(prefectureName + (cityName ?? '') + name);
    const bare = regionSearchKey(name);
    return key.includes(asked) || (bare.length > 1 && asked.includes(bare));
  });
  return like.sort((a, b) => Number(isOwn(b)) - Number(isOwn(a))).slice(0, CANDIDATES);
}
