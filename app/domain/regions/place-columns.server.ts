import { eq, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import { regions } from '~/db/schema.server';
import type { RegionKind } from '~/db/tables/regions';

/** A region with the names that are read before its own: 大阪府 堺市 堺区. */
export type Place = {
  code: string;
  kind: RegionKind;
  name: string;
  kana: string;
  prefectureCode: string;
  prefectureName: string;
  prefectureKana: string;
  parentCode: string | null;
  /** The designated city of an administrative ward. */
  cityName: string | null;
  cityKana: string | null;
  counted: boolean;
};

export const prefectureOf = alias(regions, 'prefecture');
export const cityOf = alias(regions, 'city');

export const isPrefectureOf = eq(prefectureOf.code, regions.prefectureCode);
export const isCityOf = eq(cityOf.code, regions.parentCode);

export const PLACE_COLUMNS = {
  code: regions.code,
  kind: regions.kind,
  name: regions.name,
  kana: regions.kana,
  prefectureCode: regions.prefectureCode,
  prefectureName: prefectureOf.name,
  prefectureKana: prefectureOf.kana,
  parentCode: regions.parentCode,
  cityName: sql<string | null>`${cityOf.name}`,
  cityKana: sql<string | null>`${cityOf.kana}`,
  counted: regions.counted,
};
