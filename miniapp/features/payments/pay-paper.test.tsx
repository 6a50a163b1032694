import { beforeEach, expect, it } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { PaperReply } from '../../../bff/contract/certificates/replies.ts';
import type { PaymentDetail } from '../../../bff/contract/payments/endpoints.ts';
import { fakeApi, refuse } from '../../test/fake-api.ts';
import { OFFICE } from '../../test/fixtures.ts';
import { freshDevice, show } from '../../test/show.tsx';
import { PaperPayment } from './paper-payment.tsx';

beforeEach(() => {
  freshDevice();
  // Toasts outlive the page they were shown on.
  document.body.replaceChildren();
});

const PAPER: PaperReply = {
  copies: 2,
  pickup: 'collect',
  recipient: '',
  phone: '',
  address: '',
  fees: { copyFeeFen: 1100, postageFen: 0, totalFen: 2200 },
  progress: {
    state: 'awaiting_payment',
    payment: null,
    courier: '',
    trackingNo: '',
    voidReason: '',
    copies: [{ serial: '2611220001-01-AAAAAAAA', state: 'valid' }],
    payUntilOn: null,
    bulkOrderId: null,
    can: { cancel: true },
  },
};
const TO_PRINT: PaperReply = { ...PAPER, progress: { ...PAPER.progress!, state: 'to_print', payment: 'wechat' } };
const inMinutes = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString();
const payment = (more: Partial<PaymentDetail> = {}): PaymentDetail => ({
  id: 3,
  state: 'paying',
  channel: 'native',
  amountFen: 2200,
  refundedFen: 0,
  paidAt: null,
  expiresAt: inMinutes(30),
  refunds: [],
  can: { receipt: false },
  ...more,
});
const PAID = { state: 'paid', paidAt: '2026-11-22T10:05:00.000Z', can: { receipt: true } } as const;
const PICTURE = 'data:image/png;base64,iVBORw0KGgo=';
const serve = (answer: () => PaymentDetail | null, start: () => unknown = () => refuse('unavailable')) =>
  fakeApi({
    'GET /api/settings/public': () => OFFICE,
    'GET /api/applications/41/payment': answer,
    'POST /api/applications/41/payment': start,
  });

it('shows a code on a PC and notices the payment by itself', async () => {
  let current: PaymentDetail | null = null;
  serve(
    () => current,
    () => {
      current = payment();
      return { ...current, pay: { kind: 'native', picture: PICTURE } };
    },
  );
  show(<PaperPayment applicationId={41} paper={PAPER} />);
  expect(await screen.findByText('22.00 元')).toBeTruthy();
  await userEvent.click(screen.getByText('微信支付'));
  expect((await screen.findByAltText<HTMLImageElement>('微信支付二维码')).src).toBe(PICTURE);
  expect(screen.getByText(/剩余支付时间 (30:00|29:\d\d)/)).toBeTruthy();
  current = payment(PAID);
  await screen.findByText('支付成功', undefined, { timeout: 10_000 });
  expect(await screen.findByText('2026-11-22 18:05')).toBeTruthy();
  expect(screen.queryByText('纸质证明缴费')).toBeNull();
});

it('says why it cannot be paid now and lets one try again', async () => {
  serve(() => null);
  show(<PaperPayment applicationId={41} paper={PAPER} />);
  await userEvent.click(await screen.findByText('微信支付'));
  expect((await screen.findByRole('alert')).textContent).toContain('服务暂时不可用');
  expect(screen.getByText('微信支付')).toBeTruthy();
});

it('goes on with what was begun, and begins anew when that is over', async () => {
  serve(() => payment());
  const { unmount } = show(<PaperPayment applicationId={41} paper={PAPER} />);
  expect(await screen.findByText('继续微信支付')).toBeTruthy();
  unmount();
  freshDevice();
  serve(() => payment({ expiresAt: inMinutes(-1) }));
  show(<PaperPayment applicationId={41} paper={PAPER} />);
  expect(await screen.findByText(/上次发起的支付没有完成/)).toBeTruthy();
  expect(screen.getByText('微信支付')).toBeTruthy();
});

it('shows what was paid and what went back; the receipt only while there is one', async () => {
  const refunds: PaymentDetail['refunds'] = [
    { amountFen: 2200, reason: '订单已作废', state: 'succeeded', at: '2026-11-22T11:00:00.000Z' },
  ];
  serve(() => payment(PAID));
  const { unmount } = show(<PaperPayment applicationId={41} paper={TO_PRINT} />);
  expect(await screen.findByText('下载缴费收据')).toBeTruthy();
  expect(screen.queryByText('支付成功')).toBeNull();
  unmount();
  freshDevice();
  serve(() => payment({ ...PAID, state: 'refunded', refundedFen: 2200, refunds, can: { receipt: false } }));
  show(<PaperPayment applicationId={41} paper={TO_PRINT} />);
  expect(await screen.findByText(/款项已原路退回/)).toBeTruthy();
  await waitFor(() => expect(screen.queryByText('下载缴费收据')).toBeNull());
});

it('offers nothing that would fail where the office has no merchant account', async () => {
  fakeApi({
    'GET /api/settings/public': () => ({ ...OFFICE, paysOnline: false }),
    'GET /api/applications/41/payment': () => null,
  });
  show(<PaperPayment applicationId={41} paper={PAPER} />);
  await waitFor(() => expect(screen.queryByText('纸质证明缴费')).toBeNull());
  expect(screen.queryByText('微信支付')).toBeNull();
});
