import { and, eq, isNull } from 'drizzle-orm';
import { directoryEntries } from '~/db/schema.server';
import type { Db } from '~/db/store.server';
import type { Authorised } from '~/lib/bound';
import type { DirectoryEntry } from './find-entries-within.server';

export type RetireEntry = { entry: Authorised<DirectoryEntry>; at: Date };

/** Takes a window out of what readers see; it stays on record. False when it was out already. */
export async function retireEntry(db: Db, { entry, at }: RetireEntry): Promise<boolean> {
  const retired = await db
    .update(directoryEntries)
    .set({ retiredAt: at })
    .where(and(eq(directoryEntries.id, entry.id), isNull(directoryEntries.retiredAt)))
    .returning({ id: directoryEntries.id });
  return retired.length > 0;
}
