import { isEmail } from '~/domain/people/is-email';
import { isKana } from '~/domain/people/is-kana';
import { nameRefusal } from '~/domain/people/name-refusal';
import type { RowRules } from '~/domain/imports/read-row';
import { findOfferedPlaces } from '~/domain/regions/find-offered-places.server';
import { indexPlaces } from '~/domain/regions/index-places';
import type { Place } from '~/domain/regions/place-columns.server';
import { readPlace } from '~/domain/regions/read-place';
import type { Db } from '~/db/store.server';
import { jstDates } from '~/lib/clock';
import { toKatakana } from '~/lib/japanese';

/** What rows of a list are read by, for the office of one municipality. */
export async function listRules(
  db: Db,
  { areaCode, at }: { areaCode: string; at: Date },
): Promise<RowRules> {
  const places = indexPlaces(await findOfferedPlaces(db));
  const isOwn = ({ code, parentCode }: Place) => code === areaCode || parentCode === areaCode;
  const known = new Map<string, ReturnType<RowRules['placeOf']>>();
  const nameOf = ({ prefectureName, cityName, name }: Place) =>
    [prefectureName, cityName, name].filter(Boolean).join('');

  function look(typed: string): ReturnType<RowRules['placeOf']> {
    const read = readPlace(typed, places, isOwn);
    if (!read.ok) return { ...read, candidates: read.candidates.map(nameOf) };
    if (isOwn(read.place)) return { ok: true, code: read.place.code };
    return { ok: false, reason: 'outside', candidates: [nameOf(read.place)] };
  }

  return {
    today: jstDates(at).day,
    ownCode: areaCode,
    placeOf(typed) {
      const found = known.get(typed) ?? look(typed);
      known.set(typed, found);
      return found;
    },
    nameRefusal,
    toKana: toKatakana,
    isKana,
    isEmail,
  };
}
