import QRCode from 'qrcode';
import type { SecondFactorSetup } from '../../../contract/staff/endpoints.ts';
import { AppError } from '../../../errors.ts';
import { transaction } from '../../../platform/db/database.ts';
import { readSettings } from '../../settings/read-settings.ts';
import type { InSession, StaffActor } from '../../../actor.ts';
import { SecondFactor } from '../../accounts/model.ts';
import { provePassword } from '../prove-password.ts';
import { encryptSecret } from './second-factor-secret.ts';
import { enrolUrl, newSecret } from './totp.ts';

/**
 * Makes a new secret for an authenticator app; the one in force, if any, stays until a code of the new one is typed.
 * Throws `invalid_fields` for a wrong password, `password_change_required` while it is the temporary one.
 */
export async function startSecondFactor({
  actor,
  password,
}: {
  actor: StaffActor & InSession;
  password: string;
}): Promise<SecondFactorSetup> {
  const account = await provePassword(actor, password, 'password');
  if (account.isTemporary) throw new AppError('password_change_required');
  const { association } = await readSettings();
  const secret = newSecret();
  const pendingSecret = encryptSecret(account.id, secret);
  await transaction(async (t) => {
    const fresh = { secret: null, confirmedAt: null, lastStep: 0, recovery: [] };
    const [factor] = await SecondFactor.findOrCreate({
      where: { accountId: account.id },
      defaults: { accountId: account.id, pendingSecret, ...fresh },
      transaction: t,
    });
    await factor.update({ pendingSecret }, { transaction: t });
  });
  const url = enrolUrl(secret, { association, login: account.login });
  return { secret, url, qr: await QRCode.toString(url, { type: 'svg', margin: 2 }) };
}
