import type { KnownDocument } from '../../../bff/contract/verification/answers.ts';
import type { VerificationReply } from '../../../bff/contract/verification/replies.ts';
import { CertificateContent } from './certificate-content.tsx';
import { ReceiptContent } from './receipts/receipt-content.tsx';

export const numberOf = (known: KnownDocument): string =>
  'receipt' in known ? known.receipt.number : known.certificate.number;

/** The same, where what somebody offers is not what we issued. */
export const alteredFrom = (known: KnownDocument): KnownDocument =>
  'receipt' in known ? { ...known, answer: 'receipt_altered' } : { ...known, answer: 'altered' };

/** Whether what somebody offers, or has opened, is what we issued. */
export const isAuthentic = ({ answer }: VerificationReply): boolean => answer === 'authentic' || answer === 'receipt';

/** What the document says, to be compared with the copy in hand; nothing for an unknown one. */
export function DocumentContent({ reply }: { reply: VerificationReply }) {
  if ('receipt' in reply) return <ReceiptContent reply={reply} />;
  if (!('certificate' in reply)) return null;
  return <CertificateContent certificate={reply.certificate} checkedAt={reply.checkedAt} />;
}
