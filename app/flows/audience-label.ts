import type { AudienceClass } from '~/domain/people/audience-classes';
import * as m from '~/paraglide/messages';

const LABELS: Record<AudienceClass, () => string> = {
  resident: m.account_audience_resident,
  physician: m.account_audience_physician,
  educator: m.account_audience_educator,
  'health-worker': m.account_audience_health_worker,
  'care-manager': m.account_audience_care_manager,
  'welfare-commissioner': m.account_audience_welfare_commissioner,
  counsellor: m.account_audience_counsellor,
  police: m.account_audience_police,
  fire: m.account_audience_fire,
  'public-servant': m.account_audience_public_servant,
  other: m.account_audience_other,
};

/** An audience class as municipalities print it; one that is no longer in the list by its code. */
export function audienceLabel(audience: string): string {
  return Object.hasOwn(LABELS, audience) ? LABELS[audience as AudienceClass]() : audience;
}
