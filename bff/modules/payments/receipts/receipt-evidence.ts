import { z } from 'zod';
import { sha256 } from '../../../platform/crypto/sha256.ts';
import { readRecord } from '../../../platform/signer/embedded-record.ts';
import { readStoredFile } from '../../../platform/storage/read-stored-file.ts';
import { readLinesOf } from '../../audit/read-lines.ts';
import { paymentFault } from '../books/payment-evidence.ts';
import { Payment, type Receipt } from '../model.ts';
import { parseReceiptRecord, type ReceiptRecord } from './receipt-record.ts';

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const evidenceShape = z.strictObject({
  /** SHA-256 of the issued file. */
  file: hash,
  /** SHA-256 of its canonical text. */
  record: hash,
  /** SHA-256 of the certificate that signed it. */
  signedBy: hash,
  paymentId: z.int(),
  /** Epoch milliseconds. */
  issuedAt: z.int(),
});
export type ReceiptEvidence = z.infer<typeof evidenceShape>;

/** What the line `receipt.issued` witnesses. */
export const toReceiptEvidence = (evidence: ReceiptEvidence): string => JSON.stringify(evidenceShape.parse(evidence));

export interface ConfirmedReceipt {
  evidence: ReceiptEvidence;
  /** As the signed file says it itself. */
  record: ReceiptRecord;
  /** What has gone back of the payment by now, fen; the log says the same. */
  refundedFen: number;
}

/**
 * Compares an issued receipt with the log, with its file and with the payment behind it, whose row is compared with the
 * log as well. Answers what may be told, or in words why nothing may. Rejects when the store of files does not answer.
 */
export async function confirmReceipt(receipt: Receipt): Promise<ConfirmedReceipt | { fault: string }> {
  const of = { targetKind: 'receipt', targetId: receipt.id, actions: ['receipt.issued'] } as const;
  const { lines, isWhole } = await readLinesOf(of);
  const [line, another] = lines;
  if (!isWhole || !line?.evidence || another) return { fault: '操作日志中没有开具该收据的记录' };
  const evidence = evidenceShape.parse(JSON.parse(line.evidence));
  const { paymentId, issuedAt, number, token, code, storageKey } = receipt;
  const isRowAsWritten =
    evidence.file === receipt.sha256 &&
    evidence.paymentId === paymentId &&
    evidence.issuedAt === issuedAt &&
    line.target === number &&
    evidence.record === sha256(receipt.record);
  if (!isRowAsWritten) return { fault: '数据库中的收据与操作日志不符' };
  const bytes = await readStoredFile(storageKey);
  if (!bytes || sha256(bytes) !== evidence.file) return { fault: '收据文件丢失或被改动' };
  const signed = readRecord(bytes);
  if (signed === null || sha256(signed) !== evidence.record) return { fault: '文件中的收据内容与操作日志不符' };
  const record = parseReceiptRecord(signed);
  if (record.number !== number || record.token !== token || record.code !== code) {
    return { fault: '收据的编号或核验码与文件不符' };
  }
  const payment = await Payment.findByPk(paymentId);
  if (!payment) return { fault: '收据所属的订单被删除' };
  const fault = (await paymentFault(payment)) ?? receiptFault(record, payment);
  return fault === null ? { evidence, record, refundedFen: payment.refundedFen } : { fault };
}

function receiptFault(record: ReceiptRecord, payment: Payment): string | null {
  const isSame =
    record.amountFen === payment.amountFen &&
    record.payer === payment.applicantName &&
    record.orderNo === payment.outTradeNo &&
    record.transactionNo === (payment.transactionId ?? '') &&
    Date.parse(record.paidAt) === payment.paidAt;
  return isSame ? null : '收据与订单不符';
}
