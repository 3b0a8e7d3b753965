import { and, inArray, isNotNull, isNull, sql, type SQL } from 'drizzle-orm';
import { consents, people } from '~/db/schema.server';
import { withinAreas } from '~/db/within-areas.server';
import type { Bound } from '~/lib/bound';
import { now } from '~/lib/clock';
import { isPrefectureCode } from '~/lib/prefecture-code';
import { consentsWithin } from './consents-within.server';

export type VisiblePeople = {
  within: Bound<'person'>;
  /** A query of ids that spares looking at everybody where few are asked for. */
  among?: SQL;
  /** Only whom the office or the host itself enrolled, whose record it therefore looks after. */
  enrolledOnly?: boolean;
  at?: Date;
};

/**
 * A query of the ids of everybody whose name may be seen within this bound: the one place that says
 * so. Every list, count, search and single look has it in its SQL, so that who is outside changes nothing.
 */
export function visiblePeople(input: VisiblePeople): SQL {
  const { within, among, enrolledOnly = false, at = now() } = input;
  const isThere = and(isNotNull(people.name), isNull(people.erasedAt));
  const isAsked = among ? sql`${people.id} in (${among})` : undefined;
  const those = (condition?: SQL) =>
    sql`select ${people.id} from ${people} where ${and(isThere, isAsked, condition)}`;
  if (within.everywhere) return those();

  const municipal = within.areaCodes.filter((code) => !isPrefectureCode(code));
  const enrolled = [
    withinAreas(people.enrolledAreaCode, { ...within, areaCodes: municipal }),
    inArray(people.enrolledOrganisationId, [...within.organisationIds]),
  ];
  const agreed = consentsWithin({ within, at }).map((consent) => {
    const isHers = among ? sql`${consents.personId} in (${among})` : undefined;
    return sql`${people.id} in (select ${consents.personId} from ${consents} where ${and(consent, isHers)})`;
  });
  return sql.join([...enrolled, ...(enrolledOnly ? [] : agreed)].map(those), sql` union `);
}
