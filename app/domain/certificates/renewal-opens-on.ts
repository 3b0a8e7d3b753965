import { dayMonthsBefore, type Day } from '~/lib/clock';

export type RenewalFacts = { withdrawnAt: Date | null; expiresOn: Day | null };

/** The first day on which a certificate can be renewed; null for one without an end, or withdrawn. It stays open after the end. */
export function renewalOpensOn(facts: RenewalFacts, monthsBefore: number): Day | null {
  if (facts.withdrawnAt || facts.expiresOn === null) return null;
  return dayMonthsBefore(facts.expiresOn, monthsBefore);
}
