import type { World } from '../world.ts';
import { escape, frame, yuan } from './frame.ts';

/** Where H5 payment leads a phone browser: /sandbox/cashier/<key>?redirect_url=…. */
export function cashierPage(world: World, key: string, redirectUrl: string): string | null {
  const order = [...world.orders.values()].find(({ cashierKey }) => cashierKey === key);
  if (!order) return null;
  // Only back to the client itself: a cashier that leads anywhere would be a gift to phishers.
  const back = redirectUrl.startsWith(`${world.publicUrl}/`) ? redirectUrl : world.publicUrl;
  const isOpen = order.state === 'NOTPAY' && order.expiresAt > world.now();
  const payers = world.people.map(({ id, name }) => `<option value="${id}">${escape(name)}</option>`).join('');
  const form = `<form method="post" action="/sandbox/commands/pay"><input type="hidden" name="order" value="${escape(order.outTradeNo)}">
<input type="hidden" name="back" value="${escape(back)}"><select name="person" aria-label="付款人">${payers}</select>
<button class="main">确认支付</button></form>`;
  return frame(
    '微信支付（测试）',
    `<section class="cashier"><p class="lead">${escape(order.description)}</p><p class="amount">${yuan(order.total)}</p>
${isOpen ? form : '<p class="none">订单已支付、已关闭或已过期。</p>'}<p><a href="${escape(back)}">返回商户</a></p></section>`,
  );
}
