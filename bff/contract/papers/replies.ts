import { z } from 'zod';
import { PICKUPS } from '../certificates/enums.ts';
import { PAPER_COPY_STATES, PAPER_PAYMENTS, PAPER_STATES, PRINT_BATCH_STATES } from './enums.ts';
import { instant, named, oneOf, reply } from '../reply-parts.ts';

/** What paper costs, in fen. */
export const paperFeesReply = reply('PaperFeesReply', {
  copyFeeFen: z.int(),
  postageFen: z.int(),
  totalFen: z.int(),
});
export type PaperFeesReply = z.infer<typeof paperFeesReply>;

/** Where the member's paper order is; only after approval. */
export const paperProgress = reply('PaperProgress', {
  state: oneOf(PAPER_STATES),
  payment: oneOf(PAPER_PAYMENTS).nullable(),
  courier: z.string(),
  trackingNo: z.string(),
  voidReason: z.string(),
  /** Last day on which it can be paid for, yyyy-MM-dd; null: it waits for no payment, or has no end. */
  payUntilOn: z.string().nullable(),
  /** The bulk order with whose others it is paid; null: by itself. */
  bulkOrderId: z.int().nullable(),
  copies: z.array(
    z.strictObject({
      serial: z.string(),
      state: oneOf(PAPER_COPY_STATES),
    }),
  ),
  can: z.strictObject({
    cancel: z.boolean(),
  }),
});
export type PaperProgress = z.infer<typeof paperProgress>;

/** What staff may do with an order now. */
export const paperActs = reply('PaperActs', {
  pay: z.boolean(),
  finishPrint: z.boolean(),
  handOver: z.boolean(),
  mail: z.boolean(),
  deliver: z.boolean(),
  reprint: z.boolean(),
  void: z.boolean(),
});
export type PaperActs = z.infer<typeof paperActs>;

/** A line of 纸质证明. */
export const paperRow = reply('PaperRow', {
  id: z.int(),
  applicationId: z.int(),
  number: z.string(),
  typeLabel: z.string(),
  applicantName: z.string(),
  recipient: z.string(),
  pickup: oneOf(PICKUPS),
  copies: z.int(),
  totalFen: z.int(),
  state: oneOf(PAPER_STATES),
  createdAt: instant,
  /** Whole minutes in this state. */
  ageMinutes: z.number(),
  courier: z.string(),
  trackingNo: z.string(),
  /** The document is made and stands: it can be printed. */
  isPrintable: z.boolean(),
  /** What the code on the copies carries, by which a scanner finds what is to be mailed; null of all else. */
  scanToken: z.string().nullable(),
});
export type PaperRow = z.infer<typeof paperRow>;

export const paperDetail = reply('PaperDetail', {
  ...paperRow.shape,
  phone: z.string(),
  address: z.string(),
  remark: z.string(),
  fees: paperFeesReply,
  payment: oneOf(PAPER_PAYMENTS).nullable(),
  /** Last day on which it can be paid for, yyyy-MM-dd; null: it waits for no payment, or has no end. */
  payUntilOn: z.string().nullable(),
  paidAt: instant.nullable(),
  receiptNo: z.string(),
  collectedBy: z.string(),
  voidReason: z.string(),
  /** Its bulk order, with what waits of it for its payment in one sum; null: an order by itself. Amount in fen. */
  bulk: z.strictObject({ id: z.int(), waiting: z.int(), totalFen: z.int() }).nullable(),
  copyList: z.array(
    z.strictObject({
      id: z.int(),
      serial: z.string(),
      state: oneOf(PAPER_COPY_STATES),
      printedAt: instant.nullable(),
      voidedAt: instant.nullable(),
      voidedBy: z.string(),
      voidReason: z.string(),
      /** Serial of the copy in whose place it was printed. */
      replaces: z.string().nullable(),
    }),
  ),
  can: paperActs,
});
export type PaperDetail = z.infer<typeof paperDetail>;

export const printBatchReply = reply('PrintBatchReply', {
  id: z.int(),
  state: oneOf(PRINT_BATCH_STATES),
  orders: z.int(),
  copies: z.int(),
  done: z.int(),
  pages: z.int().nullable(),
  createdBy: z.string(),
  createdAt: instant,
});
export type PrintBatchReply = z.infer<typeof printBatchReply>;

/** What became of each chosen order; `failure` null: done. */
export const paperResults = reply('PaperResults', {
  results: z.array(
    z.strictObject({
      id: z.int(),
      number: z.string(),
      failure: z.string().nullable(),
    }),
  ),
});
export type PaperResults = z.infer<typeof paperResults>;

/** How many orders stand in each state. */
export const paperCounts = named('PaperCounts', z.record(oneOf(PAPER_STATES), z.int()));
export type PaperCounts = z.infer<typeof paperCounts>;
