import type { Transaction } from 'sequelize';
import { z } from 'zod';
import type { PaperProgress } from '../../../contract/papers/replies.ts';
import { AppError } from '../../../errors.ts';
import { select } from '../../../platform/db/database.ts';
import type { OwedPaper } from '../../certificates/applying/application-parts.ts';
import { lastDayToPay } from '../rules.ts';
import { mayCancel } from './cancel-paper.ts';
import { PAPER_COLUMNS, PAPER_TABLES, paperLineRow, type PaperLine } from './list-papers.ts';
import { PaperCopy, PaperOrder } from '../model.ts';

/** An order with everything its page shows. */
export interface ShownPaper {
  order: PaperOrder;
  line: PaperLine;
  remark: string;
  copies: PaperCopy[];
  /** What waits of its bulk order, with it. */
  waiting: PaperOrder[];
}

const shownRow = paperLineRow.extend({ remark: z.string() });

/** One paper order. Throws `not_found`. */
export async function showPaper({ id }: { id: number }): Promise<ShownPaper> {
  const [line] = await select(shownRow, `SELECT ${PAPER_COLUMNS}, a.remark FROM ${PAPER_TABLES} WHERE p.id = ?`, [id]);
  const order = await PaperOrder.findByPk(id);
  if (!line || !order) throw new AppError('not_found');
  const copies = await PaperCopy.findAll({ where: { orderId: id }, order: ['position'] });
  const { bulkOrderId } = order;
  const waiting =
    bulkOrderId === null ? [] : await PaperOrder.findAll({ where: { bulkOrderId, state: 'awaiting_payment' } });
  return { order, line, remark: line.remark, copies, waiting };
}

/** What a member sees of the paper order of an application; null before approval or without paper. */
export async function readPaperProgress(applicationId: number): Promise<PaperProgress | null> {
  const order = await PaperOrder.findOne({ where: { applicationId } });
  if (!order) return null;
  const copies = await PaperCopy.findAll({ where: { orderId: order.id }, order: ['position'] });
  const { state, payment, courier, trackingNo, voidReason, bulkOrderId } = order;
  return {
    state,
    payment,
    courier,
    trackingNo,
    voidReason,
    payUntilOn: lastDayToPay([order]),
    bulkOrderId,
    can: { cancel: await mayCancel(order) },
    copies: copies.map((copy) => ({ serial: copy.serial, state: copy.state })),
  };
}

/** What is to be paid for the paper of an application, and until when; null: nothing. */
export async function readOwed(applicationId: number, t: Transaction): Promise<OwedPaper | null> {
  const where = { applicationId, state: 'awaiting_payment' };
  const order = await PaperOrder.findOne({ where, transaction: t });
  if (!order) return null;
  return { totalFen: order.totalFen, isBulk: order.bulkOrderId !== null, payUntilOn: lastDayToPay([order]) };
}
