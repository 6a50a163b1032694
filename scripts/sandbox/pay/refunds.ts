import { toShanghaiIso } from '../../../bff/contract/dates.ts';
import { fieldsOf, json, textOf, type Asked, type Reply } from '../http.ts';
import { randomId, type World } from '../world.ts';
import { refuse } from './answers.ts';
import { sendNotice } from './notices.ts';
import { isNotifyUrl } from './orders.ts';
import type { PayOrder, PayRefund } from './state.ts';

/** POST /v3/refund/domestic/refunds. */
export function requestRefund(world: World, asked: Asked): Reply {
  const body = fieldsOf(asked.body);
  const amount = body['amount'] as { refund?: unknown; total?: unknown; currency?: unknown } | undefined;
  const outRefundNo = textOf(body['out_refund_no']);
  if (!/^[\w\-|*@]{1,64}$/.test(outRefundNo)) return refuse('PARAM_ERROR', '商户退款单号格式不正确');
  if (!Number.isInteger(amount?.refund) || Number(amount?.refund) < 1)
    return refuse('PARAM_ERROR', '退款金额应为正整数');
  if (amount?.currency !== 'CNY') return refuse('PARAM_ERROR', '退款币种只支持CNY');
  if (Buffer.byteLength(textOf(body['reason'])) > 80) return refuse('PARAM_ERROR', '退款原因最长80字节');
  const url = body['notify_url'];
  if (url !== undefined && !isNotifyUrl(world, url))
    return refuse('PARAM_ERROR', '通知地址应为HTTPS地址，不能携带参数');
  const order = world.orders.get(textOf(body['out_trade_no']));
  if (!order) return refuse('RESOURCE_NOT_EXISTS', '订单不存在');
  if (order.paidAt === null) return refuse('INVALID_REQUEST', '订单未支付成功，不能退款');
  if (amount.total !== order.total) return refuse('INVALID_REQUEST', '订单金额不一致');
  const known = world.refunds.get(outRefundNo);
  if (known) {
    const isSame = known.outTradeNo === order.outTradeNo && known.refund === amount.refund;
    return isSame ? json(told(world, known)) : refuse('INVALID_REQUEST', '商户退款单号重复，参数与首次请求时不一致');
  }
  if (refundedOf(world, order) + Number(amount.refund) > order.total)
    return refuse('INVALID_REQUEST', '退款金额大于可退金额');
  const refund: PayRefund = {
    outRefundNo,
    outTradeNo: order.outTradeNo,
    refundId: `5030${randomId(12)}`,
    reason: textOf(body['reason']),
    notifyUrl: url === undefined ? null : textOf(url),
    refund: Number(amount.refund),
    total: order.total,
    status: 'PROCESSING',
    createdAt: world.now(),
    successAt: null,
  };
  world.refunds.set(outRefundNo, refund);
  order.state = 'REFUND';
  return json(told(world, refund));
}

/** GET /v3/refund/domestic/refunds/{out_refund_no}. */
export function queryRefund(world: World, outRefundNo: string): Reply {
  const refund = world.refunds.get(outRefundNo);
  return refund ? json(told(world, refund)) : refuse('RESOURCE_NOT_EXISTS', '退款单不存在');
}

/** The bank is done: the merchant is told. */
export function finishRefund(world: World, refund: PayRefund, status: 'SUCCESS' | 'ABNORMAL' | 'CLOSED'): void {
  if (refund.status !== 'PROCESSING') return;
  refund.status = status;
  refund.successAt = status === 'SUCCESS' ? world.now() : null;
  if (refund.notifyUrl === null) return;
  const { status: _status, create_time: _created, ...rest } = told(world, refund);
  const resource = { ...rest, mchid: world.credentials.mchid, refund_status: status };
  const notice = { event: `REFUND.${status}`, url: refund.notifyUrl, about: refund.outRefundNo };
  sendNotice(world, { ...notice, kind: 'refund', resource });
}

function told(world: World, refund: PayRefund) {
  const order = world.orders.get(refund.outTradeNo);
  return {
    refund_id: refund.refundId,
    out_refund_no: refund.outRefundNo,
    transaction_id: order?.transactionId,
    out_trade_no: refund.outTradeNo,
    channel: 'ORIGINAL',
    user_received_account: '支付用户零钱',
    create_time: toShanghaiIso(refund.createdAt),
    ...(refund.successAt !== null && { success_time: toShanghaiIso(refund.successAt) }),
    status: refund.status,
    amount: {
      total: refund.total,
      refund: refund.refund,
      payer_total: refund.total,
      payer_refund: refund.refund,
      settlement_refund: refund.refund,
      settlement_total: refund.total,
      discount_refund: 0,
      currency: 'CNY',
    },
  };
}

/** Refunded or on its way, fen. */
function refundedOf(world: World, order: PayOrder): number {
  const of = [...world.refunds.values()].filter((one) => one.outTradeNo === order.outTradeNo);
  return of.reduce((sum, one) => sum + (one.status === 'CLOSED' ? 0 : one.refund), 0);
}
