import type { Store } from '~/db/store.server';
import { recordAudit } from '~/domain/audit/record-audit.server';
import {
  setPeopleApart as setApart,
  type SetPeopleApart,
} from '~/domain/people/set-people-apart.server';

type Input = SetPeopleApart & { areaCode: string; purpose: string };

/** Remembers that two records are of two people, and writes down who said so. */
export async function setPeopleApart(store: Store, input: Input): Promise<void> {
  const { areaCode, purpose, ...pair } = input;
  await store.tx(async (db) => {
    await setApart(db, pair);
    await recordAudit(db, {
      at: pair.at,
      actorId: pair.decidedBy,
      action: 'person.apart',
      subjectKind: 'person',
      subjectId: pair.one.id,
      areaCode,
      detail: { otherId: pair.other.id },
      purpose,
    });
  });
}
