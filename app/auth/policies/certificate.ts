import type { Grant } from '../visitor';

type Issuer = { organisationId: string; areaCode: string | null };

/** Which hosts' certificates somebody looks after: all, or those of these hosts and of the hosts in these areas. */
export type CertificateScope = 'all' | { areaCodes: string[]; organisationIds: string[] };

/** The operator looks after all; a trainer after her own host's, or after those of her area. One with neither after none. */
export function certificateScope(grants: Grant[]): CertificateScope {
  if (grants.some(({ role }) => role === 'operator')) return 'all';
  const own = grants.filter(({ role }) => role === 'trainer');
  return {
    areaCodes: own.flatMap(({ areaCode, organisationId }) =>
      areaCode && !organisationId ? [areaCode] : [],
    ),
    organisationIds: own.flatMap(({ organisationId }) => organisationId ?? []),
  };
}

export function mayReadCertificate(grants: Grant[], issuer: Issuer): boolean {
  const scope = certificateScope(grants);
  if (scope === 'all') return true;
  if (scope.organisationIds.includes(issuer.organisationId)) return true;
  return issuer.areaCode !== null && scope.areaCodes.includes(issuer.areaCode);
}

/** Whoever looks after a certificate may withdraw it. */
export function mayWithdrawCertificate(grants: Grant[], issuer: Issuer): boolean {
  return mayReadCertificate(grants, issuer);
}
