import { and, asc, eq, ne } from 'drizzle-orm';
import { regions } from '~/db/schema.server';
import type { Db } from '~/db/store.server';
import type { ReportArea } from './find-report-area.server';

export type ReportPart = { code: string; name: string };

/** Prefectures of the nation by code; municipalities of a prefecture and wards of a designated city by their reading. */
export async function findReportParts(
  db: Db,
  { kind, code }: Pick<ReportArea, 'kind' | 'code'>,
): Promise<ReportPart[]> {
  const found = db.select({ code: regions.code, name: regions.name }).from(regions);
  if (kind === 'nation') {
    return found.where(eq(regions.kind, 'prefecture')).orderBy(asc(regions.code));
  }
  if (kind === 'designated-city') {
    return found.where(eq(regions.parentCode, code)).orderBy(asc(regions.kana));
  }
  if (kind !== 'prefecture') return [];
  const isMunicipality = and(
    ne(regions.kind, 'prefecture'),
    ne(regions.kind, 'administrative-ward'),
  );
  return found
    .where(and(eq(regions.prefectureCode, code), isMunicipality, eq(regions.counted, true)))
    .orderBy(asc(regions.kana));
}
