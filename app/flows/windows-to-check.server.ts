import type { HelpLine } from '~/content/library';
import type { Db } from '~/db/store.server';
import {
  findEntriesWithin,
  type DirectoryEntry,
} from '~/domain/directory/find-entries-within.server';
import type { Bound } from '~/lib/bound';
import type { Day } from '~/lib/clock';
import { isShownOn, isStale, lacksPeriods } from '~/lib/help-days';

/** Why somebody should look at a window. */
export type Due = { stale: boolean; over: boolean; periods: boolean; unverified: boolean };

export function dueOf(
  window: Pick<DirectoryEntry, 'lastChecked' | 'checkEveryDays' | 'validUntil'>,
  day: Day,
): Pick<Due, 'stale' | 'over'> {
  const over = window.validUntil !== null && window.validUntil < day;
  return { stale: !over && isStale(window, day), over };
}

type Local = { within: Bound<'directory'>; areaCode?: string; day: Day };

/** Windows of offices that were looked at too long ago, or whose day is over. */
export async function entriesToCheck(
  db: Db,
  asked: Local,
): Promise<(DirectoryEntry & { due: Pick<Due, 'stale' | 'over'> })[]> {
  const entries = await findEntriesWithin(db, asked);
  return entries
    .map((entry) => ({ ...entry, due: dueOf(entry, asked.day) }))
    .filter(({ due }) => due.stale || due.over);
}

/** National lines that somebody should look at, with why; one that nobody has verified is among them. */
export function linesToCheck(directory: readonly HelpLine[], day: Day) {
  return directory
    .map((line) => ({
      line,
      due: {
        ...dueOf(line, day),
        periods: lacksPeriods(line, day),
        unverified: !line.verified && isShownOn({ ...line, periods: null }, day),
      } satisfies Due,
    }))
    .filter(({ due }) => Object.values(due).some(Boolean));
}
