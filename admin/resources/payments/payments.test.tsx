import { beforeEach, expect, test } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import type { BillRow, StaffPaymentDetail } from '../../../bff/contract/payments/endpoints.ts';
import type { RefundReply } from '../../../bff/contract/payments/replies.ts';
import { refuse, reply, startFakeServer, type FakeServer } from '../../test/fake-server.ts';
import { openApp } from '../../test/open-app.tsx';
import { pageOf, sessionOf } from '../../test/samples.ts';

const payment = (more: Partial<StaffPaymentDetail> = {}): StaffPaymentDetail => ({
  id: 5,
  state: 'paid',
  channel: 'native',
  amountFen: 3500,
  refundedFen: 0,
  purpose: 'paper',
  subjectId: 9,
  expiresAt: '2026-11-22T02:30:00.000Z',
  paidAt: '2026-11-22T02:05:00.000Z',
  outTradeNo: '20261122aa',
  transactionId: '4200',
  applicantName: '江海鼎禾律师事务所',
  description: '纸质证明费用 2611220007',
  createdAt: '2026-11-22T02:00:00.000Z',
  awaitsApproval: false,
  refunds: [],
  refundableFen: 3500,
  can: { refund: true, receipt: true },
  ...more,
});
const refund: RefundReply = {
  id: 8,
  outRefundNo: 'R1',
  amountFen: 2000,
  reason: '少印一份',
  state: 'awaiting_approval',
  requestedBy: '温书宁',
  decidedBy: '',
  lastError: '',
  createdAt: '2026-11-22T03:00:00.000Z',
  finishedAt: null,
  can: { decide: true },
};
const bill: BillRow = {
  id: 1,
  billOn: '2026-11-21',
  payments: 3,
  paymentsFen: 10_500,
  refunds: 1,
  refundsFen: 3_500,
  differences: 2,
  reconciledAt: '2026-11-22T02:30:00.000Z',
  reconciledBy: '系统',
  auditEnd: '',
};

let server: FakeServer;
beforeEach(() => {
  server = startFakeServer({
    'GET /staff/session': () => reply(sessionOf('finance')),
    'GET /staff/payments': () => reply(pageOf([payment()])),
    'GET /staff/payment-sums': () => reply({ paid: 3, paidFen: 10_500, refundedFen: 3_500 }),
    'GET /staff/payments/5': () => reply(payment()),
    'GET /staff/payment-bills': () => reply(pageOf([bill])),
    'GET /staff/payment-differences': () => reply(pageOf([])),
  });
});

test('what was paid for is named; only paper leads to its page, and a refund says what it leaves as it is', async () => {
  server.on('GET /staff/payments/5', () => reply(payment({ purpose: 'activity', description: '活动报名费 摄影采风' })));
  openApp('/payments/5');
  expect((await screen.findByText('活动报名费')).closest('a')).toBeNull();
  expect(screen.getByText(/退款不取消报名/)).toBeTruthy();
});

test('orders with their state and amount; the order offers its receipt and a refund of what is left', async () => {
  const { user } = openApp('/payments');
  await user.click(await screen.findByRole('link', { name: '纸质证明费用 2611220007' }));
  expect(await screen.findByRole('button', { name: '缴费收据' })).toBeTruthy();
  server.on('POST /staff/payments/5/refunds', () =>
    reply(payment({ state: 'refunding', refunds: [refund], refundableFen: 1500 })),
  );
  const form = within(await screen.findByRole('form', { name: '申请退款' }));
  const amount = form.getByRole('textbox', { name: '退款金额（元）' });
  await user.clear(amount);
  await user.type(amount, '20');
  await user.type(form.getByPlaceholderText(/会显示给付款人/), '少印一份');
  await user.click(form.getByRole('button', { name: '退款 20.00 元' }));
  await waitFor(() =>
    expect(server.bodies('POST /staff/payments/5/refunds')).toEqual([
      { amountFen: 2000, reason: '少印一份', refundableFen: 3500 },
    ]),
  );
  expect(await screen.findByText('待复核')).toBeTruthy();
  expect(screen.getByText(/最多可退 15.00 元/)).toBeTruthy();
});

test.each(['-5', '12.345', '十元', '99999999'])('an amount that is none stays as it was typed: %s', async (typed) => {
  const { user } = openApp('/payments/5');
  const form = within(await screen.findByRole('form', { name: '申请退款' }));
  const amount = form.getByRole('textbox', { name: '退款金额（元）' });
  const fault = '退款金额应为0.01至1000000.00元，精确到分';
  server.on('POST /staff/payments/5/refunds', () =>
    refuse(422, 'invalid_fields', '有几处需要修改', { amountFen: fault }),
  );
  await user.clear(amount);
  await user.type(amount, typed);
  await user.type(form.getByPlaceholderText(/会显示给付款人/), '少印一份');
  await user.click(form.getByRole('button', { name: /^退款/ }));
  expect((await form.findByRole('alert')).textContent).toBe(fault);
  expect(amount).toHaveProperty('value', typed);
  expect(amount.getAttribute('aria-invalid')).toBe('true');
});

test('what a colleague has sent back meanwhile comes into view, and what was typed stays', async () => {
  const { user } = openApp('/payments/5');
  const form = within(await screen.findByRole('form', { name: '申请退款' }));
  await user.type(form.getByPlaceholderText(/会显示给付款人/), '少印一份');
  const words = '打开页面之后这笔付款的退款有变化：当时可退35.00元，现在可退15.00元。请核对退款记录后再提交';
  server.on('GET /staff/payments/5', () =>
    reply(payment({ state: 'refunding', refunds: [refund], refundableFen: 1500 })),
  );
  server.on('POST /staff/payments/5/refunds', () => refuse(409, 'changed_meanwhile', words));
  await user.click(form.getByRole('button', { name: '退款 35.00 元' }));
  expect(await form.findByText(words)).toBeTruthy();
  expect(await form.findByText(/最多可退 15.00 元/)).toBeTruthy();
  expect(form.getByRole('textbox', { name: '退款金额（元）' })).toHaveProperty('value', '35');
  await user.click(form.getByRole('button', { name: '退款 35.00 元' }));
  await waitFor(() =>
    expect(server.bodies('POST /staff/payments/5/refunds').at(-1)).toMatchObject({ refundableFen: 1500 }),
  );
});

test('the second person agrees', async () => {
  server.on('GET /staff/payments/5', () => reply(payment({ state: 'refunding', refunds: [refund] })));
  server.on('POST /staff/refunds/8/decision', () =>
    reply(payment({ state: 'refunding', refunds: [{ ...refund, state: 'requested', can: { decide: false } }] })),
  );
  const { user } = openApp('/payments/5');
  await user.click(await screen.findByRole('button', { name: '同意退款' }));
  await waitFor(() => expect(server.bodies('POST /staff/refunds/8/decision')).toEqual([{ verdict: 'approve' }]));
  expect(await screen.findByText('已提交')).toBeTruthy();
});

test('the days that were reconciled, and why one cannot be', async () => {
  server.on('POST /staff/payment-bills', () => refuse(409, 'wrong_state', '微信支付次日上午10点后提供账单'));
  const { user } = openApp('/payment-bills');
  const row = (await screen.findByText('差异 2 项')).closest('tr')!;
  for (const fen of ['105.00', '35.00', '70.00']) expect(within(row).getByText(fen)).toBeTruthy();
  await user.click(screen.getByRole('button', { name: '核对' }));
  expect((await screen.findByRole('alert')).textContent).toContain('上午10点后');
});

test('the heads sort on the server and stand in the address; the filters are added up, whatever the order', async () => {
  const { user, address } = openApp('/payments?state=paid');
  await screen.findByRole('link', { name: '纸质证明费用 2611220007' });
  expect((await screen.findByText(/^合计/)).textContent).toBe(
    '合计：支付 3 笔 105.00 元，已退 35.00 元，净收 70.00 元',
  );
  const head = () => screen.getByRole('columnheader', { name: /^金额/ });
  await user.click(head());
  await waitFor(() => expect(address()).toBe('/payments?state=paid&order=amountFen'));
  await user.click(head());
  await waitFor(() => expect(address()).toBe('/payments?state=paid&order=-amountFen'));
  await waitFor(() => expect(head().getAttribute('aria-sort')).toBe('descending'));
  const asked = (endpoint: string) => server.calls.filter((one) => one.endpoint === endpoint).map(({ query }) => query);
  expect(asked('GET /staff/payments').at(-1)).toEqual({ state: 'paid', order: '-amountFen' });
  expect(asked('GET /staff/payment-sums')).toEqual([{ state: 'paid' }]);
  // A name in Chinese has no order that anybody would look for: its head sorts nothing.
  await user.click(screen.getByRole('columnheader', { name: '申请人' }));
  expect(address()).toBe('/payments?state=paid&order=-amountFen');
});

test('the sum of the former filter is not shown for the new one, while that is added up nor when it fails', async () => {
  const { user } = openApp('/payments');
  expect((await screen.findByText(/^合计/)).textContent).toContain('支付 3 笔');
  server.on('GET /staff/payment-sums', () => refuse(500, 'internal', '系统出错'));
  const shown: string[] = [];
  const line = screen.getByText(/^合计/).parentElement!;
  new MutationObserver(() => shown.push(screen.getByText(/^合计/).textContent)).observe(line, {
    subtree: true,
    childList: true,
    characterData: true,
  });
  await user.click(await screen.findByRole('link', { name: '去复核' }));
  await waitFor(() => expect(screen.getByText(/^合计/).textContent).toBe('合计没有算出，请刷新'));
  expect(shown).toContain('合计：正在计算…');
  expect(shown.join()).not.toContain('支付 3 笔');
});
