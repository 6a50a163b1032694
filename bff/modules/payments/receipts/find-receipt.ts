import { log } from '../../../platform/log/log.ts';
import { Receipt } from '../model.ts';
import { confirmReceipt } from './receipt-evidence.ts';
import type { ReceiptRecord } from './receipt-record.ts';

/** An issued receipt as verification tells it: of the signed file and the log. */
export interface VerifiableReceipt {
  isConfirmed: true;
  code: string;
  record: ReceiptRecord;
  sha256: string;
  /** Epoch milliseconds. */
  issuedAt: number;
  /** What has gone back of the payment by now, fen. */
  refundedFen: number;
}

type Key = { by: 'token' | 'number' | 'sha256'; value: string };

/** Finds a receipt by a key that gives access, or (number) is checked further by the caller; null: there is none. */
export async function findReceipt({
  by,
  value,
}: Key): Promise<VerifiableReceipt | { isConfirmed: false; code: string } | null> {
  const receipt = await Receipt.findOne({ where: { [by]: value } });
  if (!receipt) return null;
  const { id, code } = receipt;
  const confirmed = await confirmReceipt(receipt);
  if ('fault' in confirmed) {
    log.error({ receipt: id, fault: confirmed.fault }, 'a receipt is not what was issued');
    return { isConfirmed: false, code };
  }
  const { evidence, record, refundedFen } = confirmed;
  return { isConfirmed: true, code, record, sha256: evidence.file, issuedAt: evidence.issuedAt, refundedFen };
}
