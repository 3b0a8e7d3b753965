import { directoryBoundOfArea, mayTendDirectory } from '~/auth/policies/directory';
import type { Visitor } from '~/auth/visitor';
import type { Db } from '~/db/store.server';
import { entriesToCheck } from '~/flows/windows-to-check.server';
import { jstDates } from '~/lib/clock';
import * as m from '~/paraglide/messages';

type Asked = { code: string; grants: Visitor['grants']; at: Date };

/** The words of the link to the windows of an area, with how many are to be checked; null where they are not hers. */
export async function windowsToTend(db: Db, { code, grants, at }: Asked): Promise<string | null> {
  if (!mayTendDirectory(grants, code) || !/^\d{6}$/.test(code) || code === '000000') return null;
  const within = directoryBoundOfArea(grants, code);
  const due = await entriesToCheck(db, { within, areaCode: code, day: jstDates(at).day });
  return due.length > 0
    ? m.directory_office_nav_due({ count: String(due.length) })
    : m.directory_office_nav();
}
