import { and, asc, gte, isNull, or } from 'drizzle-orm';
import { directoryEntries } from '~/db/schema.server';
import type { Db } from '~/db/store.server';
import type { Day } from '~/lib/clock';
import { entriesOfArea } from './entries-of-area.server';
import type { DirectoryEntry } from './find-entries-within.server';

export type FindShownEntries = { areaCodes: readonly string[]; day: Day };
export type ShownEntry = Omit<DirectoryEntry, 'checkedBy' | 'createdAt' | 'changedAt'>;

/** What anyone is shown of these areas that day: neither retired nor over. */
export async function findShownEntries(
  db: Db,
  { areaCodes, day }: FindShownEntries,
): Promise<ShownEntry[]> {
  if (areaCodes.length === 0) return [];
  const rows = await db
    .select()
    .from(directoryEntries)
    .where(
      and(
        or(...areaCodes.map((code) => entriesOfArea(code, day))),
        isNull(directoryEntries.retiredAt),
        or(isNull(directoryEntries.validUntil), gte(directoryEntries.validUntil, day)),
      ),
    )
    .orderBy(asc(directoryEntries.kana), asc(directoryEntries.id));
  return rows.map(({ checkedBy: _by, createdAt: _made, changedAt: _changed, ...shown }) => shown);
}
