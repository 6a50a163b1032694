import type { KnownCertificate, KnownReceipt, VerificationReply } from '../../../bff/contract/verification/replies.ts';
import type { TestMark } from './answer.ts';
import { CertificateContent } from './certificate-content.tsx';
import { ReceiptContent } from './receipts/receipt-content.tsx';

/** A reply that tells of a document: a certificate or a receipt. */
export type KnownDocument = KnownCertificate | KnownReceipt;

export const documentOf = (reply: VerificationReply | undefined): KnownDocument | undefined =>
  reply && ('certificate' in reply || 'receipt' in reply) ? reply : undefined;

export const numberOf = (known: KnownDocument): string =>
  'receipt' in known ? known.receipt.number : known.certificate.number;

/** What stands over a document that was issued by a system on trial; undefined: it counts. */
export function testMarkOf(known: KnownDocument | undefined): TestMark | undefined {
  if (!known) return undefined;
  if ('receipt' in known) return known.receipt.isTest ? TEST_RECEIPT : undefined;
  return known.certificate.isTest ? TEST_CERTIFICATE : undefined;
}
const TEST_CERTIFICATE: TestMark = { zh: '测试证明，不具有法律效力', en: 'Test certificate, no legal effect' };
const TEST_RECEIPT: TestMark = { zh: '测试收据，不具有法律效力', en: 'Test receipt, no legal effect' };

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
