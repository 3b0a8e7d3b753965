import { sql } from 'drizzle-orm';
import { regions } from '~/db/schema.server';
import type { Db } from '~/db/store.server';
import type { RegionKind } from '~/db/tables/regions';
import { regionSearchKey } from './region-search-key';

export type RegionFacts = {
  code: string;
  kind: RegionKind;
  name: string;
  kana: string;
  prefectureCode: string;
  parentCode: string | null;
  counted: boolean;
  validFrom?: string | null;
  validUntil?: string | null;
};

const ROWS_AT_ONCE = 100;

/** Brings the table of regions up to the list given. A region that has left the list stays, because people and completions name it. */
export async function syncRegions(db: Db, list: readonly RegionFacts[]): Promise<void> {
  const names = new Map(list.map(({ code, name }) => [code, name]));
  const rows = list.map((region) => ({
    ...region,
    validFrom: region.validFrom ?? null,
    validUntil: region.validUntil ?? null,
    searchKey: regionSearchKey({ ...region, address: addressOf(region, names) }),
  }));
  const parentsFirst = [
    ...rows.filter(({ parentCode }) => parentCode === null),
    ...rows.filter(({ parentCode }) => parentCode !== null),
  ];
  for (let i = 0; i < parentsFirst.length; i += ROWS_AT_ONCE) {
    await db
      .insert(regions)
      .values(parentsFirst.slice(i, i + ROWS_AT_ONCE))
      .onConflictDoUpdate({ target: regions.code, set: { ...OVERWRITE, ...DAYS } });
  }
}

const OVERWRITE = Object.fromEntries(
  (
    [
      ['kind', regions.kind],
      ['name', regions.name],
      ['kana', regions.kana],
      ['prefectureCode', regions.prefectureCode],
      ['parentCode', regions.parentCode],
      ['counted', regions.counted],
      ['searchKey', regions.searchKey],
    ] as const
  ).map(([key, column]) => [key, sql.raw(`excluded.${column.name}`)]),
);
/** A list that does not know a day leaves the one that was recorded with a merger. */
const DAYS = {
  validFrom: sql`coalesce(excluded.valid_from, ${regions.validFrom})`,
  validUntil: sql`coalesce(excluded.valid_until, ${regions.validUntil})`,
};

function addressOf(region: RegionFacts, names: Map<string, string>): string {
  if (region.kind === 'prefecture') return region.name;
  const city = region.parentCode ? (names.get(region.parentCode) ?? '') : '';
  return `${names.get(region.prefectureCode) ?? ''}${city}${region.name}`;
}
