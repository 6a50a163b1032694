import { z } from 'zod';
import { AppError } from '../../../errors.ts';
import { select } from '../../../platform/db/database.ts';
import type { MemberActor } from '../../../actor.ts';

/** What a member pays for the paper copies of an application, amounts in fen. */
export interface PayablePaper {
  orderId: number;
  applicationId: number;
  /** The number of the certificate. */
  number: string;
  totalFen: number;
}

const payablePaperRow = z.strictObject({
  orderId: z.int(),
  applicationId: z.int(),
  number: z.string(),
  totalFen: z.int(),
  state: z.string(),
  bulkOrderId: z.int().nullable(),
});

/**
 * The paper order of an application of the actor's own: a member's, whichever of its accounts asks. Throws `not_found`
 * for everybody else's and where there is no order, `wrong_state` when it does not wait for a payment, unless that is
 * asked for whatever its state.
 */
export async function readPayablePaper(
  { actor, applicationId }: { actor: MemberActor; applicationId: number },
  which: 'awaiting payment' | 'whatever its state' = 'awaiting payment',
): Promise<PayablePaper> {
  const [row] = await select(
    payablePaperRow,
    `SELECT o.id AS orderId, o.application_id AS applicationId, o.number, o.total_fen AS totalFen, o.state,
       o.bulk_order_id AS bulkOrderId
     FROM paper_orders o JOIN applications a ON a.id = o.application_id
     WHERE o.application_id = ? AND a.applicant_kind = ? AND a.applicant_id = ?`,
    [applicationId, actor.kind, actor.kind === 'firm' ? actor.firmId : actor.lawyerId],
  );
  if (!row) throw new AppError('not_found');
  if (which === 'awaiting payment' && row.state !== 'awaiting_payment') throw new AppError('wrong_state');
  if (which === 'awaiting payment' && row.bulkOrderId !== null) {
    throw new AppError('wrong_state', { message: '请在批量申请的页面与其他证明一并缴费' });
  }
  const { orderId, number, totalFen } = row;
  return { orderId, applicationId: row.applicationId, number, totalFen };
}
