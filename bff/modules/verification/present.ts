import type { CopyReply, VerificationReply } from '../../contract/verification/endpoints.ts';
import { toIso, toShanghaiDate } from '../../contract/dates.ts';
import { clock } from '../../platform/clock/clock.ts';
import type { CopyStanding } from '../papers/copies/find-copy.ts';
import { publicCertificate, publicStanding } from './public-certificate.ts';
import { publicForm } from './public-form.ts';
import { publicReceipt } from './public-receipt.ts';
import type { Verification } from './verify-certificate.ts';

/** The two answers: issued by us like this, and how it stands now. */
export function presentVerification(verification: Verification): VerificationReply {
  const checkedAt = toIso(clock.now());
  if ('receipt' in verification) {
    const { answer, receipt } = verification;
    return { answer, receipt: publicReceipt(receipt), refundedFen: receipt.refundedFen, checkedAt };
  }
  if ('form' in verification) {
    const { answer, form } = verification;
    return { answer, form: publicForm(form), isSuperseded: form.isSuperseded, checkedAt };
  }
  if (!('certificate' in verification)) return { answer: verification.answer };
  const { answer, certificate, holdsDocument } = verification;
  return {
    answer,
    ...publicStanding(certificate),
    replacedBy: holdsDocument ? certificate.replacedBy : null,
    certificate: publicCertificate(certificate),
    checkedAt,
  };
}

/** Whether one paper copy still counts; who has lost it and why is nobody's business. */
export function presentCopy(copy: CopyStanding | null): CopyReply {
  if (copy === null) return { answer: 'unknown' };
  if (copy.state === 'valid') return { answer: 'valid' };
  return { answer: 'voided', voidedOn: toShanghaiDate(copy.voidedAt) };
}
