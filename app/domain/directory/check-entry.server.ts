import { and, eq, isNull, ne } from 'drizzle-orm';
import { directoryEntries } from '~/db/schema.server';
import type { Db } from '~/db/store.server';
import type { Authorised } from '~/lib/bound';
import { jstDates } from '~/lib/clock';
import type { DirectoryEntry } from './find-entries-within.server';

export type CheckEntry = { entry: Authorised<DirectoryEntry>; actorId: string; at: Date };

/** Notes that somebody looked today and found it right. False when that was noted today already. */
export async function checkEntry(db: Db, { entry, actorId, at }: CheckEntry): Promise<boolean> {
  const { day } = jstDates(at);
  const checked = await db
    .update(directoryEntries)
    .set({ lastChecked: day, checkedBy: actorId })
    .where(
      and(
        eq(directoryEntries.id, entry.id),
        isNull(directoryEntries.retiredAt),
        ne(directoryEntries.lastChecked, day),
      ),
    )
    .returning({ id: directoryEntries.id });
  return checked.length > 0;
}
