import { keyedIndex } from '../../platform/crypto/sealed.ts';
import { transaction } from '../../platform/db/database.ts';
import { enqueue } from '../../platform/jobs/enqueue.ts';
import { countAgainst } from '../../platform/kv/rate-limit.ts';
import { CODE_MINUTES, mailCode } from './email-code.ts';
import { findAccount } from './find-account.ts';
import { Account, ConfirmedEmail } from './model.ts';

const byAddress = { name: 'reset-requests-address', limit: 20, windowMs: 60 * 60_000 };
const byLogin = { name: 'reset-requests-login', limit: 5, windowMs: 60 * 60_000 };

/**
 * Asks for a code to reset a forgotten password. Answers the same, after the same work, for every login: whether there
 * is an account with a confirmed address is found out by the job. Throws `too_many_requests`, for unknown logins alike.
 */
export async function requestReset({
  login,
  address,
}: {
  login: string;
  address: string;
}): Promise<{ minutes: number }> {
  await countAgainst(byAddress, address);
  await countAgainst(byLogin, keyedIndex('reset', login.toUpperCase()));
  const account = await findAccount('member', login);
  await transaction((t) => enqueue('send-reset-code', { accountId: account?.id ?? 0 }, { t }));
  return { minutes: CODE_MINUTES };
}

/** Mails the code, if there is an open account and an address that its owner has confirmed; otherwise nothing. */
export async function sendResetCode(accountId: number): Promise<void> {
  const account = await Account.findByPk(accountId);
  const confirmed = await ConfirmedEmail.findOne({ where: { accountId } });
  if (!account || account.isClosed || !confirmed) return;
  await transaction((t) => mailCode({ account, purpose: 'reset', address: confirmed.address }, t));
}
