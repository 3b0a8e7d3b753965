import type { Db } from '~/db/store.server';
import { recordAudit } from '~/domain/audit/record-audit.server';
import { giveConsent } from '~/domain/consents/give-consent.server';
import { findEnrolments } from '~/domain/learning/find-enrolments.server';
import type { Organisation } from '~/domain/organisations/ensure-operator.server';
import { findHost } from '~/domain/organisations/find-host.server';
import { mayBeMinor } from '~/domain/people/may-be-minor';
import { findRegion } from '~/domain/regions/find-region.server';
import * as m from '~/paraglide/messages';

export type FindGuardianHost = {
  ageBand: string;
  municipalityCode: string;
  /** A learner without an account, who may have begun under a host. */
  personId: string | null;
};

/** The host that asks for her guardian's word before somebody who may be under age signs up; null for none. */
export async function findGuardianHost(
  db: Db,
  { ageBand, municipalityCode, personId }: FindGuardianHost,
): Promise<Organisation | null> {
  if (!mayBeMinor(ageBand)) return null;
  const region = await findRegion(db, municipalityCode);
  const begun = personId ? await findEnrolments(db, { personId }) : [];
  const place = region ? (region.parentCode ?? region.code) : '';
  for (const organisationId of [...begun.map((one) => one.organisationId), null]) {
    const host = await findHost(db, { organisationId, municipalityCode: place });
    if (host?.asksGuardian) return host;
  }
  return null;
}

/** Inside a transaction: keeps what she said of her guardian, with the words it was said to. */
export async function keepGuardianWord(
  db: Db,
  { personId, host, at }: { personId: string; host: Organisation; at: Date },
): Promise<void> {
  const given = await giveConsent(db, {
    personId,
    kind: 'guardian',
    to: { organisationId: host.id },
    text: m.trust_guardian_text({ host: host.name }),
    givenBy: 'self',
    at,
  });
  if (!given.isNew) return;
  await recordAudit(db, {
    at,
    actorId: personId,
    action: 'consent.guardian',
    subjectKind: 'person',
    subjectId: personId,
    areaCode: host.areaCode,
  });
}
