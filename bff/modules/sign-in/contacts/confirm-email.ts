import { maskEmail } from '../../../contract/text.ts';
import { AppError } from '../../../errors.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { transaction } from '../../../platform/db/database.ts';
import { writeAudit } from '../../audit/write-audit.ts';
import type { MemberActor } from '../../../actor.ts';
import { ConfirmedEmail } from '../../accounts/model.ts';
import { takeCode } from './sent-code.ts';
import { tellAccount } from './tell-account.ts';

/** Confirms the address to which the code was mailed; it takes the place of the one before. Throws `invalid_fields`. */
export async function confirmEmail({ actor, code }: { actor: MemberActor; code: string }): Promise<void> {
  const { accountId } = actor;
  const address = await transaction(async (t) => {
    const taken = await takeCode({ accountId, purpose: 'confirm', code, address: actor.address }, t);
    if (taken === null) return null;
    // As they stand before: who confirms another one does not silence the one that was.
    const detail = `账户信息中确认了用于找回密码的邮箱 ${maskEmail(taken)}。`;
    await tellAccount({ actor, notice: 'contact_confirmed', detail }, t);
    await ConfirmedEmail.destroy({ where: { accountId }, transaction: t });
    await ConfirmedEmail.create({ accountId, address: taken, confirmedAt: clock.now() }, { transaction: t });
    await writeAudit(
      {
        actor,
        action: 'email.confirmed',
        targetKind: 'account',
        targetId: accountId,
        target: actor.name,
        detail: maskEmail(taken),
      },
      t,
    );
    return taken;
  });
  if (address === null) throw wrongCode();
}

/** One sentence for wrong, used, expired and never sent. */
export const wrongCode = (): AppError =>
  new AppError('invalid_fields', { fields: { code: '验证码不正确或已失效，请核对或重新获取' } });
