import { toIso } from '../../contract/dates.ts';
import type { PublicReceipt } from '../../contract/verification/replies.ts';
import type { VerifiableReceipt } from '../payments/receipts/find-receipt.ts';
import { maskPersonalNumbers } from './mask-personal-numbers.ts';

/** What a receipt says, for strangers. */
export function publicReceipt({ record, sha256, issuedAt }: VerifiableReceipt): PublicReceipt {
  const { number, association, payer, about, lines, amountFen, refundedFen, paidAt } = record;
  const { orderNo, transactionNo, issuedOn, signer, isTest } = record;
  return {
    number,
    association,
    payer: maskPersonalNumbers(payer),
    about,
    lines,
    amountFen,
    refundedFen,
    paidAt,
    orderNo,
    transactionNo,
    issuedAt: toIso(issuedAt),
    issuedOn,
    sha256,
    signer,
    isTest,
  };
}
