import { createHash } from 'node:crypto';
import { toYuan } from '../../../bff/contract/text.ts';
import {
  HOUR_MS,
  addDays,
  isPlainDate,
  startOfShanghaiDay,
  toShanghaiDate,
  toShanghaiSecond,
} from '../../../bff/contract/dates.ts';
import { json, type Asked, type Reply } from '../http.ts';
import { openidOf, type World } from '../world.ts';
import { refuse } from './answers.ts';
import type { PayOrder, PayRefund } from './state.ts';

/** Bills of a day are ready at ten the next morning. */
const READY_AFTER_MS = 10 * HOUR_MS;
const COLUMNS =
  '交易时间,公众账号ID,商户号,特约商户号,设备号,微信订单号,商户订单号,用户标识,交易类型,交易状态,付款银行,货币种类,' +
  '应结订单金额,代金券金额,微信退款单号,商户退款单号,退款金额,充值券退款金额,退款类型,退款状态,商品名称,商户数据包,' +
  '手续费,费率,订单金额,申请退款金额,费率备注';
const SUMMARY = '总交易单数,应结订单总金额,退款总金额,充值券退款总金额,手续费总金额,订单总金额,申请退款总金额';

/** GET /v3/bill/tradebill. */
export function tradeBill(world: World, asked: Asked): Reply {
  const date = asked.query.get('bill_date') ?? '';
  if (!isPlainDate(date)) return refuse('PARAM_ERROR', '账单日期格式不正确');
  const ready = startOfShanghaiDay(addDays(date, 1)) + READY_AFTER_MS;
  if (world.now() < ready && !world.areBillsEarly) return refuse('STATEMENT_CREATING', '账单生成中，请稍后再试');
  const bill = writeBill(world, date);
  if (!bill) return refuse('NO_STATEMENT_EXIST', '账单文件不存在');
  return json({
    hash_type: 'SHA1',
    hash_value: createHash('sha1').update(bill).digest('hex'),
    download_url: `http://${asked.headers.host ?? ''}/v3/billdownload/file?token=${date}`,
  });
}

/** GET /v3/billdownload/file: plain text, not signed. */
export function downloadBill(world: World, asked: Asked): Reply {
  const bill = writeBill(world, asked.query.get('token') ?? '');
  if (!bill) return refuse('NO_STATEMENT_EXIST', '账单文件不存在');
  return { status: 200, body: bill, headers: { 'content-type': 'text/plain' } };
}

function writeBill(world: World, date: string): string | null {
  const paid = [...world.orders.values()].filter((one) => one.paidAt !== null && toShanghaiDate(one.paidAt) === date);
  const refunds = [...world.refunds.values()].filter((one) => toShanghaiDate(one.createdAt) === date);
  if (paid.length + refunds.length === 0) return null;
  const rows = [
    ...paid.map((order) => paymentRow(order)),
    ...refunds.map((refund) => refundRow(world, refund, world.orders.get(refund.outTradeNo))),
  ];
  const total = toYuan(paid.reduce((sum, order) => sum + order.total, 0));
  const back = toYuan(refunds.reduce((sum, refund) => sum + refund.refund, 0));
  const summary = [String(rows.length), total, back, '0.00', '0.00000', total, back];
  return [COLUMNS, ...rows.map(line), SUMMARY, line(summary), ''].join('\r\n');
}

const line = (cells: string[]) => cells.map((cell) => `\`${cell}`).join(',');

function paymentRow(order: PayOrder): string[] {
  const head = headOf(order, toShanghaiSecond(order.paidAt ?? 0));
  const amounts = [toYuan(order.total), '0.00', '0', '0', '0.00', '0.00', '', ''];
  const tail = [order.description, '', '0.00000', '0.60%', toYuan(order.total), '0.00', ''];
  return [...head, 'SUCCESS', 'OTHERS', 'CNY', ...amounts, ...tail];
}

function refundRow(world: World, refund: PayRefund, order: PayOrder | undefined): string[] {
  if (!order) throw new Error(`no order of refund ${refund.outRefundNo}`);
  const head = headOf(order, toShanghaiSecond(refund.createdAt));
  const amounts = [
    '0.00',
    '0.00',
    refund.refundId,
    refund.outRefundNo,
    toYuan(refund.refund),
    '0.00',
    'ORIGINAL',
    refund.status,
  ];
  const tail = [order.description, '', '0.00000', '0.60%', '0.00', toYuan(refund.refund), ''];
  return [...head, 'REFUND', 'OTHERS', 'CNY', ...amounts, ...tail];
}

function headOf(order: PayOrder, time: string): string[] {
  const payer = order.paidBy ?? openidOf({ id: '' }, order.appid);
  return [time, order.appid, order.mchid, '0', '', order.transactionId ?? '', order.outTradeNo, payer, order.tradeType];
}
