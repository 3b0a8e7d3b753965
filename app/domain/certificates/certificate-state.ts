import type { Day } from '~/lib/clock';

export type CertificateState = 'valid' | 'withdrawn' | 'expired';

export type StateFacts = { withdrawnAt: Date | null; expiresOn: Day | null };

/** What the certificate is worth on a day of Japan's calendar. It is still valid on the day it expires. */
export function certificateState(facts: StateFacts, today: Day): CertificateState {
  if (facts.withdrawnAt) return 'withdrawn';
  return facts.expiresOn !== null && today > facts.expiresOn ? 'expired' : 'valid';
}
