import { and, eq, gt, inArray, isNotNull, isNull, lte, or, sql, type SQL } from 'drizzle-orm';
import { completions, consents, nameShares, organisations, people } from '~/db/schema.server';
import { withinAreas } from '~/db/within-areas.server';
import type { Bound, Reach } from '~/lib/bound';
import { now } from '~/lib/clock';
import { isPrefectureCode } from '~/lib/prefecture-code';

export type VisiblePeople = {
  within: Bound<'person'>;
  /** A query of ids that spares looking at everybody where few are asked for. */
  among?: SQL;
  at?: Date;
};

/**
 * A query of the ids of everybody whose name may be seen within this bound: the one place that says
 * so. Every list, count, search and single look has it in its SQL, so that who is outside changes nothing.
 */
export function visiblePeople({ within, among, at = now() }: VisiblePeople): SQL {
  const isAsked = (id: typeof people.id | typeof consents.personId) =>
    among ? sql`${id} in (${among})` : undefined;
  const isThere = and(isNotNull(people.name), isNull(people.erasedAt), isAsked(people.id));
  const of = (condition: SQL | undefined) =>
    sql`select ${people.id} from ${people} where ${and(isThere, condition)}`;
  if (within.everywhere) return of(undefined);

  const codes = within.areaCodes;
  const municipal: Reach = { ...within, areaCodes: codes.filter((c) => !isPrefectureCode(c)) };
  const prefectures = codes.filter(isPrefectureCode);
  const organisationIds = [...within.organisationIds];
  const agreed = and(
    eq(consents.kind, 'share-name'),
    isNull(consents.withdrawnAt),
    isAsked(consents.personId),
  );
  const agreedWith = (condition: SQL) =>
    of(
      sql`${people.id} in (select ${consents.personId} from ${consents} where ${and(agreed, condition)})`,
    );
  return sql.join(
    [
      of(withinAreas(people.enrolledAreaCode, municipal)),
      agreedWith(withinAreas(consents.areaCode, municipal)),
      of(inArray(people.enrolledOrganisationId, organisationIds)),
      agreedWith(inArray(consents.organisationId, organisationIds)),
      of(
        sql`${people.id} in (select ${consents.personId} from ${consents}
          join ${completions} on ${completions.personId} = ${consents.personId}
          join ${organisations} on ${organisations.id} = ${completions.organisationId}
          join ${nameShares} on ${nameShares.organisationId} = ${organisations.id}
          where ${and(
            agreed,
            or(
              eq(consents.organisationId, organisations.id),
              eq(consents.areaCode, organisations.areaCode),
            ),
            inArray(nameShares.areaCode, prefectures),
            lte(nameShares.fromAt, at),
            or(isNull(nameShares.untilAt), gt(nameShares.untilAt, at)),
          )})`,
      ),
    ],
    sql` union `,
  );
}
