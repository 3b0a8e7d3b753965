import type { AnyColumn, Kit } from '../kit.server';

export type RegionKind =
  | 'prefecture'
  | 'designated-city'
  | 'city'
  | 'special-ward'
  | 'town'
  | 'village'
  | 'administrative-ward';

/** 都道府県・市区町村・行政区. `code` is the 6-digit 団体コード with its check digit, always text. */
export function defineRegions(k: Kit) {
  const regions = k.table(
    'regions',
    {
      code: k.text('code').primaryKey(),
      kind: k.text('kind').$type<RegionKind>().notNull(),
      name: k.text('name').notNull(),
      kana: k.text('kana').notNull(),
      prefectureCode: k.text('prefecture_code').notNull(),
      /** The designated city of an administrative ward; otherwise null. */
      parentCode: k.text('parent_code').references((): AnyColumn => regions.code),
      /** False for the six villages of the Northern Territories: listed officially, never counted or offered. */
      counted: k.bool('counted').notNull(),
      /** Normalised name, kana and code for partial search. */
      searchKey: k.text('search_key').notNull(),
      validFrom: k.text('valid_from'),
      validUntil: k.text('valid_until'),
    },
    (t) => [k.index('regions_prefecture').on(t.prefectureCode, t.kana)],
  );
  return { regions };
}
