import { Op, type Transaction } from 'sequelize';
import { LIVE_STATES } from '../../../contract/activities/enums.ts';
import { select, transaction } from '../../../platform/db/database.ts';
import { idRow } from '../../../platform/db/rows.ts';
import { giveBack } from '../../payments/paying/give-back.ts';
import { Registration, type Activity } from '../model.ts';
import { endRegistration, isSeated } from '../seats/end-registration.ts';
import { lockActivity } from '../seats/load-locked.ts';
import { textCancellation } from '../seats/text-cancellation.ts';
import { tellLawyer } from '../seats/tell-lawyer.ts';

/** So many at a time: the rows of an activity are never locked for long. */
const PIECE = 50;

/**
 * Ends what is left of a cancelled activity, in pieces: every live registration, whose lawyer is told why, then every payment
 * goes back in full, whatever was promised. Nothing is noted about how far it has come: what is done is not found again, so
 * it is started anew after whatever stopped it, and a refund that failed is asked for once more. Where a second person has
 * to agree to the refunds, they wait.
 */
export async function windUpActivity({
  activityId,
  signal,
  piece = PIECE,
}: {
  activityId: number;
  signal?: AbortSignal;
  piece?: number;
}): Promise<void> {
  while ((await transaction((t) => endSome({ activityId, piece }, t))) === piece) signal?.throwIfAborted();
  let after = 0;
  for (;;) {
    signal?.throwIfAborted();
    const ids = await paidAfter({ activityId, after, piece });
    if (ids.length === 0 || !(await transaction((t) => giveSomeBack({ activityId, ids }, t)))) return;
    after = ids.at(-1) ?? after;
  }
}

async function endSome({ activityId, piece }: { activityId: number; piece: number }, t: Transaction): Promise<number> {
  const activity = await lockActivity(activityId, t);
  if (activity.state !== 'cancelled') return 0;
  const live = await Registration.findAll({
    where: { activityId, state: { [Op.in]: [...LIVE_STATES] } },
    order: ['id'],
    limit: piece,
    transaction: t,
    lock: t.LOCK.UPDATE,
  });
  for (const registration of live) await endOne({ activity, registration }, t);
  return live.length;
}

async function endOne(
  { activity, registration }: { activity: Activity; registration: Registration },
  t: Transaction,
): Promise<void> {
  const { cancelReason: reason } = activity;
  const isPaid = registration.paidAt !== null;
  const hadSeat = isSeated(registration);
  await endRegistration({ registration, as: 'void', by: null, reason }, t);
  const what = activity.cancelledUrgently ? '活动紧急取消，请勿前往' : '活动取消';
  const news = `${what}：${reason}。${isPaid ? '报名费将全额原路退回。' : ''}`;
  await tellLawyer({ activity, registration, event: 'activity_cancelled', news }, t);
  if (activity.cancelledUrgently && hadSeat) await textCancellation({ activity, registration }, t);
}

/**
 * Registrations that were paid and whose payment is not all back: one of which a part is on its way, because its lawyer was on
 * leave, is owed the rest as well.
 */
async function paidAfter(at: { activityId: number; after: number; piece: number }): Promise<number[]> {
  const rows = await select(
    idRow,
    `SELECT r.id FROM activity_registrations r JOIN payments p ON p.purpose = 'activity' AND p.subject_id = r.id
      WHERE r.activity_id = ? AND r.id > ? AND p.state IN ('paid', 'refunding')
      ORDER BY r.id LIMIT ?`,
    [at.activityId, at.after, at.piece],
  );
  return rows.map(({ id }) => id);
}

/** Sends the payments of these registrations back. Answers false while a second person has yet to agree to the refunds. */
async function giveSomeBack({ activityId, ids }: { activityId: number; ids: number[] }, t: Transaction) {
  const { state, refundState } = await lockActivity(activityId, t);
  if (state !== 'cancelled' || refundState !== 'released') return false;
  for (const subjectId of ids) await giveBack({ purpose: 'activity', subjectId, reason: '活动取消' }, t);
  return true;
}
