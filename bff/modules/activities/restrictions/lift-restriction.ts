import type { StaffActor } from '../../../actor.ts';
import { AppError } from '../../../errors.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { transaction } from '../../../platform/db/database.ts';
import { writeAudit } from '../../audit/write-audit.ts';
import { readLawyer } from '../seats/read-lawyer.ts';
import { Restriction } from '../restricted/model.ts';
import { tellOfRestriction } from './tell-of-restriction.ts';

/** Ends a restriction, with the reason that the lawyer is told; its absences do not count again. Throws `not_found`, `wrong_state`. */
export async function liftRestriction(asked: {
  actor: StaffActor;
  id: number;
  input: { reason: string };
}): Promise<void> {
  const { actor, id, input } = asked;
  await transaction(async (t) => {
    const restriction = await Restriction.findByPk(id, { transaction: t, lock: t.LOCK.UPDATE });
    if (!restriction) throw new AppError('not_found');
    const now = clock.now();
    if (restriction.liftedAt !== null) throw new AppError('wrong_state', { message: '限制已经解除' });
    if (restriction.untilAt <= now) throw new AppError('wrong_state', { message: '限制已经期满' });
    const { lawyerId } = restriction;
    await restriction.update({ liftedAt: now, liftedBy: actor.name, liftReason: input.reason }, { transaction: t });
    const { name, licenceNo } = await readLawyer(lawyerId, t);
    const line = { action: 'restriction.lifted', targetKind: 'lawyer', targetId: lawyerId } as const;
    await writeAudit({ actor, ...line, target: `${name} ${licenceNo}`, detail: input.reason }, t);
    await tellOfRestriction({ lawyerId, news: `活动报名限制已解除：${input.reason}。` }, t);
  });
}
