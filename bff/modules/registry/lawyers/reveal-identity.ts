import { AppError } from '../../../errors.ts';
import { transaction } from '../../../platform/db/database.ts';
import type { StaffActor } from '../../../actor.ts';
import { writeAudit } from '../../audit/write-audit.ts';
import { notePersonalView } from '../../views/note-view.ts';
import { nameAndNumber } from './create-lawyer.ts';
import { decryptIdentity } from '../facts/identity.ts';
import { Lawyer } from '../model.ts';

/** The whole identity number, for a reason that goes into the audit log with the look. Throws `not_found`. */
export async function revealIdentity({
  actor,
  id,
  reason,
}: {
  actor: StaffActor;
  id: number;
  reason: string;
}): Promise<{ identityNumber: string }> {
  return transaction(async (t) => {
    const lawyer = await Lawyer.findByPk(id, { transaction: t, rejectOnEmpty: new AppError('not_found') });
    await notePersonalView({ actor, lawyerId: id, part: 'identity', reason }, t);
    await writeAudit(
      {
        actor,
        action: 'lawyer.identity-revealed',
        targetKind: 'lawyer',
        targetId: id,
        target: nameAndNumber(lawyer),
        detail: `查看事由：${reason}`,
      },
      t,
    );
    return { identityNumber: decryptIdentity(lawyer) };
  });
}
