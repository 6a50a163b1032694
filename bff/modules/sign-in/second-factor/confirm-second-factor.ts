import { Op } from 'sequelize';
import { AppError } from '../../../errors.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { transaction } from '../../../platform/db/database.ts';
import { writeAudit } from '../../audit/write-audit.ts';
import type { InSession, StaffActor } from '../../../actor.ts';
import { takeTry } from '../lockout.ts';
import { SecondFactor, Session } from '../../accounts/model.ts';
import { newRecoveryCodes, recoveryHash, shownRecoveryCode } from './recovery-codes.ts';
import { decryptSecret } from './second-factor-secret.ts';
import { stepOf } from './totp.ts';

/**
 * Puts the new secret in force by a code of it; answers ten recovery codes, which are stored as hashes only. Other
 * sessions of the account end: they were opened without. Throws `wrong_state` when none was begun, `invalid_fields`.
 */
export async function confirmSecondFactor({
  actor,
  code,
}: {
  actor: StaffActor & InSession;
  code: string;
}): Promise<string[]> {
  const { accountId } = actor;
  const account = `second factor of ${accountId}`;
  const attempt = await takeTry({ realm: 'staff', account, address: actor.address });
  const codes = newRecoveryCodes();
  const isRight = await transaction(async (t) => {
    const factor = await SecondFactor.findOne({ where: { accountId }, transaction: t, lock: t.LOCK.UPDATE });
    if (!factor?.pendingSecret) throw new AppError('wrong_state', { message: '请先扫描二维码' });
    const { pendingSecret: secret } = factor;
    const step = stepOf(decryptSecret(accountId, secret), code, clock.now());
    if (step === null) return false;
    const recovery = codes.map((plain) => recoveryHash(accountId, plain));
    const inForce = { secret, pendingSecret: null, confirmedAt: clock.now(), lastStep: step, recovery };
    await factor.update(inForce, { transaction: t });
    await Session.destroy({ where: { accountId, id: { [Op.ne]: actor.sessionId } }, transaction: t });
    await writeAudit(
      { actor, action: 'second-factor.enrolled', targetKind: 'account', targetId: accountId, target: actor.name },
      t,
    );
    return true;
  });
  if (isRight) {
    await attempt.succeeded();
    return codes.map(shownRecoveryCode);
  }
  const { isLockedNow } = await attempt.failed();
  if (isLockedNow) throw new AppError('locked', { message: '验证码连续输错5次，请15分钟后再试' });
  throw new AppError('invalid_fields', { fields: { code: '验证码不正确，请核对手机时间后输入新的验证码' } });
}
