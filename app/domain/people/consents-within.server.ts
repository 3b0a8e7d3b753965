import { and, eq, gt, inArray, isNull, lte, or, sql, type SQL } from 'drizzle-orm';
import { completions, consents, nameShares, organisations } from '~/db/schema.server';
import { withinAreas } from '~/db/within-areas.server';
import type { Bound } from '~/lib/bound';
import { isPrefectureCode } from '~/lib/prefecture-code';

/**
 * Which consents to share a name, in force, reach somebody with this bound: one condition for each
 * way, each of which finds its rows by an index. A prefecture is reached where a host that shares its
 * names with it stands behind a completion, and she agreed with that host or its municipality.
 */
export function consentsWithin({ within, at }: { within: Bound<'person'>; at: Date }): SQL[] {
  const inForce = and(eq(consents.kind, 'share-name'), isNull(consents.withdrawnAt));
  if (within.everywhere) return [sql`${inForce}`];
  const { areaCodes, organisationIds } = within;
  const municipal = areaCodes.filter((code) => !isPrefectureCode(code));
  const prefectures = areaCodes.filter(isPrefectureCode);
  const shared = (column: typeof organisations.id | typeof organisations.areaCode) =>
    sql`select ${completions.personId}, ${column} from ${nameShares}
      join ${organisations} on ${organisations.id} = ${nameShares.organisationId}
      join ${completions} on ${completions.organisationId} = ${organisations.id}
      where ${and(
        inArray(nameShares.areaCode, prefectures),
        lte(nameShares.fromAt, at),
        or(isNull(nameShares.untilAt), gt(nameShares.untilAt, at)),
      )}`;
  const ways: SQL[] = [
    withinAreas(consents.areaCode, { ...within, areaCodes: municipal }),
    inArray(consents.organisationId, [...organisationIds]),
  ];
  if (prefectures.length > 0) {
    ways.push(
      sql`(${consents.personId}, ${consents.organisationId}) in (${shared(organisations.id)})`,
      sql`(${consents.personId}, ${consents.areaCode}) in (${shared(organisations.areaCode)})`,
    );
  }
  return ways.map((way) => sql`(${inForce} and ${way})`);
}
