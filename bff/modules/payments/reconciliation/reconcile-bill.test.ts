import { afterEach, expect, test } from '@jest/globals';
import { addDays } from '../../../contract/dates.ts';
import { clock, freezeClock, releaseClock } from '../../../platform/clock/clock.ts';
import { doDueWork, useOffice } from '../../../test/office.ts';
import { begin } from '../../../test/paying/pay-scene.ts';
import { chargeForPaper, owing } from '../../../test/factories/payable-papers.ts';
import { makeFirm, memberActor, staffActor } from '../../../test/factories/registry.ts';
import { useSandbox } from '../../../test/sandbox.ts';
import { chainAudit } from '../../audit/chain-audit.ts';
import { voidPaper } from '../../papers/orders/void-paper.ts';
import { Payment, PaymentBill, PaymentDifference } from '../model.ts';
import { queryPayment } from '../paying/query-payment.ts';
import { reconcileBill } from './reconcile-bill.ts';

useOffice();
const outside = useSandbox();
afterEach(async () => {
  releaseClock();
  await outside.command('calm');
});

/** Begun, whatever notices say: nobody listens here. */
async function start(): Promise<Payment> {
  const actor = await memberActor({ firmId: (await makeFirm()).id });
  const { application } = await owing(actor);
  return (await begin(actor, application.id)).payment;
}
/** Paid at WeChat Pay, and known to be by asking. */
async function paid(): Promise<{ payment: Payment }> {
  const payment = await start();
  await outside.command('pay', { person: 'zhiyuan', order: payment.outTradeNo });
  expect(await queryPayment(payment)).toBe('paid');
  return { payment: await payment.reload() };
}

test('the bill of the day is compared with our books, differences are listed once', async () => {
  await chargeForPaper();
  const date = clock.today();
  const { payment } = await paid();
  const forgotten = (await paid()).payment;
  await Payment.update({ amountFen: payment.amountFen + 1 }, { where: { id: payment.id } });
  await Payment.update(
    { transactionId: null, paidAt: null, state: 'closed', openKey: null },
    { where: { id: forgotten.id } },
  );
  freezeClock(Date.parse(`${addDays(date, 1)}T11:00:00+08:00`));
  await reconcileBill({ date, by: null });
  await reconcileBill({ date, by: null });
  const found = await PaymentDifference.findAll({ where: { billOn: date, kind: ['amount', 'missing_here'] } });
  const of = (one: Payment) => found.filter(({ outTradeNo }) => outTradeNo === one.outTradeNo);
  expect(of(payment)).toEqual([expect.objectContaining({ kind: 'amount', theirsFen: payment.amountFen })]);
  expect(of(forgotten)).toEqual([expect.objectContaining({ kind: 'missing_here', oursFen: null })]);
});

test('what agrees is no difference: refunds too, and a payment that we heard of only the next day', async () => {
  await chargeForPaper();
  const evening = Date.parse(`${addDays(clock.today(), 2)}T23:59:50+08:00`);
  freezeClock(evening);
  const date = clock.today();
  const { payment } = await paid();
  await voidPaper({ actor: staffActor('service'), id: payment.subjectId, reason: '会员不再需要' });
  await doDueWork();
  const begun = await start();
  await outside.command('pay', { person: 'zhiyuan', order: begun.outTradeNo });
  freezeClock(evening + 3 * 3_600_000);
  expect(await queryPayment(begun)).toBe('paid');
  freezeClock(evening + 12 * 3_600_000);
  await chainAudit();
  await reconcileBill({ date, by: staffActor('finance') });
  expect(await PaymentBill.findOne({ where: { billOn: date } })).toMatchObject({
    payments: 2,
    refunds: 1,
    paymentsFen: 2 * payment.amountFen,
    refundsFen: payment.amountFen,
    differences: 0,
    reconciledBy: '温书宁',
    auditEnd: expect.stringMatching(/^\d+:[\w-]{43}$/) as unknown,
  });
  expect(await PaymentDifference.count({ where: { billOn: date } })).toBe(0);
  await expect(reconcileBill({ date: addDays(date, 1), by: null })).rejects.toThrow('上午10点后');
  await outside.command('early-bills');
  await reconcileBill({ date: addDays(date, 1), by: null });
  expect(await PaymentBill.findOne({ where: { billOn: addDays(date, 1) } })).toMatchObject({
    payments: 0,
    differences: 0,
  });
});
