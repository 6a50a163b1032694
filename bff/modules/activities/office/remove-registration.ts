import type { StaffActor } from '../../../actor.ts';
import { AppError } from '../../../errors.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { transaction } from '../../../platform/db/database.ts';
import { writeAudit } from '../../audit/write-audit.ts';
import { orderSettling } from '../presence/order-settling.ts';
import { endRegistration } from '../seats/end-registration.ts';
import { lockRegistration } from '../seats/load-locked.ts';
import { readLawyer } from '../seats/read-lawyer.ts';
import { serveWaiting } from '../seats/serve-waiting.ts';
import { tellLawyer } from '../seats/tell-lawyer.ts';

/** Takes a lawyer out of an activity, with the reason that he is told; the seat goes on. Throws `not_found`, `wrong_state`. */
export async function removeRegistration(removed: {
  actor: StaffActor;
  id: number;
  input: { reason: string };
}): Promise<void> {
  const { actor, id, input } = removed;
  await transaction(async (t) => {
    const { activity, registration } = await lockRegistration({ id }, t);
    if (registration.liveKey === null) throw new AppError('wrong_state', { message: '该报名已经结束' });
    await endRegistration({ registration, as: 'removed', by: actor, reason: input.reason }, t);
    const { name } = await readLawyer(registration.lawyerId, t);
    const line = { action: 'registration.removed', targetKind: 'registration', targetId: id } as const;
    await writeAudit({ actor, ...line, target: `${activity.title} ${name}`, detail: input.reason }, t);
    const news = `您已被移出报名名单：${input.reason}。如有疑问，请提交工单。`;
    await tellLawyer({ activity, registration, event: 'activity_ended', news }, t);
    await serveWaiting(activity.id, t);
    // Hours that were written go back.
    if (clock.now() >= activity.beginsAt) await orderSettling({ registrationId: id }, t);
  });
}
