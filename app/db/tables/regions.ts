import type { AnyColumn, Kit } from '../kit.server';

export type RegionKind =
  | 'prefecture'
  | 'designated-city'
  | 'city'
  | 'special-ward'
  | 'town'
  | 'village'
  | 'administrative-ward';

/** 連携中枢都市圏, 保健所圏域, or another. */
export type RegionGroupKind = 'core-city-area' | 'health-centre-area' | 'other';

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
      /** First and last day (YYYY-MM-DD) on which it is there; null where nobody has said. */
      validFrom: k.text('valid_from'),
      validUntil: k.text('valid_until'),
    },
    (t) => [k.index('regions_prefecture').on(t.prefectureCode, t.kana)],
  );

  /** A merger or a change of code: what stands under `fromCode` rolls up to `toCode` from that day (YYYY-MM-DD) on. */
  const regionSuccessions = k.table(
    'region_successions',
    {
      fromCode: k
        .text('from_code')
        .notNull()
        .references((): AnyColumn => regions.code),
      toCode: k
        .text('to_code')
        .notNull()
        .references((): AnyColumn => regions.code),
      day: k.text('day').notNull(),
    },
    (t) => [k.primaryKey({ columns: [t.fromCode, t.toCode] })],
  );

  /** Areas that work together across prefecture borders. */
  const regionGroups = k.table('region_groups', {
    id: k.text('id').primaryKey(),
    kind: k.text('kind').$type<RegionGroupKind>().notNull(),
    name: k.text('name').notNull(),
    kana: k.text('kana').notNull(),
    createdAt: k.time('created_at').notNull(),
    endedAt: k.time('ended_at'),
  });

  const regionGroupMembers = k.table(
    'region_group_members',
    {
      groupId: k
        .text('group_id')
        .notNull()
        .references((): AnyColumn => regionGroups.id),
      areaCode: k
        .text('area_code')
        .notNull()
        .references((): AnyColumn => regions.code),
    },
    (t) => [
      k.primaryKey({ columns: [t.groupId, t.areaCode] }),
      k.index('region_group_members_area').on(t.areaCode),
    ],
  );
  return { regions, regionSuccessions, regionGroups, regionGroupMembers };
}
