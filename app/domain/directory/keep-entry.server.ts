import { and, eq } from 'drizzle-orm';
import { directoryEntries, regions } from '~/db/schema.server';
import type { Db } from '~/db/store.server';
import { withinAreas } from '~/db/within-areas.server';
import type { Authorised, Bound } from '~/lib/bound';
import { jstDates } from '~/lib/clock';
import type { DirectoryEntry } from './find-entries-within.server';

export type EntryFacts = Pick<
  DirectoryEntry,
  | 'name'
  | 'kana'
  | 'number'
  | 'url'
  | 'address'
  | 'ways'
  | 'worries'
  | 'languages'
  | 'forWhom'
  | 'hours'
  | 'hoursOpen'
  | 'note'
  | 'checkEveryDays'
  | 'validUntil'
>;

export type KeepEntry = {
  facts: EntryFacts;
  /** What is changed, or the id and the area that a new one was given with its form. */
  entry: Authorised<DirectoryEntry> | { newId: string; areaCode: string };
  within: Bound<'directory'>;
  actorId: string;
  at: Date;
};

export type KeptEntry = { ok: true; written: boolean } | { ok: false; reason: 'area-not-yours' };

/**
 * Adds or changes a window. Whoever writes its facts down has just looked at them. The same form sent
 * again writes nothing.
 */
export async function keepEntry(
  db: Db,
  { facts, entry, within, actorId, at }: KeepEntry,
): Promise<KeptEntry> {
  const looked = { lastChecked: jstDates(at).day, checkedBy: actorId, changedAt: at };
  if ('newId' in entry) {
    const { newId: id, areaCode } = entry;
    const [area] = await db
      .select({ code: regions.code })
      .from(regions)
      .where(and(eq(regions.code, areaCode), withinAreas(regions.code, within)));
    if (!area) return { ok: false, reason: 'area-not-yours' };
    const made = await db
      .insert(directoryEntries)
      .values({ ...facts, ...looked, id, areaCode, createdAt: at })
      .onConflictDoNothing()
      .returning({ id: directoryEntries.id });
    return { ok: true, written: made.length > 0 };
  }
  const isSame = Object.entries(facts).every(
    ([name, value]) => JSON.stringify(value) === JSON.stringify(entry[name as keyof EntryFacts]),
  );
  if (isSame && entry.lastChecked === looked.lastChecked) return { ok: true, written: false };
  await db
    .update(directoryEntries)
    .set({ ...facts, ...looked })
    .where(eq(directoryEntries.id, entry.id));
  return { ok: true, written: true };
}
