import type { CertificateStanding } from '../../../contract/certificates/enums.ts';

/** How a certificate stands on a day (yyyy-MM-dd): a revocation or replacement counts before an expiry. */
export function standingOf(
  certificate: { standing: Exclude<CertificateStanding, 'expired'>; expiresOn: string | null },
  today: string,
): CertificateStanding {
  if (certificate.standing !== 'valid') return certificate.standing;
  return certificate.expiresOn !== null && certificate.expiresOn < today ? 'expired' : 'valid';
}
