import type { Store } from '~/db/store.server';
import { recordAudit } from '~/domain/audit/record-audit.server';
import {
  keepOrganisation,
  type KeepOrganisation,
  type KeptOrganisation,
} from '~/domain/organisations/keep-organisation.server';

/** Adds or changes a host, with its line in the log. */
export async function keepHost(
  store: Store,
  { actorId, ...input }: KeepOrganisation & { actorId: string },
): Promise<KeptOrganisation> {
  return store.tx(async (db) => {
    const kept = await keepOrganisation(db, input);
    if (!kept.ok || !kept.written) return kept;
    const { at, areaCode, kind } = input;
    await recordAudit(db, {
      at,
      actorId,
      action: 'newId' in input.host ? 'organisation.make' : 'organisation.change',
      subjectKind: 'organisation',
      subjectId: kept.id,
      areaCode,
      detail: { kind },
    });
    return kept;
  });
}
