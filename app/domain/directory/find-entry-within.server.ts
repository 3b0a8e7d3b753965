import { and, eq } from 'drizzle-orm';
import { authorised } from '~/db/authorised.server';
import { directoryEntries } from '~/db/schema.server';
import type { Db } from '~/db/store.server';
import { withinAreas } from '~/db/within-areas.server';
import type { Authorised, Bound } from '~/lib/bound';
import type { Day } from '~/lib/clock';
import { entriesOfArea } from './entries-of-area.server';
import type { DirectoryEntry } from './find-entries-within.server';

export type FindEntryWithin = {
  id: string;
  areaCode: string;
  within: Bound<'directory'>;
  day: Day;
};

/** A window of that area within the bound; null when there is none. */
export async function findEntryWithin(
  db: Db,
  { id, areaCode, within, day }: FindEntryWithin,
): Promise<Authorised<DirectoryEntry> | null> {
  const [row] = await db
    .select()
    .from(directoryEntries)
    .where(
      and(
        eq(directoryEntries.id, id),
        withinAreas(directoryEntries.areaCode, within),
        entriesOfArea(areaCode, day),
      ),
    );
  return row ? authorised(row, within) : null;
}
