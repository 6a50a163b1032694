import { afterEach, expect, test } from '@jest/globals';
import { addDays, clock, freezeClock, releaseClock } from '../../platform/clock/clock.ts';
import { useOffice } from '../../test/office.ts';
import { chargeForPaper, owing } from '../../test/payable-papers.ts';
import { makeFirm, memberActor } from '../../test/registry-factories.ts';
import { useSandbox } from '../../test/sandbox.ts';
import { Payment, PaymentDifference } from './model.ts';
import { queryPayment } from './query-payment.ts';
import { reconcileBill } from './reconcile-bill.ts';
import { startPayment } from './start-payment.ts';

useOffice();
const outside = useSandbox();
afterEach(releaseClock);

/** Paid at WeChat Pay, and known to be by asking. */
async function paid(): Promise<{ payment: Payment }> {
  const actor = await memberActor({ firmId: (await makeFirm()).id });
  const { application } = await owing(actor);
  const asked = { actor, applicationId: application.id, channel: 'native' as const, code: undefined };
  const { payment } = await startPayment({ ...asked, address: '203.0.113.9' });
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
  await reconcileBill(date);
  await reconcileBill(date);
  const found = await PaymentDifference.findAll({ where: { billOn: date, kind: ['amount', 'missing_here'] } });
  const of = (one: Payment) => found.filter(({ outTradeNo }) => outTradeNo === one.outTradeNo);
  expect(of(payment)).toEqual([expect.objectContaining({ kind: 'amount', theirsFen: payment.amountFen })]);
  expect(of(forgotten)).toEqual([expect.objectContaining({ kind: 'missing_here', oursFen: null })]);
});
