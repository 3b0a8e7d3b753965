import { and, eq, or, sql, type SQL } from 'drizzle-orm';
import { completions, people, personMerges } from '~/db/schema.server';
import { foldText } from '~/lib/japanese';
import { visiblePeople, type VisiblePeople } from './visible-people.server';

export type PeopleFilter = {
  /** Part of a reading, a name or a 受講番号, however it is typed. */
  query?: string;
  fiscalYear?: number | null;
  programmeCode?: string | null;
};

/** Spaces, and the variation selectors that names carry, are left out of both sides of the comparison. */
const LEFT_OUT = [' ', '　', '\u{FE00}', '\u{E0100}', '\u{E0101}', '\u{E0102}', '\u{E0103}'];

/** True for who matches herself or through a record that stands behind hers. Who is outside the bound matches nothing. */
export function peopleFilter(input: PeopleFilter & VisiblePeople): SQL | undefined {
  const { query = '', fiscalYear = null, programmeCode = null } = input;
  const visible = visiblePeople(input);
  const wanted = matching(query);
  const done = and(
    fiscalYear === null ? undefined : eq(completions.fiscalYear, fiscalYear),
    programmeCode === null ? undefined : eq(completions.programmeCode, programmeCode),
  );
  return and(
    wanted &&
      withThoseAbove(
        sql`select ${people.id} from ${people} where ${people.id} in (${visible}) and ${wanted}`,
      ),
    done &&
      withThoseAbove(
        sql`select ${completions.personId} from ${completions} where ${completions.personId} in (${visible}) and ${done}`,
      ),
  );
}

function matching(typed: string): SQL | undefined {
  const query = typed.replace(/[\p{Cc}\p{Cs}]/gu, '');
  const kana = foldText(query);
  if (kana === '') return undefined;
  const name = query.replace(/[\s\u{FE00}-\u{FE0F}\u{E0100}-\u{E01EF}]/gu, '');
  const digits = kana.replace(/[\p{Dash_Punctuation}ー−]/gu, '');
  return or(
    contains(sql`${people.kanaKey}`, kana),
    contains(bareName(), name),
    /^\d+$/.test(digits) ? contains(sql`${people.number}`, digits) : undefined,
  );
}

function bareName(): SQL {
  return LEFT_OUT.reduce<SQL>(
    (text, letter) => sql`replace(${text}, ${letter}, '')`,
    sql`${people.name}`,
  );
}

function contains(text: SQL, part: string): SQL {
  return sql`${text} like ${`%${part.replace(/[\\%_]/g, '\\$&')}%`} escape '\\'`;
}

function withThoseAbove(ids: SQL): SQL {
  return sql`${people.id} in (
    with recursive above(id) as (
      ${ids} union select ${personMerges.keptId} from above
        join ${personMerges} on ${personMerges.mergedId} = above.id and ${personMerges.undoneAt} is null
    ) select id from above)`;
}
