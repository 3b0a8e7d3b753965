import { and, eq, ne, sql } from 'drizzle-orm';
import { regions } from '~/db/schema.server';
import type { Db } from '~/db/store.server';
import { jstDates, now, type Day } from '~/lib/clock';
import { romajiKey, romajiOf } from '~/lib/romaji';
import {
  cityOf,
  isCityOf,
  isPrefectureOf,
  PLACE_COLUMNS,
  prefectureOf,
} from './place-columns.server';
import type { Place } from './place-columns.server';
import { regionSearchKey } from './region-search-key';
import { validOn } from './valid-on.server';

export type FindRegionsMatching = {
  query: string;
  limit: number;
  /** Only what is there on that day of Japan; today when nothing is said. */
  day?: Day;
};

const KIND_OF_PLACE = /(?:[市区町村]|シ|ク|チョウ|マチ|ソン|ムラ)$/;

/** Municipalities and wards that a person may choose that day, for part of a name, a reading, an address or a code: whole matches first, then beginnings, then parts; of each the municipalities before the wards, by reading. */
export async function findRegionsMatching(
  db: Db,
  { query, limit, day = jstDates(now()).day }: FindRegionsMatching,
): Promise<Place[]> {
  const asked = regionSearchKey(query);
  if (asked === '') return [];
  const latin = isLatin(asked);
  const pattern = latin ? '%' : `%${asked.replace(/[\\%_]/g, '\\$&')}%`;
  const found = await db
    .select(PLACE_COLUMNS)
    .from(regions)
    .innerJoin(prefectureOf, isPrefectureOf)
    .leftJoin(cityOf, isCityOf)
    .where(
      and(
        ne(regions.kind, 'prefecture'),
        eq(regions.counted, true),
        validOn(day),
        sql`${regions.searchKey} like ${pattern} escape '\\'`,
      ),
    );
  return found
    .map((place) => ({ place, rank: latin ? latinRankOf(place, query) : rankOf(place, asked) }))
    .filter(({ rank }) => rank !== null)
    .sort((a, b) => a.rank! - b.rank! || comparePlaces(a.place, b.place))
    .slice(0, limit)
    .map(({ place }) => place);
}

/** 0 whole, 1 beginning, 2 part. A number is part of a code only from its first digit on. */
function rankOf(place: Place, asked: string): number | null {
  if (/^\d+$/.test(asked)) {
    if (!place.code.startsWith(asked)) return null;
    return asked.length >= 5 ? 0 : 1;
  }
  const words = [place.name, place.kana].map((word) => regionSearchKey(word));
  if (words.some((word) => word === asked || word.replace(KIND_OF_PLACE, '') === asked)) return 0;
  return words.some((word) => word.startsWith(asked)) ? 1 : 2;
}

/** Letters of the Latin alphabet: a reading as somebody writes it who does not write Japanese. */
function isLatin(asked: string): boolean {
  return /^[a-zāīūēō'’-]+$/.test(asked);
}

function latinRankOf({ kana, prefectureKana, cityKana }: Place, query: string): number | null {
  const asked = romajiKey(query);
  if (asked === '') return null;
  const own = romajiKey(romajiOf(kana));
  if (own === asked || romajiKey(romajiOf(kana.replace(KIND_OF_PLACE, ''))) === asked) return 0;
  if (own.startsWith(asked)) return 1;
  const address = [prefectureKana, cityKana ?? '', kana].map((one) => romajiKey(romajiOf(one)));
  return own.includes(asked) || address.join('').includes(asked) ? 2 : null;
}

function comparePlaces(a: Place, b: Place): number {
  if (isWard(a) !== isWard(b)) return isWard(a) ? 1 : -1;
  if (a.kana !== b.kana) return a.kana < b.kana ? -1 : 1;
  return a.code < b.code ? -1 : 1;
}

function isWard({ kind }: Place): boolean {
  return kind === 'administrative-ward';
}
