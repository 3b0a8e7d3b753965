import { isNull, sql, type SQL } from 'drizzle-orm';
import { people, personMerges } from '~/db/schema.server';
import { visiblePeople, type VisiblePeople } from './visible-people.server';

/**
 * True for the people of a list within a bound: everybody visible, but a record that was merged into
 * one that is visible too stands behind that one. A merge with a record outside tells nothing.
 */
export function listedPeople(input: VisiblePeople): SQL {
  const kept = sql`select ${personMerges.keptId} from ${personMerges} where ${isNull(personMerges.undoneAt)}`;
  const merged = sql`
    with recursive above(member_id, ancestor_id) as (
      select ${personMerges.mergedId}, ${personMerges.keptId} from ${personMerges} where ${isNull(personMerges.undoneAt)}
      union select above.member_id, ${personMerges.keptId} from above
        join ${personMerges} on ${personMerges.mergedId} = above.ancestor_id where ${isNull(personMerges.undoneAt)}
    ) select member_id from above where ancestor_id in (${visiblePeople({ ...input, among: kept })})`;
  return sql`(${people.id} in (${visiblePeople(input)}) and ${people.id} not in (${merged}))`;
}
