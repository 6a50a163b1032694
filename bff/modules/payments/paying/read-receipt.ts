import { toChineseDate, toYuan } from '../../../contract/text.ts';
import { AppError } from '../../../errors.ts';
import { toShanghaiDate, toShanghaiSecond } from '../../../contract/dates.ts';
import { signer } from '../../../platform/signer/signer.ts';
import { printReceipt, type ReceiptData } from '../../../templates/receipt/print-receipt.ts';
import { payables, type PaidFor } from '../payable.ts';
import { readSettings } from '../../settings/read-settings.ts';
import { capitalAmount } from './capital-amount.ts';
import { Payment } from '../model.ts';
import { hasReceipt } from '../policy.ts';
import { showPayment } from './show-payment.ts';

/**
 * 缴费收据, signed like a letter. It is made when it is asked for, of what the books say: the same until money goes back.
 * Throws `not_found`, and `wrong_state` for what was not paid or is back altogether.
 */
export async function readReceipt({ id }: { id: number }): Promise<{ bytes: Buffer; number: string }> {
  const payment = await Payment.findByPk(id, { rejectOnEmpty: new AppError('not_found') });
  if (!hasReceipt(payment) || payment.paidAt === null) throw new AppError('wrong_state');
  const { paidAt } = payment;
  const receipt = await receiptOf(payment, paidAt);
  const printed = await printReceipt(receipt, { creationTime: paidAt });
  const signedAt = Math.max(paidAt, signer.validFrom);
  return { bytes: await signer.sign(printed, { reason: '开具缴费收据', signedAt }), number: receipt.number };
}

/** The same for what a member has paid for; whoever names it has authorised it. */
export async function readReceiptFor(paidFor: PaidFor) {
  const shown = await showPayment(paidFor);
  if (!shown) throw new AppError('not_found');
  return readReceipt({ id: shown.payment.id });
}

async function receiptOf(payment: Payment, paidAt: number): Promise<ReceiptData> {
  const { association } = await readSettings();
  const { about, lines } = await payables.answer[payment.purpose].describe(payment);
  const paidOn = toShanghaiDate(paidAt);
  return {
    association,
    number: receiptNumber(payment, paidOn),
    issuedOn: toChineseDate(paidOn),
    payer: payment.applicantName,
    about,
    lines: lines
      .filter(({ amountFen }) => amountFen > 0)
      .map(({ what, amountFen }) => ({ what, amount: toYuan(amountFen) })),
    total: toYuan(payment.amountFen),
    capital: capitalAmount(payment.amountFen),
    paidAt: toShanghaiSecond(paidAt),
    orderNo: payment.outTradeNo,
    transactionNo: payment.transactionId ?? '',
    refunded: payment.refundedFen > 0 ? toYuan(payment.refundedFen) : null,
    testNotice: signer.isSandbox ? '测试环境开具，不具证明效力' : null,
  };
}

/** Day and a number that the database never gives twice, four digits at least, as of certificates. */
function receiptNumber({ id }: Payment, paidOn: string): string {
  return `SJ${paidOn.replaceAll('-', '').slice(2)}${String(id).padStart(4, '0')}`;
}
