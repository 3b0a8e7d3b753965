import * as m from '~/paraglide/messages';

// What the codes in a person's profile and in completions are called on screens and in files.

const audience: Record<string, () => string> = {
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

const age: Record<string, () => string> = {
  'primary-school': m.account_age_primary_school,
  '10s': m.account_age_10s,
  '20s': m.account_age_20s,
  '30s': m.account_age_30s,
  '40s': m.account_age_40s,
  '50s': m.account_age_50s,
  '60s': m.account_age_60s,
  '70s': m.account_age_70s,
  '80s': m.account_age_80s,
  unanswered: m.account_age_unanswered,
};

export function audienceLabel(code: string): string {
  return audience[code]?.() ?? code;
}

export function ageBandLabel(code: string): string {
  return age[code]?.() ?? code;
}
