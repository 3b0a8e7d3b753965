import * as m from '~/paraglide/messages';

const states = {
  valid: m.verify_state_valid,
  withdrawn: m.verify_state_withdrawn,
  expired: m.verify_state_expired,
};

/** What a certificate is worth, in a word. */
export function stateWord(state: keyof typeof states): string {
  return states[state]();
}

const reasons: Record<string, () => string> = {
  misprint: m.verify_reason_misprint,
  wish: m.verify_reason_wish,
  'issued-by-mistake': m.verify_reason_issued_by_mistake,
  other: m.verify_reason_other,
  'holder-wish': m.trust_reason_holder_wish,
  retention: m.trust_reason_retention,
};

/** Why a certificate was withdrawn, as the public is told. */
export function reasonWord(reason: string | null): string {
  return (reasons[reason ?? ''] ?? m.verify_reason_other)();
}
