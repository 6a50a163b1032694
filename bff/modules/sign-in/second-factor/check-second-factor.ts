import { Op } from 'sequelize';
import { nameAndLogin } from '../../accounts/name-and-login.ts';
import { AppError } from '../../../errors.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { transaction } from '../../../platform/db/database.ts';
import { writeAudit } from '../../audit/write-audit.ts';
import { takeTry } from '../lockout.ts';
import { SecondFactor, type Account } from '../../accounts/model.ts';
import { recoveryHash } from './recovery-codes.ts';
import { decryptSecret } from './second-factor-secret.ts';
import { stepOf } from './totp.ts';

/**
 * Asks for the second factor of an account that has one; call it after the password was right. Each code opens once.
 * Throws `second_factor_required` without a code or for a wrong one, `locked` after five wrong ones.
 */
export async function checkSecondFactor(account: Account, code: string | undefined, address: string): Promise<void> {
  const factor = await SecondFactor.findOne({ where: { accountId: account.id, confirmedAt: { [Op.ne]: null } } });
  if (!factor) return;
  if (code === undefined) throw new AppError('second_factor_required');
  const attempt = await takeTry({ realm: 'staff', account: `second factor of ${account.id}`, address });
  if ((await takeCode(factor, code)) || (await takeRecoveryCode(account, code, address))) return attempt.succeeded();
  const { isLockedNow } = await attempt.failed();
  if (isLockedNow) throw new AppError('locked', { message: '验证码连续输错5次，请15分钟后再试' });
  throw new AppError('second_factor_required', { message: '验证码不正确或已使用过，请等待新的验证码' });
}

/** The step is noted where it is later than the last one: of two who use one code at once, one is refused. */
async function takeCode({ accountId, secret }: SecondFactor, code: string): Promise<boolean> {
  const step = secret === null ? null : stepOf(decryptSecret(accountId, secret), code, clock.now());
  if (step === null) return false;
  const [taken] = await SecondFactor.update({ lastStep: step }, { where: { accountId, lastStep: { [Op.lt]: step } } });
  return taken > 0;
}

async function takeRecoveryCode(account: Account, code: string, address: string): Promise<boolean> {
  const hash = recoveryHash(account.id, code);
  return transaction(async (t) => {
    const factor = await SecondFactor.findOne({
      where: { accountId: account.id },
      transaction: t,
      lock: t.LOCK.UPDATE,
    });
    if (!factor?.recovery.includes(hash)) return false;
    const left = factor.recovery.filter((other) => other !== hash);
    await factor.update({ recovery: left }, { transaction: t });
    await writeAudit(
      {
        actor: { accountId: account.id, name: account.name, address },
        action: 'second-factor.recovery-used',
        targetKind: 'account',
        targetId: account.id,
        target: nameAndLogin(account),
        detail: `剩余${left.length}个`,
      },
      t,
    );
    return true;
  });
}
