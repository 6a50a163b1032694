import { nameAndLogin } from '../accounts/name-and-login.ts';
import { AppError } from '../../errors.ts';
import { transaction } from '../../platform/db/database.ts';
import type { FirmActor } from '../../actor.ts';
import { noteRequest } from '../accounts/first-use.ts';
import { writeAudit } from '../audit/write-audit.ts';
import { isLawyerOf } from '../registry/facts/find-by-licence.ts';

/**
 * A firm asks that one of its lawyers be sent an activation code, by letter to the lawyer by name. The firm is answered
 * the same whether the account has been opened or not, and never sees the code. Throws `not_found` for other lawyers.
 */
export async function requestForLawyer({ actor, lawyerId }: { actor: FirmActor; lawyerId: number }): Promise<void> {
  await transaction(async (t) => {
    if (!(await isLawyerOf({ firmId: actor.firmId, lawyerId }, t))) throw new AppError('not_found');
    const account = await noteRequest(lawyerId, t);
    if (!account) return;
    const target = nameAndLogin(account);
    await writeAudit({ actor, action: 'activation.requested', targetKind: 'account', targetId: account.id, target }, t);
  });
}
