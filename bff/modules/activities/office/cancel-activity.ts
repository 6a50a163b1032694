import type { Transaction } from 'sequelize';
import { z } from 'zod';
import type { StaffActor } from '../../../actor.ts';
import type { ActivityRefund } from '../../../contract/activities/enums.ts';
import type { CancelActivityParsed } from '../../../contract/activities/schemas.ts';
import { AppError } from '../../../errors.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { select, transaction } from '../../../platform/db/database.ts';
import { enqueue } from '../../../platform/jobs/enqueue.ts';
import { writeAudit } from '../../audit/write-audit.ts';
import { readSettings } from '../../settings/read-settings.ts';
import { phaseOf } from '../rules.ts';
import { serveWaiting } from '../seats/serve-waiting.ts';
import { loadSeen } from './load-activity.ts';

/**
 * Cancels an activity for good: a job ends every live registration, tells why, at short notice by text as well, and sends
 * the payments back. What comes to more
 * than one person may refund waits for somebody of finance, once for the whole activity. Throws `not_found`,
 * `changed_meanwhile`, `wrong_state`, `invalid_fields` where the title was not typed.
 */
export async function cancelActivity(asked: {
  actor: StaffActor;
  id: number;
  input: CancelActivityParsed;
}): Promise<void> {
  const { actor, id, input } = asked;
  const { refundApprovalFen } = await readSettings();
  await transaction(async (t) => {
    const activity = await loadSeen({ id, version: input.version }, t);
    const phase = phaseOf(activity, clock.now());
    if (activity.publishedAt === null || phase === 'ended' || phase === 'cancelled') throw new AppError('wrong_state');
    if (input.title.trim() !== activity.title) {
      throw new AppError('invalid_fields', { fields: { title: '与活动标题不一致，请照原样输入' } });
    }
    await activity.update(
      {
        state: 'cancelled',
        cancelReason: input.reason,
        cancelledUrgently: input.isUrgent,
        cancelledById: actor.accountId,
        refundState: await refundStateOf({ activityId: id, limitFen: refundApprovalFen }, t),
        version: activity.version + 1,
      },
      { transaction: t },
    );
    await enqueue('wind-up-activity', { activityId: id }, { t });
    const line = {
      action: 'activity.cancelled',
      targetKind: 'activity',
      targetId: id,
      target: activity.title,
    } as const;
    await writeAudit({ actor, ...line, detail: input.isUrgent ? `紧急取消：${input.reason}` : input.reason }, t);
  });
}

const paidRow = z.strictObject({ paidFen: z.int() });

async function refundStateOf(
  { activityId, limitFen }: { activityId: number; limitFen: number },
  t: Transaction,
): Promise<ActivityRefund> {
  const [paid] = await select(
    paidRow,
    `SELECT COALESCE(SUM(p.amount_fen - p.refunded_fen), 0) AS paidFen FROM activity_registrations r
      JOIN payments p ON p.purpose = 'activity' AND p.subject_id = r.id AND p.state IN ('paid', 'refunding')
      WHERE r.activity_id = ?`,
    [activityId],
    t,
  );
  const paidFen = paid?.paidFen ?? 0;
  if (paidFen === 0) return '';
  return paidFen > limitFen ? 'waiting' : 'released';
}

/**
 * Takes a published activity out of sight, or shows it again; registrations stay, with what was promised to them. Throws `not_found`, `changed_meanwhile`, `wrong_state`.
 */
export async function hideActivity(asked: {
  actor: StaffActor;
  id: number;
  input: { version: number; isHidden: boolean };
}): Promise<void> {
  const { actor, id, input } = asked;
  await transaction(async (t) => {
    const activity = await loadSeen({ id, version: input.version }, t);
    const [from, to] = input.isHidden ? (['published', 'hidden'] as const) : (['hidden', 'published'] as const);
    if (activity.state !== from) throw new AppError('wrong_state');
    await activity.update({ state: to, version: activity.version + 1 }, { transaction: t });
    // Seats that became free out of sight are for those who wait.
    if (!input.isHidden) await serveWaiting(id, t);
    const action = input.isHidden ? 'activity.hidden' : 'activity.shown';
    await writeAudit({ actor, action, targetKind: 'activity', targetId: id, target: activity.title }, t);
  });
}
