import { and, eq, inArray, like } from 'drizzle-orm';
import { regions, regionSuccessions } from '~/db/schema.server';
import type { Db } from '~/db/store.server';
import type { RegionKind } from '~/db/tables/regions';
import { dayBefore, type Day } from '~/lib/clock';
import { checkDigit } from './check-digit';
import { validOn } from './valid-on.server';

export type Merger = {
  fromCodes: string[];
  /** What they become: an area that is there and takes them in, or a new one. */
  toCode: string;
  fresh: { kind: RegionKind; name: string; kana: string } | null;
  /** The first day (YYYY-MM-DD) of what they become. */
  day: Day;
};

type Region = typeof regions.$inferSelect;
export type CheckedMerger =
  | { ok: true; from: Region[]; to: Omit<Region, 'searchKey'>; prefectureName: string }
  | {
      ok: false;
      reason:
        | 'no-areas'
        | 'not-there'
        | 'merged-before'
        | 'wards-and-others'
        | 'wrong-code'
        | 'code-taken'
        | 'no-such-target'
        | 'into-itself';
    };

/** Whether a merger can be: what ends is there on the day before, what begins has a right code of its own, what takes in is there. */
export async function checkMerger(db: Db, merger: Merger): Promise<CheckedMerger> {
  const { fromCodes, toCode, fresh, day } = merger;
  if (fromCodes.length === 0) return { ok: false, reason: 'no-areas' };
  if (fromCodes.includes(toCode)) return { ok: false, reason: 'into-itself' };
  const from = await db
    .select()
    .from(regions)
    .where(
      and(inArray(regions.code, fromCodes), eq(regions.counted, true), validOn(dayBefore(day))),
    );
  const isThere = from.length === new Set(fromCodes).size;
  if (!isThere || from.some(({ kind }) => kind === 'prefecture')) {
    return { ok: false, reason: 'not-there' };
  }
  const [before] = await db
    .select()
    .from(regionSuccessions)
    .where(inArray(regionSuccessions.fromCode, fromCodes))
    .limit(1);
  if (before) return { ok: false, reason: 'merged-before' };

  const [known] = await db.select().from(regions).where(eq(regions.code, toCode));
  if (known && fresh) return { ok: false, reason: 'code-taken' };
  if (!known && !fresh) return { ok: false, reason: 'no-such-target' };
  const parents = new Set(from.map(({ parentCode }) => parentCode));
  const kinds = [...from, known ?? fresh!].map(({ kind }) => kind === 'administrative-ward');
  const isWard = kinds[0]!;
  const parentCode = isWard ? from[0]!.parentCode : null;
  if (new Set(kinds).size > 1 || (isWard && parents.size > 1)) {
    return { ok: false, reason: 'wards-and-others' };
  }
  const [prefecture] = await db
    .select()
    .from(regions)
    .where(and(eq(regions.kind, 'prefecture'), like(regions.code, `${toCode.slice(0, 2)}000_`)));
  const isRight = /^\d{6}$/.test(toCode) && toCode[5] === checkDigit(toCode.slice(0, 5));
  if (!isRight || !prefecture) return { ok: false, reason: 'wrong-code' };

  if (known) {
    const [there] = await db
      .select()
      .from(regions)
      .where(and(eq(regions.code, toCode), eq(regions.counted, true), validOn(day)));
    const isTarget =
      there && there.kind !== 'prefecture' && (!isWard || there.parentCode === parentCode);
    if (!isTarget) return { ok: false, reason: 'no-such-target' };
    return { ok: true, from, to: there, prefectureName: prefecture.name };
  }
  const days = { validFrom: day, validUntil: null };
  const place = { code: toCode, prefectureCode: prefecture.code, parentCode, counted: true };
  return { ok: true, from, to: { ...fresh!, ...place, ...days }, prefectureName: prefecture.name };
}
