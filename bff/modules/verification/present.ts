import type { VerificationReply } from '../../contract/endpoints/verification.ts';
import { publicCertificate, publicStanding } from './public-certificate.ts';
import type { Verification } from './verify-certificate.ts';

/** The two answers: issued by us like this, and how it stands now. */
export function presentVerification(verification: Verification): VerificationReply {
  if (verification.answer === 'unknown') return { answer: 'unknown' };
  const { answer, certificate, holdsDocument } = verification;
  return {
    answer,
    ...publicStanding(certificate),
    replacedBy: holdsDocument ? certificate.replacedBy : null,
    certificate: publicCertificate(certificate),
  };
}
