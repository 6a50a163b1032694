import type { StaffActor } from '../../../actor.ts';
import { LAWYER_STATUSES } from '../../../contract/registry/enums.ts';
import { AppError } from '../../../errors.ts';
import { transaction } from '../../../platform/db/database.ts';
import { writeAudit } from '../../audit/write-audit.ts';
import { lockRegistration } from '../seats/load-locked.ts';
import { readLawyer } from '../seats/read-lawyer.ts';

/**
 * Lets a registration stand although its lawyer is no longer an active member; asked again once his status is another one.
 * Whoever is to lose the seat is taken off the list instead (office/remove-registration.ts). Throws `not_found`,
 * `wrong_state`.
 */
export async function keepRegistration(kept: {
  actor: StaffActor;
  id: number;
  input: { reason: string };
}): Promise<void> {
  const { actor, id, input } = kept;
  await transaction(async (t) => {
    const { activity, registration } = await lockRegistration({ id }, t);
    if (registration.liveKey === null) throw new AppError('wrong_state', { message: '该报名已经结束' });
    const { name, status } = await readLawyer(registration.lawyerId, t);
    if (status === 'active') throw new AppError('wrong_state', { message: '该律师的状态正常，不需要处理' });
    await registration.update({ keptStatus: status }, { transaction: t });
    const line = { action: 'registration.kept', targetKind: 'registration', targetId: id } as const;
    const detail = `${LAWYER_STATUSES[status]}：${input.reason}`;
    await writeAudit({ actor, ...line, target: `${activity.title} ${name}`, detail }, t);
  });
}
