import { and, eq, isNull } from 'drizzle-orm';
import { consents } from '~/db/schema.server';
import type { Db } from '~/db/store.server';
import type { ConsentGiver, ConsentKind } from '~/db/tables/trust';
import { newId } from '~/lib/id.server';
import { withoutReadings } from '~/lib/reading-signs';

/** Who is told the name, or who asked for a guardian's word: a municipality (never a ward), or a host. */
export type ConsentTo = { areaCode: string } | { organisationId: string };

export type GiveConsent = {
  personId: string;
  kind: ConsentKind;
  to: ConsentTo;
  /** Word for word what was agreed to. */
  text: string;
  givenBy: ConsentGiver;
  /** The officer who noted what was said on paper. */
  recordedBy?: string | null;
  at: Date;
};

/** Keeps one yes with its words. A second yes to the same, while the first is in force, is the first. */
export async function giveConsent(
  db: Db,
  input: GiveConsent,
): Promise<{ id: string; isNew: boolean }> {
  const { personId, kind, to, givenBy, recordedBy = null, at } = input;
  const text = withoutReadings(input.text);
  const [inForce] = await db
    .select({ id: consents.id })
    .from(consents)
    .where(
      and(
        eq(consents.personId, personId),
        eq(consents.kind, kind),
        isNull(consents.withdrawnAt),
        'areaCode' in to
          ? eq(consents.areaCode, to.areaCode)
          : eq(consents.organisationId, to.organisationId),
      ),
    );
  if (inForce) return { id: inForce.id, isNew: false };
  const id = newId(at);
  await db
    .insert(consents)
    .values({ id, personId, kind, ...to, text, givenAt: at, givenBy, recordedBy });
  return { id, isNew: true };
}
