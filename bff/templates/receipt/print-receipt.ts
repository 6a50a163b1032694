import { renderPdf, type RenderedPdf } from '../../platform/pdf/render.ts';
import { flowOf } from '../certificate/line-breaks.ts';
import { qrCode } from '../certificate/qr-code.ts';

/** What a receipt says; every value printed as it stands, amounts as yuan with two decimals. */
export interface ReceiptData {
  association: string;
  number: string;
  /** 2026年11月22日 */
  issuedOn: string;
  payer: string;
  /** What was paid for: 证明编号 or the like, and its value. */
  about: { label: string; value: string };
  lines: { what: string; amount: string }[];
  total: string;
  /** The total in the characters that cannot be altered: 柒元整. */
  capital: string;
  paidAt: string;
  orderNo: string;
  transactionNo: string;
  /** What has gone back; null: nothing. */
  refunded: string | null;
  /** Its page for strangers, and 核验码. */
  verification: { url: string; code: string };
  /** Words where the seal would stand (Signer.unsealed); null: the seal is drawn there. */
  unsealed: string | null;
  /** Words over a receipt that proves nothing. */
  testNotice: string | null;
}

/**
 * The receipt as PDF/A, not yet signed.
 * @param options.creationTime epoch milliseconds; the same receipt and time give the same bytes
 * @throws TemplateError if a character cannot be printed, or a text would stand outside its box
 */
export function printReceipt(receipt: ReceiptData, options: { creationTime: number }): Promise<RenderedPdf> {
  const { payer, about, lines, capital, orderNo, transactionNo } = receipt;
  const { url } = receipt.verification;
  // Where number and code are typed: a whole address, short enough to type.
  const site = url.replace(/\/c\/[^/]*$/, '/verify');
  const printed = {
    ...receipt,
    payer: flowOf(payer),
    about: { ...about, value: flowOf(about.value) },
    lines: lines.map((line) => ({ ...line, what: flowOf(line.what) })),
    capital: flowOf(capital),
    orderNo: flowOf(orderNo),
    transactionNo: flowOf(transactionNo),
    qr: qrCode(url),
    site,
  };
  return renderPdf('receipt', printed, options);
}
