import type { Transaction } from 'sequelize';
import { clock } from '../../../platform/clock/clock.ts';
import { PaymentDifference } from '../model.ts';
import type { Difference } from '../rules.ts';

/** Lists something for finance to look at; the same thing once a day. */
export async function noteDifference(difference: Difference & { billOn: string }, t: Transaction): Promise<void> {
  const { kind, billOn, outTradeNo, outRefundNo } = difference;
  const where = { kind, billOn, outTradeNo, outRefundNo };
  if (await PaymentDifference.findOne({ where, transaction: t })) return;
  await PaymentDifference.create(
    { ...difference, foundAt: clock.now(), resolvedAt: null, resolvedByName: '', note: '' },
    { transaction: t },
  );
}
