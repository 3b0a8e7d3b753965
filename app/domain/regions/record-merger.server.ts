import { and, eq, inArray, isNull, or } from 'drizzle-orm';
import { regions, regionSuccessions } from '~/db/schema.server';
import type { Db } from '~/db/store.server';
import { dayBefore } from '~/lib/clock';
import { checkMerger, type CheckedMerger, type Merger } from './check-merger.server';
import { regionSearchKey } from './region-search-key';

/**
 * Writes that areas became another: they and their wards end on the day before, the new one begins,
 * and what stands under the old codes stays there and counts for the new one too.
 */
export async function recordMerger(db: Db, merger: Merger): Promise<CheckedMerger> {
  const checked = await checkMerger(db, merger);
  if (!checked.ok) return checked;
  const { from, to, prefectureName } = checked;
  const { fresh, day } = merger;
  if (fresh) {
    const [city] = to.parentCode
      ? await db.select().from(regions).where(eq(regions.code, to.parentCode))
      : [];
    const address = `${prefectureName}${city?.name ?? ''}${to.name}`;
    await db.insert(regions).values({ ...to, searchKey: regionSearchKey({ ...to, address }) });
  }
  const codes = from.map(({ code }) => code);
  await db
    .update(regions)
    .set({ validUntil: dayBefore(day) })
    .where(
      or(
        inArray(regions.code, codes),
        and(inArray(regions.parentCode, codes), isNull(regions.validUntil)),
      ),
    );
  await db
    .insert(regionSuccessions)
    .values(codes.map((fromCode) => ({ fromCode, toCode: to.code, day })));
  return checked;
}
