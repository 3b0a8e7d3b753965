import { inArray } from 'drizzle-orm';
import { regions } from '~/db/schema.server';
import type { Db } from '~/db/store.server';
import { NATION } from './count-cells';
import { findAreasAbove } from './find-areas-above.server';
import type { ReportArea } from './find-report-area.server';
import { findReportParts } from './find-report-parts.server';

export type AreaAround = { code: string; kind: ReportArea['kind']; partCodes: string[] };

/** Everything an area is counted in, up to the nation, each with the parts whose figures could be taken from it. */
export async function findAreasAround(
  db: Db,
  { area, at }: { area: Pick<ReportArea, 'code' | 'kind' | 'prefectureCode'>; at: Date },
): Promise<AreaAround[]> {
  const { code, kind, prefectureCode } = area;
  if (kind === 'nation' || kind === 'group') return [];
  const codes = kind === 'prefecture' ? [] : await findAreasAbove(db, { code });
  const known = await db
    .select({ code: regions.code, kind: regions.kind })
    .from(regions)
    .where(inArray(regions.code, codes));
  const kinds = new Map<string, ReportArea['kind']>(known.map((one) => [one.code, one.kind]));
  const around: Pick<AreaAround, 'code' | 'kind'>[] = codes
    .filter((one) => one !== code)
    .map((one) => ({ code: one, kind: kinds.get(one) ?? 'group' }));
  if (kind !== 'prefecture') around.push({ code: prefectureCode, kind: 'prefecture' });
  around.push({ code: NATION, kind: 'nation' });
  const found: AreaAround[] = [];
  for (const one of around) {
    const parts = await findReportParts(db, { area: one, at });
    // What was merged is counted in what it became, which stands in the same list.
    const isListed = one.kind === 'prefecture' || one.kind === 'nation' || one.kind === 'group';
    const own = isListed ? parts.filter(({ until }) => until === null) : parts;
    found.push({ ...one, partCodes: own.map((part) => part.code) });
  }
  return found;
}
