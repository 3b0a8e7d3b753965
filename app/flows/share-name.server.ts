import type { Db } from '~/db/store.server';
import { recordAudit } from '~/domain/audit/record-audit.server';
import { giveConsent } from '~/domain/consents/give-consent.server';
import { findRegion } from '~/domain/regions/find-region.server';
import * as m from '~/paraglide/messages';

export type ShareTarget = {
  /** Of a ward, its designated city. */
  areaCode: string;
  /** "大阪府堺市" */
  place: string;
  /** Word for word what is agreed to. */
  text: string;
};

/** To whom somebody of this municipality or ward may let her name be told; null where there is none such. */
export async function findShareTarget(
  db: Db,
  { municipalityCode }: { municipalityCode: string },
): Promise<ShareTarget | null> {
  const region = await findRegion(db, municipalityCode);
  if (!region) return null;
  const place = region.prefectureName + (region.cityName ?? region.name);
  const areaCode = region.parentCode ?? region.code;
  return { areaCode, place, text: m.trust_share_text({ place }) };
}

export type ShareName = { personId: string; municipalityCode: string; at: Date };

/** Inside a transaction: keeps her yes to telling her municipality her name. False where there is none. */
export async function shareName(
  db: Db,
  { personId, municipalityCode, at }: ShareName,
): Promise<boolean> {
  const target = await findShareTarget(db, { municipalityCode });
  if (!target) return false;
  const { areaCode, text } = target;
  const given = await giveConsent(db, {
    personId,
    kind: 'share-name',
    to: { areaCode },
    text,
    givenBy: 'self',
    at,
  });
  if (given.isNew) {
    await recordAudit(db, {
      at,
      actorId: personId,
      action: 'consent.give',
      subjectKind: 'person',
      subjectId: personId,
      areaCode,
    });
  }
  return true;
}
