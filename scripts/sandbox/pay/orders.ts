import { HOUR_MS, toShanghaiIso } from '../../../bff/contract/dates.ts';
import { fieldsOf, json, textOf, type Asked, type Reply } from '../http.ts';
import { personOf, randomId, type World } from '../world.ts';
import { refuse } from './answers.ts';
import { sendNotice } from './notices.ts';
import type { PayOrder } from './state.ts';

const LIFE_MS = 2 * HOUR_MS;
const TRADE_TYPES = { jsapi: 'JSAPI', h5: 'MWEB', native: 'NATIVE' } as const;
export type PlaceKind = keyof typeof TRADE_TYPES;

/** POST /v3/pay/transactions/{jsapi,h5,native}. */
export function placeOrder(world: World, asked: Asked, kind: PlaceKind): Reply {
  const body = fieldsOf(asked.body);
  const refusal = refuseFaulty(world, body, kind);
  if (refusal) return refusal;
  const outTradeNo = textOf(body['out_trade_no']);
  const known = world.orders.get(outTradeNo);
  if (known) {
    if (known.state === 'SUCCESS' || known.state === 'REFUND') return refuse('ORDERPAID', '该订单已支付');
    if (known.state === 'CLOSED') return refuse('ORDER_CLOSED', '该订单已关闭，请重新下单');
    if (known.asked !== asked.body || known.tradeType !== TRADE_TYPES[kind]) {
      return refuse('INVALID_REQUEST', '请求重入时，参数与首次请求时不一致');
    }
  }
  const order = known ?? newOrder(world, body, kind, asked.body);
  world.orders.set(outTradeNo, order);
  if (kind === 'jsapi') return json({ prepay_id: order.prepayId });
  if (kind === 'native') return json({ code_url: `weixin://wxpay/bizpayurl?pr=${order.cashierKey}` });
  return json({ h5_url: `${world.publicUrl}/sandbox/cashier/${order.cashierKey}` });
}

function refuseFaulty(world: World, body: Record<string, unknown>, kind: PlaceKind): Reply | null {
  const { appid, webAppid, mchid } = world.credentials;
  const wrong = (field: string, why: string) => refuse('PARAM_ERROR', `输入源“/body/${field}”${why}`);
  if (body['mchid'] !== mchid) return wrong('mchid', '与签名商户号不一致');
  if (body['appid'] !== appid && body['appid'] !== webAppid) {
    return refuse('APPID_MCHID_NOT_MATCH', 'appid和mchid不匹配，请检查后再试');
  }
  const description = body['description'];
  if (typeof description !== 'string' || !description || Buffer.byteLength(description) > 127) {
    return wrong('description', '不能为空，最长127字节');
  }
  if (!/^[\w\-|*]{6,32}$/.test(textOf(body['out_trade_no']))) return wrong('out_trade_no', '应为6到32个字符');
  if (!isNotifyUrl(world, body['notify_url'])) return wrong('notify_url', '应为HTTPS地址，不能携带参数');
  const amount = body['amount'] as { total?: unknown; currency?: unknown } | undefined;
  if (!Number.isInteger(amount?.total) || Number(amount?.total) < 1) return wrong('amount/total', '应为正整数');
  if ((amount?.currency ?? 'CNY') !== 'CNY') return wrong('amount/currency', '只支持CNY');
  const expires = body['time_expire'];
  if (expires !== undefined && !(Date.parse(textOf(expires)) > world.now())) return wrong('time_expire', '已过期');
  if (kind === 'jsapi') {
    const payer = body['payer'] as { openid?: unknown } | undefined;
    if (!personOf(world, body['appid'], textOf(payer?.openid))) return refuse('PARAM_ERROR', '无效的openid');
  }
  if (kind === 'h5') {
    const scene = body['scene_info'] as { payer_client_ip?: unknown; h5_info?: { type?: unknown } } | undefined;
    if (!scene?.payer_client_ip) return wrong('scene_info/payer_client_ip', '不能为空');
    if (!scene.h5_info?.type) return wrong('scene_info/h5_info/type', '不能为空');
  }
  return null;
}

/** As documented, but the server that shows our pages may be told at its own address, which has no certificate. */
export function isNotifyUrl(world: World, value: unknown): boolean {
  if (typeof value !== 'string' || !URL.canParse(value) || value.length > 255) return false;
  const url = new URL(value);
  const isLocal = url.hostname === '127.0.0.1' || url.origin === new URL(world.publicUrl).origin;
  return (url.protocol === 'https:' || isLocal) && url.search === '';
}

function newOrder(world: World, body: Record<string, unknown>, kind: PlaceKind, asked: string): PayOrder {
  const now = world.now();
  return {
    outTradeNo: textOf(body['out_trade_no']),
    tradeType: TRADE_TYPES[kind],
    appid: textOf(body['appid']),
    mchid: textOf(body['mchid']),
    description: textOf(body['description']),
    notifyUrl: textOf(body['notify_url']),
    total: (body['amount'] as { total: number }).total,
    payerOpenid: kind === 'jsapi' ? (body['payer'] as { openid: string }).openid : null,
    asked,
    prepayId: `wx${randomId(17)}`,
    cashierKey: randomId(8),
    expiresAt: body['time_expire'] === undefined ? now + LIFE_MS : Date.parse(textOf(body['time_expire'])),
    createdAt: now,
    state: 'NOTPAY',
    transactionId: null,
    paidAt: null,
    paidBy: null,
  };
}

/** GET /v3/pay/transactions/out-trade-no/{no}. */
export function queryOrder(world: World, asked: Asked, outTradeNo: string): Reply {
  if (asked.query.get('mchid') !== world.credentials.mchid) return refuse('PARAM_ERROR', '商户号有误');
  const order = world.orders.get(outTradeNo);
  return order ? json(transactionOf(order)) : refuse('ORDER_NOT_EXIST', '订单不存在');
}

/** POST /v3/pay/transactions/out-trade-no/{no}/close. */
export function closeOrder(world: World, asked: Asked, outTradeNo: string): Reply {
  if (fieldsOf(asked.body)['mchid'] !== world.credentials.mchid) return refuse('PARAM_ERROR', '商户号有误');
  const order = world.orders.get(outTradeNo);
  if (!order) return refuse('ORDER_NOT_EXIST', '订单不存在');
  if (order.state === 'SUCCESS' || order.state === 'REFUND') return refuse('ORDERPAID', '该订单已支付');
  order.state = 'CLOSED';
  return { status: 204, body: '' };
}

/** An order as query and notice tell it. */
export function transactionOf(order: PayOrder): object {
  const told = {
    appid: order.appid,
    mchid: order.mchid,
    out_trade_no: order.outTradeNo,
    trade_state: order.state,
    trade_state_desc: { NOTPAY: '订单未支付', SUCCESS: '支付成功', CLOSED: '订单已关闭', REFUND: '转入退款' }[
      order.state
    ],
    amount: { total: order.total, currency: 'CNY' },
  };
  if (order.paidAt === null) return told;
  return {
    ...told,
    transaction_id: order.transactionId,
    trade_type: order.tradeType,
    bank_type: 'OTHERS',
    attach: '',
    success_time: toShanghaiIso(order.paidAt),
    payer: { openid: order.paidBy },
    amount: { total: order.total, payer_total: order.total, currency: 'CNY', payer_currency: 'CNY' },
  };
}

/** A person pays at the cashier: WeChat Pay notes it and tells the merchant. Answers why not. */
export function payOrder(world: World, order: PayOrder, payer: { openid: string }): string | null {
  if (order.state !== 'NOTPAY') return '订单已支付或已关闭';
  if (order.expiresAt <= world.now()) return '订单已过期';
  if (order.payerOpenid !== null && order.payerOpenid !== payer.openid) return '只能由下单的本人支付';
  order.state = 'SUCCESS';
  order.paidAt = world.now();
  order.paidBy = payer.openid;
  order.transactionId = `4200${String(world.now()).padStart(14, '0')}${String(world.orders.size).padStart(10, '0')}`;
  const notice = { event: 'TRANSACTION.SUCCESS', url: order.notifyUrl, about: order.outTradeNo };
  sendNotice(world, { ...notice, kind: 'transaction', resource: transactionOf(order) });
  return null;
}
