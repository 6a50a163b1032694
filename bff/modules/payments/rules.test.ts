import { expect, test } from '@jest/globals';
import {
  compareBooks,
  judge,
  needsSecondPerson,
  balanceOf,
  type BookLine,
  type OwnPayment,
  type ToldPayment,
} from './rules.ts';

const own: OwnPayment = {
  appid: 'wx1',
  mchid: '19',
  outTradeNo: 'T1',
  amountFen: 3500,
  state: 'paying',
  transactionId: null,
};
const told: ToldPayment = {
  appid: 'wx1',
  mchid: '19',
  outTradeNo: 'T1',
  amountFen: 3500,
  currency: 'CNY',
  tradeState: 'SUCCESS',
  transactionId: '4200',
  paidAt: null,
};

test('a payment is one only when order, merchant, app, amount and currency are ours', () => {
  expect(judge(own, told)).toBe('paid');
  expect(judge(own, { ...told, tradeState: 'REFUND' })).toBe('paid');
  for (const more of [
    { appid: 'wx2' },
    { mchid: '20' },
    { outTradeNo: 'T2' },
    { amountFen: 3499 },
    { amountFen: undefined },
    { currency: 'USD' },
    { transactionId: undefined },
  ]) {
    expect(judge(own, { ...told, ...more })).toBe('differs');
  }
});

test('what is not paid, was paid, or comes too late', () => {
  expect(judge(own, { ...told, tradeState: 'NOTPAY' })).toBe('open');
  expect(judge(own, { ...told, tradeState: 'USERPAYING' })).toBe('open');
  expect(judge(own, { ...told, tradeState: 'CLOSED' })).toBe('closed');
  expect(judge({ ...own, state: 'closed' }, told)).toBe('late');
  const paid = { ...own, state: 'paid' as const, transactionId: '4200' };
  expect(judge(paid, told)).toBe('known');
  expect(judge({ ...paid, state: 'refunded' }, told)).toBe('known');
  expect(judge(paid, { ...told, transactionId: '4201' })).toBe('paid_twice');
});

test('two books agree, or every line that does not is listed once', () => {
  const line = (outTradeNo: string, amountFen: number, outRefundNo = ''): BookLine => ({
    kind: outRefundNo ? 'refund' : 'payment',
    outTradeNo,
    outRefundNo,
    amountFen,
  });
  const ours = [line('T1', 100), line('T2', 200), line('T2', 200, 'R2'), line('T4', 400)];
  expect(compareBooks(ours, [...ours].reverse())).toEqual([]);
  const theirs = [line('T1', 100), line('T2', 201), line('T3', 300), line('T4', 400), line('T4', 400, 'R4')];
  expect(compareBooks(ours, theirs)).toEqual([
    { kind: 'amount', outTradeNo: 'T2', outRefundNo: '', oursFen: 200, theirsFen: 201 },
    { kind: 'refund_missing_there', outTradeNo: 'T2', outRefundNo: 'R2', oursFen: 200, theirsFen: null },
    { kind: 'missing_here', outTradeNo: 'T3', outRefundNo: '', oursFen: null, theirsFen: 300 },
    { kind: 'refund_missing_here', outTradeNo: 'T4', outRefundNo: 'R4', oursFen: null, theirsFen: 400 },
  ]);
});

test('a payment stands by its refunds, and no more goes back than came', () => {
  const of = (...refunds: [number, Parameters<typeof balanceOf>[1][number]['state']][]) =>
    balanceOf(
      1000,
      refunds.map(([amountFen, state]) => ({ amountFen, state })),
    );
  expect(of()).toEqual({ state: 'paid', refundedFen: 0, restFen: 1000 });
  expect(of([300, 'awaiting_approval'])).toEqual({ state: 'refunding', refundedFen: 0, restFen: 700 });
  expect(of([300, 'succeeded'])).toEqual({ state: 'paid', refundedFen: 300, restFen: 700 });
  expect(of([300, 'succeeded'], [700, 'processing'])).toEqual({ state: 'refunding', refundedFen: 300, restFen: 0 });
  expect(of([300, 'succeeded'], [700, 'succeeded'])).toEqual({ state: 'refunded', refundedFen: 1000, restFen: 0 });
  // What failed or was declined is still here.
  expect(of([600, 'failed'], [400, 'declined'])).toEqual({ state: 'paid', refundedFen: 0, restFen: 1000 });
});

test('parts of a payment count together against the limit of one person', () => {
  const part = { amountFen: 400, paidFen: 1200 };
  expect(needsSecondPerson({ ...part, restFen: 1200 }, 400)).toBe(false);
  expect(needsSecondPerson({ ...part, restFen: 1200 }, 399)).toBe(true);
  expect(needsSecondPerson({ ...part, restFen: 800 }, 799)).toBe(true);
});
