import type { Transaction } from 'sequelize';
import type { StaffActor } from '../../../actor.ts';
import { AppError } from '../../../errors.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { transaction } from '../../../platform/db/database.ts';
import { enqueue } from '../../../platform/jobs/enqueue.ts';
import { ofRegistration } from '../../../subject.ts';
import { writeAudit } from '../../audit/write-audit.ts';
import { writeEvent } from '../../timeline/write-event.ts';
import { Registration, type Activity } from '../model.ts';
import { Presence } from '../presence/model.ts';
import { lockActivity, lockRegistration } from '../seats/load-locked.ts';
import { readLawyer } from '../seats/read-lawyer.ts';
import { tellLawyer } from '../seats/tell-lawyer.ts';

interface Excused {
  actor: StaffActor;
  id: number;
  input: { reason: string };
}

/** Lets one absence not count, with the reason that the lawyer is told. Throws `not_found`, `wrong_state` in words. */
export async function excuseAbsence({ actor, id, input: { reason } }: Excused): Promise<void> {
  await transaction(async (t) => {
    const { activity, registration } = await lockRegistration({ id }, t);
    if (!(await excuse({ actor, activity, registration, reason }, t)))
      throw new AppError('wrong_state', { message: '没有记缺席，或已经免除' });
    const { name } = await readLawyer(registration.lawyerId, t);
    const line = { action: 'registration.excused', targetKind: 'registration', targetId: id } as const;
    await writeAudit({ actor, ...line, target: `${activity.title} ${name}`, detail: reason }, t);
  });
}

/** Lets no absence of an activity count: rain, a power cut. Throws `not_found`, `wrong_state` where nobody is absent. */
export async function excuseAbsences({ actor, id, input: { reason } }: Excused): Promise<void> {
  await transaction(async (t) => {
    const activity = await lockActivity(id, t);
    const where = { activityId: id, state: 'registered' } as const;
    const seated = await Registration.findAll({ where, order: ['id'], transaction: t, lock: t.LOCK.UPDATE });
    let excused = 0;
    for (const registration of seated) if (await excuse({ actor, activity, registration, reason }, t)) excused += 1;
    if (excused === 0) throw new AppError('wrong_state', { message: '没有需要免除的缺席' });
    const line = { action: 'activity.absences-excused', targetKind: 'activity', targetId: id } as const;
    await writeAudit({ actor, ...line, target: activity.title, detail: `${excused}人：${reason}` }, t);
  });
}

/** Answers false where there is nothing to excuse. Activity and registration are locked. */
async function excuse(
  one: { actor: StaffActor; activity: Activity; registration: Registration; reason: string },
  t: Transaction,
): Promise<boolean> {
  const { actor, activity, registration, reason } = one;
  const where = { registrationId: registration.id, outcome: 'absent', excusedAt: null } as const;
  const presence = await Presence.findOne({ where, transaction: t, lock: t.LOCK.UPDATE });
  if (!presence) return false;
  const excused = { excusedAt: clock.now(), excusedBy: actor.name, excuseReason: reason };
  await presence.update(excused, { transaction: t });
  const subject = ofRegistration(registration.id);
  await writeEvent({ subject, event: 'excused', by: actor, note: reason }, t);
  await tellLawyer({ activity, registration, event: 'activity_ended', news: `缺席已免除：${reason}。` }, t);
  await enqueue('weigh-absences', { lawyerId: registration.lawyerId }, { t });
  return true;
}
