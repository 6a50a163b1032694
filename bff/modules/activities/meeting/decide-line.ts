import type { StaffActor } from '../../../actor.ts';
import type { DecideMeetingLineParsed } from '../../../contract/activity-meeting/schemas.ts';
import { AppError } from '../../../errors.ts';
import { transaction } from '../../../platform/db/database.ts';
import { writeAudit } from '../../audit/write-audit.ts';
import { Registration } from '../model.ts';
import { MeetingLine } from '../presence/model.ts';
import { lockActivity } from '../seats/load-locked.ts';
import { recountStays } from './recount-stays.ts';

/**
 * Says whose line of a meeting it is, among those who have a seat, or that it counts for nobody; also where it was told
 * otherwise before. Throws `not_found`, `invalid_fields`.
 */
export async function decideLine(asked: {
  actor: StaffActor;
  id: number;
  input: DecideMeetingLineParsed;
}): Promise<void> {
  const { actor, id, input } = asked;
  const { registrationId } = input;
  await transaction(async (t) => {
    const found = await MeetingLine.findByPk(id, { transaction: t, rejectOnEmpty: new AppError('not_found') });
    const { activityId } = found;
    const activity = await lockActivity(activityId, t);
    const line = await MeetingLine.findByPk(id, { transaction: t, lock: t.LOCK.UPDATE, rejectOnEmpty: true });
    const where = { id: registrationId ?? 0, activityId, state: 'registered' };
    if (registrationId !== null && !(await Registration.findOne({ where, transaction: t }))) {
      throw new AppError('invalid_fields', { fields: { registrationId: '请选择本活动名单上有名额的人' } });
    }
    const before = line.registrationId;
    await line.update({ registrationId, way: registrationId === null ? 'ignored' : 'hand' }, { transaction: t });
    for (const one of new Set([before, registrationId])) {
      if (one !== null) await recountStays({ activity, registrationId: one, by: actor }, t);
    }
    const whose = registrationId === null ? '不计' : `报名编号${registrationId}`;
    const audited = { action: 'activity.meeting', targetKind: 'activity', targetId: activityId } as const;
    await writeAudit({ actor, ...audited, target: activity.title, detail: `核实“${line.shownName}”：${whose}` }, t);
  });
}
