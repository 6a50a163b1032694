import { z } from 'zod';
import { day, instant } from '../../../contract/reply-parts.ts';

const recordShape = z.strictObject({
  version: z.literal(1),
  kind: z.literal('receipt'),
  number: z.string(),
  token: z.string(),
  code: z.string(),
  association: z.string(),
  payer: z.string(),
  about: z.strictObject({ label: z.string(), value: z.string() }),
  lines: z.array(z.strictObject({ what: z.string(), amountFen: z.int() })),
  amountFen: z.int(),
  refundedFen: z.int(),
  paidAt: instant,
  orderNo: z.string(),
  transactionNo: z.string(),
  issuedOn: day,
  signer: z.string(),
  isTest: z.boolean(),
});
/** Everything that a receipt says, amounts in fen. */
export type ReceiptRecord = z.infer<typeof recordShape>;

/** The canonical text of a receipt: its keys in the order of the shape. It stands in the signed file; its hash in the log. */
export const receiptRecordOf = (said: Omit<ReceiptRecord, 'version' | 'kind'>): string =>
  JSON.stringify(recordShape.parse({ version: 1, kind: 'receipt', ...said }));

/** Reads a canonical text. Throws when it is none. */
export const parseReceiptRecord = (text: string): ReceiptRecord => recordShape.parse(JSON.parse(text));
