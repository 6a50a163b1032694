import { maskPhone } from '../../../contract/text.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { transaction } from '../../../platform/db/database.ts';
import { writeAudit } from '../../audit/write-audit.ts';
import type { MemberActor } from '../../../actor.ts';
import { wrongCode } from './confirm-email.ts';
import { ConfirmedPhone } from '../../accounts/model.ts';
import { takeCode } from './sent-code.ts';
import { tellAccount } from './tell-account.ts';

/** Confirms the number to which the code was sent; it takes the place of the one before. Throws `invalid_fields`. */
export async function confirmPhone({ actor, code }: { actor: MemberActor; code: string }): Promise<void> {
  const { accountId } = actor;
  const number = await transaction(async (t) => {
    const taken = await takeCode({ accountId, purpose: 'phone', code, address: actor.address }, t);
    if (taken === null) return null;
    // As they stand before: who confirms another one does not silence the one that was.
    const detail = `账户信息中确认了用于找回密码的手机号 ${maskPhone(taken)}。`;
    await tellAccount({ actor, notice: 'contact_confirmed', detail }, t);
    await ConfirmedPhone.destroy({ where: { accountId }, transaction: t });
    await ConfirmedPhone.create({ accountId, number: taken, confirmedAt: clock.now() }, { transaction: t });
    await writeAudit(
      {
        actor,
        action: 'phone.confirmed',
        targetKind: 'account',
        targetId: accountId,
        target: actor.name,
        detail: maskPhone(taken),
      },
      t,
    );
    return taken;
  });
  if (number === null) throw wrongCode();
}
