import * as m from '~/paraglide/messages';

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

/** An age band as it is called on screens. */
export function ageBandLabel(code: string): string {
  return age[code]?.() ?? code;
}
