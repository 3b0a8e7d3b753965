import { and, asc, isNotNull, isNull } from 'drizzle-orm';
import { directoryEntries } from '~/db/schema.server';
import type { Db } from '~/db/store.server';
import { withinAreas } from '~/db/within-areas.server';
import type { Bound } from '~/lib/bound';
import type { Day } from '~/lib/clock';
import { entriesOfArea } from './entries-of-area.server';

export type DirectoryEntry = typeof directoryEntries.$inferSelect;
export type FindEntriesWithin = {
  within: Bound<'directory'>;
  /** Of this area only; without it, of everything within the bound. */
  areaCode?: string;
  retired?: boolean;
  day: Day;
};

/** The windows that somebody looks after, by their reading. */
export async function findEntriesWithin(
  db: Db,
  { within, areaCode, retired = false, day }: FindEntriesWithin,
): Promise<DirectoryEntry[]> {
  const { retiredAt } = directoryEntries;
  return db
    .select()
    .from(directoryEntries)
    .where(
      and(
        withinAreas(directoryEntries.areaCode, within),
        areaCode ? entriesOfArea(areaCode, day) : undefined,
        retired ? isNotNull(retiredAt) : isNull(retiredAt),
      ),
    )
    .orderBy(asc(directoryEntries.kana), asc(directoryEntries.id));
}
