import { createHash } from 'node:crypto';
import { failed, type PayAnswer } from './answer.ts';
import { callPay } from './call.ts';
import { merchant } from './merchant.ts';
import type { RawAnswer } from './transport.ts';

/** One line of a day's bill: money that came (`payment`) or went back (`refund`). */
export interface BillLine {
  kind: 'payment' | 'refund';
  outTradeNo: string;
  transactionId: string;
  /** '' for payments. */
  outRefundNo: string;
  amountFen: number;
  /** Refunds: SUCCESS, PROCESSING, … */
  state: string;
}

/** Columns of the file that are read, by their headings. */
const COLUMNS = {
  transactionId: '微信订单号',
  outTradeNo: '商户订单号',
  state: '交易状态',
  total: '订单金额',
  outRefundNo: '商户退款单号',
  refund: '申请退款金额',
  refundState: '退款状态',
} as const;

/**
 * The bill of a day (yyyy-MM-dd, Beijing time), ready from ten the next morning. `not_found`: nothing happened that
 * day; `not_ready`: ask later. The file is not signed: its hash comes in an answer that is.
 */
export async function fetchTradeBill(date: string): Promise<PayAnswer<BillLine[]>> {
  const asked = await callPay<{ hash_type: string; hash_value: string; download_url: string }>(({ library }) =>
    library.tradebill({ bill_date: date, bill_type: 'ALL' }),
  );
  if (!asked.ok) return asked;
  const { hash_type, hash_value, download_url } = asked.value;
  // The download is signed like every call, and goes to the address of every call: not wherever an answer says.
  const { pathname, search } = new URL(download_url);
  const downloaded = await merchant()?.library.get(`https://api.mch.weixin.qq.com${pathname}${search}`);
  const file = downloaded?.data as RawAnswer | undefined;
  if (file?.status !== 200) return failed('unreachable', 'BILL');
  const hash = createHash('sha1').update(file.rawBody).digest('hex');
  if (hash_type !== 'SHA1' || hash !== hash_value.toLowerCase()) return failed('unreachable', 'BILL_HASH');
  return { ok: true, value: readBill(file.rawBody) };
}

/** The lines of a bill: a heading, a line each, then a summary, every value behind a backtick. */
export function readBill(text: string): BillLine[] {
  const [heading = '', ...rest] = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  const names = heading.split(',');
  const at = (cells: string[], name: string) => cells[names.indexOf(name)] ?? '';
  // The summary begins with a heading of its own, which has no backtick.
  const lines = rest.slice(
    0,
    rest.findIndex((one) => !one.startsWith('`')),
  );
  return lines.map((one) => {
    const cells = one.slice(1).split(',`');
    const isRefund = at(cells, COLUMNS.state) === 'REFUND';
    return {
      kind: isRefund ? 'refund' : 'payment',
      outTradeNo: at(cells, COLUMNS.outTradeNo),
      transactionId: at(cells, COLUMNS.transactionId),
      outRefundNo: isRefund ? at(cells, COLUMNS.outRefundNo) : '',
      amountFen: fenOf(at(cells, isRefund ? COLUMNS.refund : COLUMNS.total)),
      state: isRefund ? at(cells, COLUMNS.refundState) : at(cells, COLUMNS.state),
    };
  });
}

/** Yuan with two decimals → fen, without the arithmetic of fractions. */
function fenOf(yuan: string): number {
  const [, whole = '', cents = ''] = /^(\d+)(?:\.(\d{1,2}))?$/.exec(yuan.trim()) ?? [];
  if (whole === '') throw new Error(`not an amount: ${yuan}`);
  return Number(whole) * 100 + Number(cents.padEnd(2, '0'));
}
