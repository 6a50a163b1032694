import { randomBytes } from 'node:crypto';
import { toShanghaiIso } from '../../contract/dates.ts';
import { clock } from '../clock/clock.ts';
import type { PayAnswer } from './answer.ts';
import { callPay } from './call.ts';
import { merchant } from './merchant.ts';

/** What is to be paid, the same for every way of paying. */
export interface PayRequest {
  appid: string;
  outTradeNo: string;
  /** Shown to the payer; at most 127 bytes. */
  description: string;
  totalFen: number;
  notifyUrl: string;
  /** Epoch ms. */
  expiresAt: number;
}

/** A payment as notices and queries tell it: only what we compare and keep. */
export interface Transaction {
  appid: string;
  mchid: string;
  out_trade_no: string;
  trade_state: 'SUCCESS' | 'REFUND' | 'NOTPAY' | 'CLOSED' | 'REVOKED' | 'USERPAYING' | 'PAYERROR';
  transaction_id?: string;
  /** RFC 3339. */
  success_time?: string;
  amount?: { total: number; currency?: string };
  payer?: { openid?: string };
}

/** What wx.requestPayment and WeixinJSBridge want. */
export interface JsapiParameters {
  appId: string;
  timeStamp: string;
  nonceStr: string;
  package: string;
  signType: 'RSA';
  paySign: string;
}

const common = (request: PayRequest) => ({
  appid: request.appid,
  description: request.description,
  out_trade_no: request.outTradeNo,
  notify_url: request.notifyUrl,
  time_expire: toShanghaiIso(request.expiresAt),
  amount: { total: request.totalFen, currency: 'CNY' },
});

/** Inside WeChat: the payer's openid at the same app. */
export async function placeJsapi(request: PayRequest & { openid: string }): Promise<PayAnswer<JsapiParameters>> {
  const answer = await callPay<{ prepay_id: string }>(({ library }) =>
    library.transactions_jsapi({ ...common(request), payer: { openid: request.openid } }),
  );
  return answer.ok ? { ok: true, value: signForClient(request.appid, answer.value.prepay_id) } : answer;
}

/** In a phone's browser: answers the address of the cashier. */
export async function placeH5(request: PayRequest & { payerAddress: string }): Promise<PayAnswer<{ h5_url: string }>> {
  const scene_info = { payer_client_ip: request.payerAddress, h5_info: { type: 'Wap', app_name: '', app_url: '' } };
  return callPay(({ library }) => library.transactions_h5({ ...common(request), scene_info }));
}

/** On a PC: answers what the QR code says. */
export async function placeNative(request: PayRequest): Promise<PayAnswer<{ code_url: string }>> {
  return callPay(({ library }) => library.transactions_native(common(request)));
}

/** How an order stands at WeChat Pay. */
export function queryTransaction(outTradeNo: string): Promise<PayAnswer<Transaction>> {
  return callPay(({ library }) => library.query({ out_trade_no: outTradeNo }));
}

/** Nobody can pay it any more; `already_paid` when somebody has. */
export function closeTransaction(outTradeNo: string): Promise<PayAnswer<null>> {
  return callPay(({ library }) => library.close(outTradeNo));
}

function signForClient(appId: string, prepayId: string): JsapiParameters {
  const timeStamp = String(Math.floor(clock.now() / 1000));
  const nonceStr = randomBytes(16).toString('hex');
  const text = [appId, timeStamp, nonceStr, `prepay_id=${prepayId}`, ''].join('\n');
  const paySign = merchant()?.library.sha256WithRsa(text) ?? '';
  return { appId, timeStamp, nonceStr, package: `prepay_id=${prepayId}`, signType: 'RSA', paySign };
}
