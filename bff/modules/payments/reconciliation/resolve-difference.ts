import { AppError } from '../../../errors.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { transaction } from '../../../platform/db/database.ts';
import type { StaffActor } from '../../../actor.ts';
import { writeAudit } from '../../audit/write-audit.ts';
import { PaymentDifference } from '../model.ts';

/** Notes how a difference was settled. Throws `not_found`, `wrong_state` for one that is. */
export async function resolveDifference(settled: {
  actor: StaffActor;
  id: number;
  note: string;
}): Promise<PaymentDifference> {
  const { actor, id, note } = settled;
  return transaction(async (t) => {
    const difference = await PaymentDifference.findByPk(id, { transaction: t, lock: t.LOCK.UPDATE });
    if (!difference) throw new AppError('not_found');
    if (difference.resolvedAt !== null) throw new AppError('wrong_state');
    await difference.update({ resolvedAt: clock.now(), resolvedByName: actor.name, note }, { transaction: t });
    await writeAudit(
      {
        actor,
        action: 'payment.difference-resolved',
        targetKind: 'payment',
        targetId: id,
        target: difference.outTradeNo || difference.billOn,
        detail: note,
      },
      t,
    );
    return difference;
  });
}
