import { sql, type SQL } from 'drizzle-orm';
import { directoryEntries, regions, regionSuccessions } from '~/db/schema.server';
import type { Day } from '~/lib/clock';

/** Entries of an area itself, and of what was merged into it by that day. What lies within a prefecture is not the prefecture's. */
export function entriesOfArea(code: string, day: Day): SQL {
  return sql`${directoryEntries.areaCode} in (
    with recursive own(code) as (
      select ${regions.code} from ${regions} where ${regions.code} = ${code}
      union select ${regionSuccessions.fromCode} from ${regionSuccessions} join own on ${regionSuccessions.toCode} = own.code
        where ${regionSuccessions.day} <= ${day}
    ) select code from own)`;
}
