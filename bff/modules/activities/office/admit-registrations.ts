import type { Transaction } from 'sequelize';
import type { StaffActor } from '../../../actor.ts';
import { ADMISSION_VERDICTS } from '../../../contract/activities/enums.ts';
import type { AdmitRegistrationsParsed } from '../../../contract/activities/schemas.ts';
import { DAY_MS } from '../../../contract/dates.ts';
import { AppError } from '../../../errors.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { transaction } from '../../../platform/db/database.ts';
import { ofRegistration } from '../../../subject.ts';
import { writeAudit } from '../../audit/write-audit.ts';
import { lockForReading } from '../../registry/facts/lock-subjects.ts';
import { writeEvent } from '../../timeline/write-event.ts';
import { ActivityGroup, Registration, type Activity } from '../model.ts';
import { inWords, phaseOf } from '../rules.ts';
import { endRegistration } from '../seats/end-registration.ts';
import { noteHeld } from '../seats/hold-seat.ts';
import { judgeLawyer } from '../seats/judge-lawyer.ts';
import { lockActivity } from '../seats/load-locked.ts';
import { readLawyer } from '../seats/read-lawyer.ts';
import { takeSeat } from '../seats/take-seat.ts';
import { tellLawyer } from '../seats/tell-lawyer.ts';

interface Asked {
  actor: StaffActor;
  activityId: number;
  input: AdmitRegistrationsParsed;
}

/**
 * 审核录取: gives seats to applicants who still fit, puts them on the waiting list once there is no seat, or refuses them
 * with a reason; all of those named, or none. Throws `not_found`, `wrong_state` in words.
 */
export async function admitRegistrations({ actor, activityId, input }: Asked): Promise<void> {
  const { verdict, reason } = input;
  const ids = [...new Set(input.registrationIds)];
  await transaction(async (t) => {
    const asked = await Registration.findAll({ where: { id: ids, activityId }, transaction: t });
    const lawyerIds = asked.map(({ lawyerId }) => lawyerId).sort((a, b) => a - b);
    const firmIds = [...new Set(asked.flatMap(({ firmId }) => firmId ?? []))].sort((a, b) => a - b);
    await lockForReading({ firmIds, lawyerIds }, t);
    const activity = await lockActivity(activityId, t);
    expectOpen(activity);
    const applied = await Registration.findAll({
      where: { id: ids, activityId, state: 'applied' },
      order: ['id'],
      transaction: t,
      lock: t.LOCK.UPDATE,
    });
    if (applied.length < ids.length) {
      throw new AppError('wrong_state', { message: '有人已不在待审核之列，请刷新后重试' });
    }
    for (const registration of applied) {
      if (verdict === 'admit') await admit({ actor, activity, registration }, t);
      else if (verdict === 'wait') await letWait({ actor, activity, registration }, t);
      else await refuse({ actor, activity, registration, reason }, t);
    }
    const line = { action: 'registration.chosen', targetKind: 'activity', targetId: activityId } as const;
    const detail = `${ADMISSION_VERDICTS[verdict]}：${applied.length}人（报名编号${ids.join('、')}）${reason}`;
    await writeAudit({ actor, ...line, target: activity.title, detail }, t);
  });
}

function expectOpen(activity: Activity): void {
  const isOut = activity.state === 'published' || activity.state === 'hidden';
  if (activity.admission !== 'review') throw new AppError('wrong_state', { message: '本活动不是审核录取' });
  if (isOut && phaseOf({ ...activity.get(), state: 'published' }, clock.now()) !== 'ended') return;
  throw new AppError('wrong_state', { message: '活动未发布、已结束或已取消' });
}

interface One {
  actor: StaffActor;
  activity: Activity;
  registration: Registration;
}

async function admit({ actor, activity, registration }: One, t: Transaction): Promise<void> {
  const { id, lawyerId, groupId, feeFen } = registration;
  const { name } = await readLawyer(lawyerId, t);
  const groups = await ActivityGroup.findAll({ where: { activityId: activity.id }, transaction: t });
  const unmet = await judgeLawyer({ activity, groups, lawyerId }, t);
  const why = [...unmet.activity, ...(unmet.groups.get(groupId) ?? [])];
  if (why.length > 0) throw new AppError('wrong_state', { message: `${name}已不符合报名条件：${why.join('；')}` });
  if (!(await takeSeat(registration, t))) {
    throw new AppError('wrong_state', { message: `名额不足，轮到${name}时已满；请减少人数或增加名额` });
  }
  // Applicants are not at their page when the office decides, so they have a day to pay.
  const payUntil = feeFen > 0 ? Math.min(clock.now() + DAY_MS, activity.beginsAt) : null;
  await registration.update({ state: payUntil === null ? 'registered' : 'paying', payUntil }, { transaction: t });
  await writeEvent({ subject: ofRegistration(id), event: 'chosen', by: actor }, t);
  await noteHeld({ registration, by: actor }, t);
  const pay = payUntil === null ? '' : `请于${inWords(payUntil)}前支付报名费，逾期名额释放。`;
  const news = `您已被录取。${pay}${inWords(registration.cancelUntil)}前可以取消，此后请假至${inWords(registration.leaveUntil)}止。`;
  await tellLawyer({ activity, registration, event: 'activity_signed_up', news }, t);
}

/** Puts an applicant on the waiting list. Throws `wrong_state` while a seat is free, because nobody has to wait then. */
async function letWait({ actor, activity, registration }: One, t: Transaction): Promise<void> {
  if (activity.waiting === 'none') throw new AppError('wrong_state', { message: '本活动不设候补' });
  const { taken, capacity } = await ActivityGroup.findByPk(registration.groupId, {
    transaction: t,
    rejectOnEmpty: true,
  });
  if (activity.taken < activity.capacity && taken < capacity) {
    throw new AppError('wrong_state', { message: '还有空名额，请先录取，额满后再列为候补' });
  }
  await registration.update({ state: 'waiting' }, { transaction: t });
  await writeEvent({ subject: ofRegistration(registration.id), event: 'waiting', by: actor }, t);
  const news = '名额已满，您被列为候补，有空出的名额时按报名先后通知您。';
  await tellLawyer({ activity, registration, event: 'activity_signed_up', news }, t);
}

async function refuse({ actor, activity, registration, reason }: One & { reason: string }, t: Transaction) {
  await endRegistration({ registration, as: 'refused', by: actor, reason }, t);
  const news = `您的报名未被录取：${reason}。如有疑问，请提交工单。`;
  await tellLawyer({ activity, registration, event: 'activity_ended', news }, t);
}
