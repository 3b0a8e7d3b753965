import { consents } from '~/db/schema.server';
import type { Db } from '~/db/store.server';
import { newId } from '~/lib/id.server';

export type RecordGuardianConsent = {
  personId: string;
  areaCode: string;
  /** The very words that were agreed to. */
  text: string;
  /** The officer who saw it on paper. */
  recordedBy: string;
  at: Date;
};

/** A guardian's yes on paper, noted by the office that saw it. */
export async function recordGuardianConsent(db: Db, input: RecordGuardianConsent): Promise<void> {
  const { personId, areaCode, text, recordedBy, at } = input;
  const given = { kind: 'guardian', givenBy: 'guardian', givenAt: at } as const;
  const id = newId(at);
  await db.insert(consents).values({ id, personId, areaCode, text, recordedBy, ...given });
}
