import QRCode from 'qrcode';
import { AppError } from '../../errors.ts';
import { env } from '../../env.ts';
import { log } from '../../platform/log/log.ts';
import type { PayAnswer } from '../../platform/wechat-pay/answer.ts';
import { placeH5, placeJsapi, placeNative, type JsapiParameters } from '../../platform/wechat-pay/transactions.ts';
import type { Payment } from './model.ts';
import { noticeUrl } from './notice-url.ts';

/** What the client needs to let somebody pay. */
export type Placed =
  | { kind: 'jsapi'; parameters: JsapiParameters }
  /** Address of the cashier in a phone's browser. */
  | { kind: 'h5'; url: string }
  /** A QR code as a data: address. */
  | { kind: 'native'; picture: string };

/** Places an order at WeChat Pay; again with the same number is the same order. Throws `unavailable`. */
export async function placePayment(order: { payment: Payment; openid: string; address: string }): Promise<Placed> {
  const { payment, openid, address } = order;
  const request = {
    ...{ appid: payment.appid, outTradeNo: payment.outTradeNo, description: payment.description },
    ...{ totalFen: payment.amountFen, notifyUrl: noticeUrl(), expiresAt: payment.expiresAt },
  };
  if (payment.channel === 'jsapi') {
    return { kind: 'jsapi', parameters: placed(await placeJsapi({ ...request, openid })) };
  }
  if (payment.channel === 'h5') {
    const { h5_url } = placed(await placeH5({ ...request, payerAddress: address }));
    const back = `${env.PUBLIC_URL}/application?id=${payment.applicationId}`;
    return { kind: 'h5', url: `${h5_url}${h5_url.includes('?') ? '&' : '?'}redirect_url=${encodeURIComponent(back)}` };
  }
  const { code_url } = placed(await placeNative(request));
  return { kind: 'native', picture: await QRCode.toDataURL(code_url, { margin: 1, width: 240 }) };
}

function placed<T>(answer: PayAnswer<T>): T {
  if (answer.ok) return answer.value;
  if (answer.fault === 'already_paid') throw new AppError('wrong_state', { message: '该订单已支付' });
  log.error({ fault: answer.fault, code: answer.code, message: answer.message }, 'an order was not placed');
  throw new AppError('unavailable', { message: '微信支付暂时没有应答，请稍后再试' });
}
