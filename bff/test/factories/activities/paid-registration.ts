import { toYuan } from '../../../contract/text.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { transaction } from '../../../platform/db/database.ts';
import { writeAudit } from '../../../modules/audit/write-audit.ts';
import type { Registration } from '../../../modules/activities/model.ts';
import { paidEvidence } from '../../../modules/payments/books/payment-evidence.ts';
import { Payment } from '../../../modules/payments/model.ts';

/** A registration as if its fee had been paid, without asking WeChat Pay; the log knows of it. */
export async function asPaid(registration: Registration, amountFen = 20_000): Promise<Payment> {
  const { id: subjectId, accountId, activityId } = registration;
  const now = clock.now();
  await registration.update({ state: 'registered', feeFen: amountFen, payUntil: null, paidAt: now });
  const outTradeNo = `20261122${String(subjectId).padStart(24, '0')}`;
  const [payer, transactionId] = ['林知远', `42${subjectId}`];
  const payment = await Payment.create({
    accountId,
    purpose: 'activity',
    subjectId,
    page: `activity?id=${activityId}`,
    openKey: `activity:${subjectId}`,
    outTradeNo,
    description: '活动报名费',
    applicantName: payer,
    amountFen,
    channel: 'native',
    appid: 'wx0000000000000001',
    mchid: '1900000109',
    state: 'paid',
    transactionId,
    createdAt: now,
    expiresAt: now + 60_000,
    paidAt: now,
    closedAt: null,
  });
  await transaction(async (t) => {
    const line = {
      targetKind: 'payment',
      targetId: payment.id,
      target: outTradeNo,
      detail: `${toYuan(amountFen)}元`,
    } as const;
    await writeAudit({ ...line, actor: { accountId, name: payer, address: '' }, action: 'payment.started' }, t);
    const evidence = paidEvidence({ outTradeNo, transactionId, amountFen, paidAt: now, payer });
    await writeAudit({ ...line, actor: null, action: 'payment.paid', evidence }, t);
  });
  return payment;
}
