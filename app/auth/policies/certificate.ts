import type { Grant } from '../visitor';

type Certificate = { organisationId: string };

/** A trainer sees the certificates of her own host; the operator all. */
export function mayReadCertificate(grants: Grant[], { organisationId }: Certificate): boolean {
  return grants.some(
    (grant) =>
      grant.role === 'operator' ||
      (grant.role === 'trainer' && grant.organisationId === organisationId),
  );
}

/** Whoever may see a certificate as its host may withdraw it. */
export function mayWithdrawCertificate(grants: Grant[], certificate: Certificate): boolean {
  return mayReadCertificate(grants, certificate);
}
