import type { X509Certificate } from 'node:crypto';

/** Chains of real authorities have two or three certificates above ours. */
const LONGEST_CHAIN = 8;

/**
 * The certificates above one, up to the first that the operator named as trusted; null where none is reached. Each must be
 * that of an authority and have signed the one below (RFC 5280, 6.1). A certificate that signed itself never is trusted.
 * Validity in time is not judged here (signing-fault.ts): what has expired must wait, not become a test letter.
 */
export function pathToTrusted(
  certificate: X509Certificate,
  { chain, trusted }: { chain: readonly X509Certificate[]; trusted: readonly X509Certificate[] },
): X509Certificate[] | null {
  if (isIssuedBy(certificate, certificate)) return null;
  const path: X509Certificate[] = [];
  for (let below = certificate; path.length < LONGEST_CHAIN;) {
    const isAbove = (one: X509Certificate) => one.ca && isIssuedBy(below, one);
    const end = trusted.find(isAbove);
    if (end) return [...path, end];
    const next = chain.find((one) => isAbove(one) && !path.includes(one));
    if (!next) return null;
    path.push(next);
    below = next;
  }
  return null;
}

export const isSelfSigned = (certificate: X509Certificate): boolean => isIssuedBy(certificate, certificate);

/** By name, key usage and signature. */
function isIssuedBy(certificate: X509Certificate, issuer: X509Certificate): boolean {
  return certificate.checkIssued(issuer) && certificate.verify(issuer.publicKey);
}
