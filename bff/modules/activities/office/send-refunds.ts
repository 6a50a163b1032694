import { z } from 'zod';
import type { StaffActor } from '../../../actor.ts';
import { ACTIVITY_REFUNDS } from '../../../contract/activities/enums.ts';
import type { ActivityRefundRow, ActivityRefunds } from '../../../contract/activity-refunds/replies.ts';
import { oneOf } from '../../../contract/reply-parts.ts';
import { AppError } from '../../../errors.ts';
import { select, transaction } from '../../../platform/db/database.ts';
import { enqueue } from '../../../platform/jobs/enqueue.ts';
import { writeAudit } from '../../audit/write-audit.ts';
import type { Activity } from '../model.ts';
import { lockActivity } from '../seats/load-locked.ts';

const MAX_SHOWN = 100;
const MAX_FAILURES = 500;

const refundsRow = z.strictObject({
  activityId: z.int(),
  title: z.string(),
  cancelReason: z.string(),
  state: oneOf(ACTIVITY_REFUNDS),
  cancelledById: z.int().nullable(),
  payments: z.int(),
  paidFen: z.int(),
  refundedFen: z.int(),
  back: z.int(),
  open: z.int(),
});
const failureRow = z.strictObject({
  activityId: z.int(),
  paymentId: z.int(),
  name: z.string(),
  amountFen: z.int(),
  lastError: z.string(),
});

/** How far the payments of cancelled activities have come back, the latest activity first, with what failed. */
export async function listActivityRefunds({ actor }: { actor: StaffActor }): Promise<ActivityRefunds> {
  const rows = await select(
    refundsRow,
    `SELECT a.id AS activityId, a.title, a.cancel_reason AS cancelReason, a.refund_state AS state,
        a.cancelled_by_id AS cancelledById, COUNT(p.id) AS payments, COALESCE(SUM(p.amount_fen), 0) AS paidFen,
        COALESCE(SUM(p.refunded_fen), 0) AS refundedFen, COUNT(CASE WHEN p.state = 'refunded' THEN 1 END) AS back,
        COUNT(CASE WHEN p.state = 'paid' THEN 1 END) AS open
      FROM activities a JOIN activity_registrations r ON r.activity_id = a.id
      JOIN payments p ON p.purpose = 'activity' AND p.subject_id = r.id AND p.paid_at IS NOT NULL
      WHERE a.refund_state <> '' GROUP BY a.id ORDER BY a.id DESC LIMIT ?`,
    [MAX_SHOWN],
  );
  const failures = await select(
    failureRow,
    `SELECT r.activity_id AS activityId, p.id AS paymentId, p.applicant_name AS name, f.amount_fen AS amountFen,
        f.last_error AS lastError
      FROM refunds f JOIN payments p ON p.id = f.payment_id AND p.purpose = 'activity'
      JOIN activity_registrations r ON r.id = p.subject_id JOIN activities a ON a.id = r.activity_id
      WHERE f.state = 'failed' AND p.state = 'paid' AND a.refund_state <> '' ORDER BY f.id DESC LIMIT ?`,
    [MAX_FAILURES],
  );
  return { items: rows.map((row) => present(row, failures, actor)) };
}

function present(
  { cancelledById, ...row }: z.infer<typeof refundsRow>,
  failures: readonly z.infer<typeof failureRow>[],
  actor: StaffActor,
): ActivityRefundRow {
  return {
    ...row,
    underWay: row.payments - row.back - row.open,
    failures: failures
      .filter(({ activityId }) => activityId === row.activityId)
      .map(({ activityId: _same, ...failure }) => failure),
    can: { send: row.open > 0 && (row.state === 'released' || cancelledById !== actor.accountId) },
  };
}

/**
 * The second person agrees, once for the whole activity; afterwards what failed is sent again, which is harmless for what is
 * back or on its way. Throws `not_found`, `wrong_state`, `forbidden` for who cancelled the activity.
 */
export async function sendActivityRefunds({ actor, id }: { actor: StaffActor; id: number }): Promise<void> {
  await transaction(async (t) => {
    const activity = await lockActivity(id, t);
    if (activity.state !== 'cancelled' || activity.refundState === '') throw new AppError('wrong_state');
    const isFirst = activity.refundState === 'waiting';
    if (isFirst) expectSecond(actor, activity);
    await activity.update({ refundState: 'released' }, { transaction: t });
    const action = isFirst ? 'activity.refunds-released' : 'activity.refunds-repeated';
    await writeAudit({ actor, action, targetKind: 'activity', targetId: id, target: activity.title }, t);
    await enqueue('wind-up-activity', { activityId: id }, { t });
  });
}

function expectSecond(actor: StaffActor, { cancelledById }: Activity): void {
  if (cancelledById === actor.accountId) throw new AppError('forbidden', { message: '须由取消活动以外的人员复核' });
}
