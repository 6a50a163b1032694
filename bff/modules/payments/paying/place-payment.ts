import QRCode from 'qrcode';
import { AppError } from '../../../errors.ts';
import { env } from '../../../env.ts';
import { log } from '../../../platform/log/log.ts';
import type { PayAnswer } from '../../../platform/wechat-pay/answer.ts';
import { placeH5, placeJsapi, placeNative, type JsapiParameters } from '../../../platform/wechat-pay/transactions.ts';
import type { Payment } from '../model.ts';
import { noticeUrl } from '../books/notice-url.ts';

/** What the client needs to let somebody pay. */
export type Placed =
  | { kind: 'jsapi'; parameters: JsapiParameters }
  /** Address of the cashier in a phone's browser. */
  | { kind: 'h5'; url: string }
  /** A QR code as a data: address. */
  | { kind: 'native'; picture: string };

interface Order {
  payment: Payment;
  /** The payer's own; '' where nobody knows who will pay. */
  openid: string;
  /** The address of the payer's device. */
  address: string;
}

/** Places an order at WeChat Pay. Throws `unavailable`, `wrong_state` when it was paid. */
export async function placePayment(order: Order): Promise<Placed> {
  return placed(await ask(order));
}

/**
 * Asks again for an order that was placed before; null when WeChat Pay does not take it for the same: it compares
 * everything that was said, the payer and the address of the device too. Throws as `placePayment`.
 */
export async function placeAgain(order: Order): Promise<Placed | null> {
  const answer = await ask(order);
  return !answer.ok && (answer.fault === 'refused' || answer.fault === 'closed') ? null : placed(answer);
}

async function ask({ payment, openid, address }: Order): Promise<PayAnswer<Placed>> {
  const request = {
    appid: payment.appid,
    outTradeNo: payment.outTradeNo,
    description: payment.description,
    totalFen: payment.amountFen,
    notifyUrl: noticeUrl(),
    expiresAt: payment.expiresAt,
  };
  if (payment.channel === 'jsapi') {
    return mapped(await placeJsapi({ ...request, openid }), (parameters) => ({ kind: 'jsapi', parameters }));
  }
  if (payment.channel === 'h5') {
    const back = `${env.PUBLIC_URL}/${payment.page}`;
    return mapped(await placeH5({ ...request, payerAddress: address }), ({ h5_url }) => ({
      kind: 'h5',
      url: `${h5_url}${h5_url.includes('?') ? '&' : '?'}redirect_url=${encodeURIComponent(back)}`,
    }));
  }
  const answer = await placeNative(request);
  if (!answer.ok) return answer;
  return { ok: true, value: { kind: 'native', picture: await QRCode.toDataURL(answer.value.code_url, CODE) } };
}

const CODE = { margin: 1, width: 240 };

function mapped<From>(answer: PayAnswer<From>, map: (value: From) => Placed): PayAnswer<Placed> {
  return answer.ok ? { ok: true, value: map(answer.value) } : answer;
}

function placed<T>(answer: PayAnswer<T>): T {
  if (answer.ok) return answer.value;
  if (answer.fault === 'already_paid') throw new AppError('wrong_state', { message: '该订单已支付' });
  log.error({ fault: answer.fault, code: answer.code, message: answer.message }, 'an order was not placed');
  throw new AppError('unavailable', { message: '微信支付暂时没有应答，请稍后再试' });
}
