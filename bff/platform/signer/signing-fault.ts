import type { X509Certificate } from 'node:crypto';
import * as pkijs from 'pkijs';
import { SIGNING_FAULTS, type SigningFault } from '../../contract/operations/enums.ts';
import type { Identity } from './identity.ts';

/** Nothing can be signed now, and no fault of the document: it waits. */
export class SigningUnavailable extends Error {
  readonly fault: SigningFault;

  constructor(fault: SigningFault, options?: ErrorOptions) {
    super(SIGNING_FAULTS[fault], options);
    this.name = 'SigningUnavailable';
    this.fault = fault;
  }
}

/** What is wrong with a certificate whatever the time: its key is another, or it is not made for signing documents. */
export function lastingFault({ certificate, key }: Identity): 'wrong-key' | 'wrong-usage' | null {
  if (!certificate.checkPrivateKey(key)) return 'wrong-key';
  return isForSigning(certificate) ? null : 'wrong-usage';
}

/** From when until when a signature counts: the time that our certificate and all above it have in common, epoch ms. */
export function validityOf(certificates: readonly X509Certificate[]): { from: number; until: number } {
  return {
    from: Math.max(...certificates.map(({ validFromDate }) => validFromDate.getTime())),
    until: Math.min(...certificates.map(({ validToDate }) => validToDate.getTime())),
  };
}

/** The first two bits of a key usage (RFC 5280, 4.2.1.3): digitalSignature and nonRepudiation. */
const SIGNS = 0b1100_0000;
/** Purposes that exclude documents, where nothing else is named: TLS server, programs, time stamps, OCSP (4.2.1.12). */
const OTHER_PURPOSES = [1, 3, 8, 9].map((last) => `1.3.6.1.5.5.7.3.${last}`);

function isForSigning(certificate: X509Certificate): boolean {
  const purposes = certificate.keyUsage as string[] | undefined; // Node calls the extended key usage so
  if (purposes?.length && purposes.every((purpose) => OTHER_PURPOSES.includes(purpose))) return false;
  const { extensions } = pkijs.Certificate.fromBER(certificate.raw);
  const usage = extensions?.find(({ extnID }) => extnID === pkijs.id_KeyUsage)?.extnValue.valueBlock.valueHexView;
  // BIT STRING: tag, length, unused bits, then the bits; a certificate without the extension may be used for anything.
  return !usage || ((usage[3] ?? 0) & SIGNS) !== 0;
}
