import type { Db } from '~/db/store.server';
import type { Day } from '~/lib/clock';
import { findOfferedRegion } from './find-offered-region.server';
import { findRegionsMatching } from './find-regions-matching.server';
import { normaliseRegionCode } from './normalise-region-code';
import type { Place } from './place-columns.server';
import { regionSearchKey } from './region-search-key';

export type FindNamedRegion = { words: string; day: Day };
export type NamedRegion = Place | { refused: 'unknown' | 'several' };

const AT_MOST = 20;

/** The one municipality or ward that somebody wrote as a code, a name, or an address. A name that fits several whole is nobody's. */
export async function findNamedRegion(
  db: Db,
  { words, day }: FindNamedRegion,
): Promise<NamedRegion> {
  const code = normaliseRegionCode(words);
  if (code) return (await findOfferedRegion(db, { code, day })) ?? { refused: 'unknown' };
  const asked = regionSearchKey(words);
  const found = await findRegionsMatching(db, { query: words, limit: AT_MOST, day });
  const whole = found.filter(({ name, cityName, prefectureName }) => {
    const address = `${prefectureName}${cityName ?? ''}${name}`;
    const names = [name, `${cityName ?? ''}${name}`, `${prefectureName}${name}`, address];
    return names.some((one) => regionSearchKey(one) === asked);
  });
  const [only] = whole;
  if (!only) return { refused: 'unknown' };
  return whole.length === 1 ? only : { refused: 'several' };
}
