import { sql, type SQL } from 'drizzle-orm';
import { people, personMerges } from './schema.server';

/**
 * A query of the ids of every record of one person: what was merged, in whichever order, and is not
 * undone. Records are never moved, so whatever is hers is read over these ids.
 */
export function samePeople(personId: string): SQL {
  const { keptId, mergedId, undoneAt } = personMerges;
  return sql`with recursive same(id) as (
    select ${people.id} from ${people} where ${people.id} = ${personId}
    union select ${keptId} from same join ${personMerges} on ${mergedId} = same.id and ${undoneAt} is null
    union select ${mergedId} from same join ${personMerges} on ${keptId} = same.id and ${undoneAt} is null
  ) select id from same`;
}
