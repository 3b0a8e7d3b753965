import type { Bound, Reach } from '~/lib/bound';
import type { Grant } from './visitor';

/** For policies only: what these grants reach. */
export function boundOf<Noun extends string>(
  grants: readonly Grant[],
  reachOf: (grant: Grant) => 'everywhere' | 'its-own' | 'nothing',
): Bound<Noun> {
  const reached = grants.map((grant) => [reachOf(grant), grant] as const);
  if (reached.some(([reach]) => reach === 'everywhere')) {
    const all: Reach = { everywhere: true };
    return all as Bound<Noun>;
  }
  const own = reached.flatMap(([reach, grant]) => (reach === 'its-own' ? [grant] : []));
  const reach: Reach = {
    everywhere: false,
    areaCodes: own.flatMap(({ areaCode, organisationId, groupId }) =>
      areaCode && !organisationId && !groupId ? [areaCode] : [],
    ),
    groupIds: own.flatMap(({ groupId }) => groupId ?? []),
    organisationIds: own.flatMap(({ organisationId }) => organisationId ?? []),
  };
  return reach as Bound<Noun>;
}
