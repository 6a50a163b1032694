import { Op } from 'sequelize';
import type { StaffActor } from '../../../actor.ts';
import { LIVE_STATES } from '../../../contract/activities/enums.ts';
import { AppError } from '../../../errors.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { transaction } from '../../../platform/db/database.ts';
import { writeAudit } from '../../audit/write-audit.ts';
import { Registration } from '../model.ts';
import { phaseOf } from '../rules.ts';
import { endRegistration } from '../seats/end-registration.ts';
import { serveWaiting } from '../seats/serve-waiting.ts';
import { tellLawyer } from '../seats/tell-lawyer.ts';
import { loadSeen } from './load-activity.ts';

/**
 * Cancels an activity for good: every live registration ends with it and is told why. Throws `not_found`,
 * `changed_meanwhile`, `wrong_state`, `invalid_fields` where the title was not typed.
 */
export async function cancelActivity(asked: {
  actor: StaffActor;
  id: number;
  input: { version: number; title: string; reason: string };
}): Promise<void> {
  const { actor, id, input } = asked;
  await transaction(async (t) => {
    const activity = await loadSeen({ id, version: input.version }, t);
    const phase = phaseOf(activity, clock.now());
    if (activity.publishedAt === null || phase === 'ended' || phase === 'cancelled') throw new AppError('wrong_state');
    if (input.title.trim() !== activity.title) {
      throw new AppError('invalid_fields', { fields: { title: '与活动标题不一致，请照原样输入' } });
    }
    await activity.update(
      { state: 'cancelled', cancelReason: input.reason, version: activity.version + 1 },
      { transaction: t },
    );
    const where = { activityId: id, state: { [Op.in]: [...LIVE_STATES] } };
    const live = await Registration.findAll({ where, order: ['id'], transaction: t, lock: t.LOCK.UPDATE });
    for (const registration of live) {
      await endRegistration({ registration, as: 'void', by: actor, reason: input.reason }, t);
      await tellLawyer({ activity, registration, event: 'activity_cancelled', news: `活动取消：${input.reason}。` }, t);
    }
    const line = {
      action: 'activity.cancelled',
      targetKind: 'activity',
      targetId: id,
      target: activity.title,
    } as const;
    await writeAudit({ actor, ...line, detail: input.reason }, t);
  });
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
