import type { Bound, Reach } from '~/lib/bound';

// What a policy would say; in the app only a policy makes a bound.

type Named = { areaCodes?: string[]; groupIds?: string[]; organisationIds?: string[] };

export function everywhere<Noun extends string>(): Bound<Noun> {
  const reach: Reach = { everywhere: true };
  return reach as Bound<Noun>;
}

export function reaching<Noun extends string>(named: Named): Bound<Noun> {
  const none = { areaCodes: [], groupIds: [], organisationIds: [] };
  const reach: Reach = { everywhere: false, ...none, ...named };
  return reach as Bound<Noun>;
}
