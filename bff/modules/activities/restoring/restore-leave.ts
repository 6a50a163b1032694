import type { StaffActor } from '../../../actor.ts';
import { AppError } from '../../../errors.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { transaction } from '../../../platform/db/database.ts';
import { ofRegistration } from '../../../subject.ts';
import { writeAudit } from '../../audit/write-audit.ts';
import { writeEvent } from '../../timeline/write-event.ts';
import type { Activity, Registration } from '../model.ts';
import { phaseOf } from '../rules.ts';
import { comeBack } from '../seats/come-back.ts';
import { lockRegistration } from '../seats/load-locked.ts';
import { readLawyer } from '../seats/read-lawyer.ts';
import { tellLawyer } from '../seats/tell-lawyer.ts';

/**
 * 取消请假, which only staff do (activities.md, the six instants): the lawyer has the seat again, or where there is none is
 * the first of those who wait, unless he has paid; what was promised to him stays. Throws `not_found`, `wrong_state` in words.
 */
export async function restoreLeave(restored: {
  actor: StaffActor;
  id: number;
  input: { reason: string };
}): Promise<void> {
  const { actor, id, input } = restored;
  await transaction(async (t) => {
    const { activity, registration } = await lockRegistration({ id }, t);
    expectRestorable(activity, registration);
    const came = await comeBack({ activity, registration }, t);
    if (came === null) throw refuse('名额已满，也不再递补，或该律师已另行报名；请先增加名额');
    // What was paid is for a seat: who leaves a waiting list has all of it back, and who leaves a seat has what was promised.
    if (came === 'waiting' && registration.paidAt !== null) throw refuse('名额已满，该律师已支付报名费；请先增加名额');
    await writeEvent({ subject: ofRegistration(id), event: 'restored', by: actor, note: input.reason }, t);
    const { name } = await readLawyer(registration.lawyerId, t);
    const line = { action: 'registration.restored', targetKind: 'registration', targetId: id } as const;
    await writeAudit({ actor, ...line, target: `${activity.title} ${name}`, detail: input.reason }, t);
    const seat =
      came === 'registered' ? '您的报名已恢复，请按时参加。' : '名额已满，您列为候补第一位，有空出的名额时通知您。';
    await tellLawyer({ activity, registration, event: 'activity_signed_up', news: `请假已取消。${seat}` }, t);
  });
}

const refuse = (message: string) => new AppError('wrong_state', { message });

function expectRestorable(activity: Activity, { state, feeFen, leaveRefund }: Registration): void {
  if (state !== 'leave') throw refuse('只有已请假的报名可以取消请假');
  const isOut = activity.state === 'published' || activity.state === 'hidden';
  const phase = phaseOf({ ...activity.get(), state: 'published' }, clock.now());
  if (!isOut || phase === 'ended') throw refuse('活动未发布、已结束或已取消');
  // Part of the fee went back with the leave; a seat is not had for the rest.
  if (feeFen > 0 && leaveRefund > 0) throw refuse('请假时已退报名费，请用“添加人员”重新报名');
}
