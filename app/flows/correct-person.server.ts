import type { Store } from '~/db/store.server';
import { recordAudit } from '~/domain/audit/record-audit.server';
import {
  correctPerson as correct,
  type CorrectPerson,
} from '~/domain/people/correct-person.server';

type Input = CorrectPerson & { actorId: string; areaCode: string; purpose: string; at: Date };

/** Mends a name or its reading and writes down that it was mended, without what stood there before. */
export async function correctPerson(store: Store, input: Input): Promise<void> {
  const { actorId, areaCode, purpose, at, ...mended } = input;
  await store.tx(async (db) => {
    const changed = await correct(db, mended);
    if (changed.length === 0) return;
    await recordAudit(db, {
      at,
      actorId,
      action: 'person.correct',
      subjectKind: 'person',
      subjectId: mended.person.id,
      areaCode,
      detail: { changed },
      purpose,
    });
  });
}
