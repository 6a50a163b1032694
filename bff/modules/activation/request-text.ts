import { HOUR_MS } from '../../contract/dates.ts';
import type { CodeAsked } from '../../contract/accounts/endpoints.ts';
import { AppError } from '../../errors.ts';
import { transaction } from '../../platform/db/database.ts';
import { enqueue } from '../../platform/jobs/enqueue.ts';
import { countAgainst } from '../../platform/kv/rate-limit.ts';
import { networkOf } from '../../platform/network.ts';
import { hasSms } from '../../platform/sms/sms.ts';
import { findAccount } from '../accounts/find-account.ts';
import { findUnopened } from '../accounts/first-use.ts';
import { mayTakeText } from '../outbox/texts/text-quota.ts';
import { CODE_MINUTES, sendCode } from '../sign-in/contacts/sent-code.ts';
import { isLastSixOf } from '../registry/contacts/opening-contacts.ts';
import { memberOf } from '../accounts/member-of.ts';
import { codeTicketFor, hashCodeTicket } from '../sign-in/contacts/code-ticket.ts';
import { askForText } from '../sign-in/contacts/text-wait.ts';
import { readAccountMobile } from './account-mobile.ts';

const byNetwork = { name: 'activation-texts-network', limit: 120, windowMs: HOUR_MS };
const byLogin = { name: 'activation-texts-login', limit: 10, windowMs: HOUR_MS };

/**
 * Asks for a code to the registered mobile, to set the first password by. Answers the same, after the same work, for
 * every login: whether there is an account that nobody has opened, and a mobile, is found out by the job. Within a
 * minute of a text nothing is sent. Throws `too_many_requests`, `wrong_state` where no texts can be sent.
 */
export async function requestText({
  login,
  lastSix,
  codeTicket: own,
  address,
}: {
  login: string;
  lastSix: string;
  /** What somebody was given who has asked before. */
  codeTicket?: string | undefined;
  address: string;
}): Promise<CodeAsked> {
  if (!hasSms()) throw new AppError('wrong_state', { message: '本系统尚未开通短信，请使用协会发放的开通码' });
  await countAgainst(byNetwork, address);
  const account = await findAccount('member', login);
  // By network too: a stranger uses up nothing of the owner's. By what was typed: two names that share a countdown would
  // be found to be one account's.
  const whose = `${login.toUpperCase()}:${networkOf(address)}`;
  // Known already, so that no job has to carry what was typed of an identity number.
  const isKnown = account?.kind === 'firm' || (await isLastSixOf(account?.lawyerId ?? 0, lastSix));
  // With the last six: who has mistyped them waits for no text that never was sent.
  const { isNext, waitSeconds } = await askForText(`activation:${whose}:${lastSix}`, byLogin, `activation:${whose}`);
  const accountId = isKnown && account ? account.id : 0;
  const codeTicket = codeTicketFor(own);
  const payload = { accountId, codeTicketHash: hashCodeTicket(codeTicket) };
  if (isNext) await transaction((t) => enqueue('send-activation-text', payload, { t }));
  return { minutes: CODE_MINUTES, waitSeconds, codeTicket };
}

/** Sends the code, if the account is still to be opened and has a mobile that may open it; otherwise nothing. */
export async function sendActivationText({
  accountId,
  codeTicketHash,
}: {
  accountId: number;
  codeTicketHash?: string | undefined;
}): Promise<void> {
  const account = await findUnopened(accountId);
  if (!account) return;
  const number = await readAccountMobile({ accountId, member: memberOf(account) });
  if (number === null || !(await mayTakeText(number, 'anyone'))) return;
  const to = { by: 'phone', number, budget: 'anyone', codeTicketHash } as const;
  await transaction((t) => sendCode({ account, purpose: 'activate', to }, t));
}
