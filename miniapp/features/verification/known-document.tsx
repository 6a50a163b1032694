import type { KnownDocument } from '../../../bff/contract/verification/answers.ts';
import type { VerificationReply } from '../../../bff/contract/verification/replies.ts';
import { CertificateContent } from './certificate-content.tsx';
import { FormContent } from './forms/form-content.tsx';
import { ReceiptContent } from './receipts/receipt-content.tsx';

export function numberOf(known: KnownDocument): string {
  if ('form' in known) return known.form.number;
  return 'receipt' in known ? known.receipt.number : known.certificate.number;
}

/** The answer about a document of ours, where the file that somebody offers is not the one that we issued. */
export function alteredFrom(known: KnownDocument): KnownDocument {
  if ('form' in known) return { ...known, answer: 'form_altered' };
  return 'receipt' in known ? { ...known, answer: 'receipt_altered' } : { ...known, answer: 'altered' };
}

/** Whether what somebody offers, or has opened, is what we issued. */
export const isAuthentic = ({ answer }: VerificationReply): boolean =>
  answer === 'authentic' || answer === 'receipt' || answer === 'form';

/** What the document says, to be compared with the copy in hand; nothing for an unknown one. */
export function DocumentContent({ reply }: { reply: VerificationReply }) {
  if ('receipt' in reply) return <ReceiptContent reply={reply} />;
  if ('form' in reply) return <FormContent reply={reply} />;
  if (!('certificate' in reply)) return null;
  return <CertificateContent certificate={reply.certificate} checkedAt={reply.checkedAt} />;
}
