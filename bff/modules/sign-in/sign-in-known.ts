import { AppError } from '../../errors.ts';
import { randomToken } from '../../platform/crypto/tokens.ts';
import { describeDevice } from '../../platform/user-agent/device.ts';
import { Account } from '../accounts/model.ts';
import { showSession } from './show-session.ts';
import { startSession, TOKEN_BITS, type SignedIn, type WithSession } from './sign-in.ts';

/**
 * Starts a session of a member who has proved who he or she is in another way than by password. Throws `forbidden` for
 * a closed account, `unopened` for one that is to be opened anew, and `not_found` for staff: they have passwords.
 */
export async function signInKnown(input: {
  accountId: number;
  address: string;
  /** User agent. */
  device: string;
  /** What the way in is told of an account that was taken back to before its first use: that nothing is bound to it. */
  unopened: 'wechat_not_bound' | 'oidc_not_bound';
  inSameTransaction: WithSession;
}): Promise<SignedIn> {
  const account = await Account.findByPk(input.accountId);
  if (!account || account.kind === 'staff') throw new AppError('not_found');
  // Taken back to before its first use: nothing signs it in.
  if (account.passwordHash === null) throw new AppError(input.unopened);
  if (account.isClosed) throw new AppError('forbidden', { message: '该账号已停用，如有疑问请与协会联系' });
  const token = randomToken(TOKEN_BITS);
  const device = describeDevice(input.device);
  const actor = await startSession(account, { token, address: input.address, device }, input.inSameTransaction);
  return { token, accountId: account.id, reply: await showSession({ actor }) };
}
