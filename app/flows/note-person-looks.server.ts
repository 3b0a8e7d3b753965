import type { Store } from '~/db/store.server';
import { recordAudit } from '~/domain/audit/record-audit.server';
import type { PersonRow } from '~/domain/people/person-columns.server';
import type { Authorised } from '~/lib/bound';

type Look = {
  people: Authorised<PersonRow>[];
  actorId: string;
  areaCode: string | null;
  purpose: string;
  at: Date;
};

/** Writes down who looked at the records of these people, and what for. */
export async function notePersonLooks(store: Store, { people, purpose, ...look }: Look) {
  await store.tx(async (db) => {
    for (const { id } of people) {
      await recordAudit(db, {
        ...look,
        action: 'person.view',
        subjectKind: 'person',
        subjectId: id,
        detail: { rows: 1 },
        purpose,
      });
    }
  });
}
