import type { Db } from '~/db/store.server';
import type { OrganisationKind } from '~/db/tables/organisations';
import { findNamedRegion } from '~/domain/regions/find-named-region.server';
import { findPrefectures } from '~/domain/regions/find-prefectures.server';
import type { Day } from '~/lib/clock';

type FindNamedArea = { words: string; kind: OrganisationKind; day: Day };

/** The code of the area somebody wrote for a host: a prefecture for a prefecture, else a municipality or ward. */
export async function findNamedArea(
  db: Db,
  { words, kind, day }: FindNamedArea,
): Promise<string | null> {
  if (kind !== 'prefecture') {
    const found = await findNamedRegion(db, { words, day });
    return 'refused' in found ? null : found.code;
  }
  const asked = words.normalize('NFKC').trim();
  const prefectures = await findPrefectures(db);
  return prefectures.find(({ code, name }) => name === asked || code === asked)?.code ?? null;
}
