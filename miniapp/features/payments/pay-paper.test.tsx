import { beforeEach, expect, it } from '@jest/globals';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { fakeApi, refuse } from '../../test/fake-api.ts';
import { freshDevice, show } from '../../test/show.tsx';
import { PayPaper } from './pay-paper.tsx';

beforeEach(freshDevice);

const WAITING = {
  ...{ id: 3, state: 'paying', channel: 'native', amountFen: 2200, paidAt: null },
  expiresAt: '2026-11-22T10:30:00.000Z',
};
const PICTURE = 'data:image/png;base64,iVBORw0KGgo=';

it('shows a code on a PC and goes away by itself once it is paid', async () => {
  let payment: object | null = null;
  fakeApi({
    'GET /api/applications/41/payment': () => payment,
    'POST /api/applications/41/payment': () => {
      payment = WAITING;
      return { ...WAITING, pay: { kind: 'native', picture: PICTURE } };
    },
  });
  show(<PayPaper applicationId={41} amountFen={2200} />);
  expect(await screen.findByText('22.00 元')).toBeTruthy();
  await userEvent.click(screen.getByText('微信支付'));
  expect((await screen.findByAltText<HTMLImageElement>('微信支付二维码')).src).toBe(PICTURE);
  payment = { ...WAITING, state: 'paid', paidAt: '2026-11-22T10:05:00.000Z' };
  await screen.findByText('支付成功', undefined, { timeout: 10_000 });
  expect(screen.queryByText('纸质证明缴费')).toBeNull();
});

it('says why it cannot be paid now and lets one try again', async () => {
  fakeApi({
    'GET /api/applications/41/payment': () => null,
    'POST /api/applications/41/payment': () => refuse('unavailable'),
  });
  show(<PayPaper applicationId={41} amountFen={2200} />);
  await userEvent.click(await screen.findByText('微信支付'));
  expect((await screen.findByRole('alert')).textContent).toContain('服务暂时不可用');
  expect(screen.getByText('微信支付')).toBeTruthy();
});
