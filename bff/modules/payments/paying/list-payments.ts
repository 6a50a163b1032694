import { z } from 'zod';
import type { PaymentChannel, PaymentState, RefundState } from '../../../contract/payments/enums.ts';
import { toPlainName } from '../../../contract/names.ts';
import { toHalfWidth } from '../../../contract/text.ts';
import { AppError } from '../../../errors.ts';
import { endOfShanghaiDay, startOfShanghaiDay } from '../../../contract/dates.ts';
import {
  conjunction,
  orderOf,
  selectPage,
  type OrderOf,
  type Condition,
  type ListPage,
} from '../../../platform/db/keyset.ts';
import { select } from '../../../platform/db/database.ts';
import { overdueSince } from '../../office-hours/read-overdue.ts';
import { Payment, Refund } from '../model.ts';
import { idRow } from '../../../platform/db/rows.ts';

export interface PaymentFilter {
  state?: PaymentState | undefined;
  /** Begun from–to, yyyy-MM-dd in Asia/Shanghai, both days included. */
  from?: string | undefined;
  to?: string | undefined;
  /** Order number, WeChat Pay's number, 编号 or the applicant's name. */
  search?: string | undefined;
  channel?: PaymentChannel | undefined;
  /** Payments with a refund in that state. */
  refund?: RefundState | undefined;
  /** With a refund that has waited for its second person for longer than one working day. */
  waited?: 'overdue' | undefined;
  order?: OrderOf<keyof typeof SORTS> | undefined;
  cursor?: string | undefined;
  limit?: number | undefined;
}

/** They are numbered as they come. */
const SORTS = { createdAt: { by: 'p.id', id: 'p.id' }, amountFen: { by: 'p.amount_fen', id: 'p.id' } } as const;

/** Payments for finance, the latest first. */
export async function listPayments(filter: PaymentFilter): Promise<ListPage<Payment>> {
  const where = await whereOf(filter);
  const page = await selectPage({
    row: idRow,
    columns: 'p.id',
    from: 'payments p',
    where,
    order: orderOf(filter.order, SORTS, { by: 'p.id', id: 'p.id', direction: 'descending' }),
    cursor: filter.cursor,
    limit: filter.limit,
  });
  const rows = await Payment.findAll({ where: { id: page.items.map(({ id }) => id) } });
  const byId = new Map(rows.map((row) => [row.id, row]));
  return { ...page, items: page.items.flatMap(({ id }) => byId.get(id) ?? []) };
}

/** Of these payments, the ids of those with a refund that waits for its second person. */
export async function readAwaitingApproval(payments: readonly Payment[]): Promise<ReadonlySet<number>> {
  const where = { paymentId: payments.map(({ id }) => id), state: 'awaiting_approval' };
  const refunds = await Refund.findAll({ attributes: ['paymentId'], where });
  return new Set(refunds.map(({ paymentId }) => paymentId));
}

async function whereOf(filter: PaymentFilter): Promise<Condition[]> {
  const where: Condition[] = [];
  if (filter.state) where.push({ sql: 'p.state = ?', values: [filter.state] });
  if (filter.channel) where.push({ sql: 'p.channel = ?', values: [filter.channel] });
  if (filter.refund) {
    where.push({
      sql: 'p.id IN (SELECT r.payment_id FROM refunds r WHERE r.state = ?)',
      values: [filter.refund],
    });
  }
  if (filter.waited) {
    const late = await overdueSince('r.created_at');
    const sql = `p.id IN (SELECT r.payment_id FROM refunds r WHERE r.state = 'awaiting_approval' AND ${late.sql})`;
    where.push({ sql, values: late.values });
  }
  if (filter.from) where.push({ sql: 'p.created_at >= ?', values: [startOfShanghaiDay(filter.from)] });
  if (filter.to) where.push({ sql: 'p.created_at < ?', values: [endOfShanghaiDay(filter.to)] });
  if (filter.search) where.push(bySearch(filter.search));
  return where;
}

const sumsRow = z.strictObject({ paid: z.int(), paidFen: z.int(), refundedFen: z.int() });

/** What the payments that a filter lets through come to: those that were paid, whatever went back since; amounts in fen. */
export async function sumPayments(filter: PaymentFilter): Promise<z.infer<typeof sumsRow>> {
  const { sql, values } = conjunction([...(await whereOf(filter)), { sql: 'p.paid_at IS NOT NULL', values: [] }]);
  const [sums] = await select(
    sumsRow,
    `SELECT COUNT(*) AS paid, COALESCE(SUM(p.amount_fen), 0) AS paidFen, COALESCE(SUM(p.refunded_fen), 0) AS refundedFen
      FROM payments p${sql}`,
    values,
  );
  return sums ?? { paid: 0, paidFen: 0, refundedFen: 0 };
}

// An association has thousands of payments, not millions: they are looked through.
function bySearch(typed: string): Condition {
  const search = toHalfWidth(typed);
  return {
    sql: 'p.out_trade_no = ? OR p.transaction_id = ? OR INSTR(p.description, ?) > 0 OR INSTR(p.applicant_name, ?) > 0',
    values: [search, search, search, toPlainName(typed)],
  };
}

/** One payment with its refunds, the first one first. Throws `not_found`. */
export async function findPayment({ id }: { id: number }): Promise<{ payment: Payment; refunds: Refund[] }> {
  const payment = await Payment.findByPk(id, { rejectOnEmpty: new AppError('not_found') });
  return { payment, refunds: await Refund.findAll({ where: { paymentId: id }, order: [['id', 'ASC']] }) };
}
