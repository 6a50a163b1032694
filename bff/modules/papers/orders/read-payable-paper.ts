import type { Transaction } from 'sequelize';
import { AppError } from '../../../errors.ts';
import { select } from '../../../platform/db/database.ts';
import type { MemberActor } from '../../../actor.ts';
import { PaperOrder } from '../model.ts';

/** What a member pays for the paper copies of an application, amounts in fen. */
export interface PayablePaper {
  orderId: number;
  applicationId: number;
  /** Of the certificate. */
  number: string;
  totalFen: number;
}

/**
 * The paper order of an application of the actor's own: a member's, whichever of its accounts asks. Throws `not_found`
 * for everybody else's and where there is no order, `wrong_state` when it does not wait for a payment, unless that is
 * asked for whatever its state.
 */
export async function readPayablePaper(
  { actor, applicationId }: { actor: MemberActor; applicationId: number },
  which: 'awaiting payment' | 'whatever its state' = 'awaiting payment',
): Promise<PayablePaper> {
  const [row] = await select<PayablePaper & { state: string }>(
    `SELECT o.id AS orderId, o.application_id AS applicationId, o.number, o.total_fen AS totalFen, o.state
     FROM paper_orders o JOIN applications a ON a.id = o.application_id
     WHERE o.application_id = ? AND a.applicant_kind = ? AND a.applicant_id = ?`,
    [applicationId, actor.kind, actor.kind === 'firm' ? actor.firmId : actor.lawyerId],
  );
  if (!row) throw new AppError('not_found');
  if (which === 'awaiting payment' && row.state !== 'awaiting_payment') throw new AppError('wrong_state');
  const { orderId, number, totalFen } = row;
  return { orderId, applicationId: row.applicationId, number, totalFen };
}

/** Locks an order before anything about its money is written, and says whether it waits for a payment. */
export async function lockPaper({ orderId }: { orderId: number }, t: Transaction): Promise<{ isOwed: boolean }> {
  const order = await PaperOrder.findByPk(orderId, { transaction: t, lock: t.LOCK.UPDATE, rejectOnEmpty: true });
  return { isOwed: order.state === 'awaiting_payment' };
}

/** Whether an order still waits for a payment. */
export async function isPaperOwed({ orderId }: { orderId: number }): Promise<boolean> {
  return (await PaperOrder.count({ where: { id: orderId, state: 'awaiting_payment' } })) > 0;
}

/** What a receipt says was paid for: prices in fen, and the number of the certificate as it is now. */
export async function readPaperFees({ orderId }: { orderId: number }) {
  const { copyFeeFen, postageFen, number } = await PaperOrder.findByPk(orderId, { rejectOnEmpty: true });
  return { copyFeeFen, postageFen, number };
}

/** Whose timeline tells of an order: of the application that it belongs to now. */
export async function applicationOfPaper({ orderId }: { orderId: number }, t: Transaction): Promise<number> {
  return (await PaperOrder.findByPk(orderId, { transaction: t, rejectOnEmpty: true })).applicationId;
}
