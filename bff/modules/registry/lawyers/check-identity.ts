import type { FirmActor } from '../../../actor.ts';
import { IDENTITY_CHECKS_A_DAY } from '../../../contract/registry/enums.ts';
import type { CheckedIdentity } from '../../../contract/registry/replies.ts';
import { AppError } from '../../../errors.ts';
import { transaction } from '../../../platform/db/database.ts';
import { writeAudit } from '../../audit/write-audit.ts';
import { countViewsToday } from '../../views/list-views.ts';
import { notePersonalView } from '../../views/note-view.ts';
import { isIdentityOf } from '../facts/find-by-licence.ts';
import { nameAndNumber } from './create-lawyer.ts';
import { lockLawyer } from './match-identity.ts';

/**
 * Tells a firm whether a number is that of one of its lawyers, and no more: a few tries a lawyer a day, whoever of the firm
 * makes them, each in the log and for the lawyer to read. Throws `not_found`, `too_many_requests`.
 */
export async function checkIdentity(asked: {
  actor: FirmActor;
  id: number;
  identityNumber: string;
}): Promise<CheckedIdentity> {
  const { actor, id, identityNumber } = asked;
  return transaction(async (t) => {
    const lawyer = await lockLawyer(id, t);
    if (lawyer.firmId !== actor.firmId) throw new AppError('not_found');
    const made = await countViewsToday(id, 'identity_check', t);
    if (made >= IDENTITY_CHECKS_A_DAY) {
      throw new AppError('too_many_requests', {
        message: `该律师的证件号码今天已核对${IDENTITY_CHECKS_A_DAY}次，请明天再试`,
      });
    }
    const matches = isIdentityOf(lawyer, identityNumber);
    const said = matches ? '一致' : '不一致';
    const reason = `律所核对证件号码，结果为${said}`;
    await notePersonalView({ actor, lawyerId: id, part: 'identity_check', reason }, t);
    const line = { action: 'lawyer.identity-checked', targetKind: 'lawyer', targetId: id } as const;
    await writeAudit({ actor, ...line, target: nameAndNumber(lawyer), detail: said }, t);
    return { matches, left: IDENTITY_CHECKS_A_DAY - made - 1 };
  });
}
