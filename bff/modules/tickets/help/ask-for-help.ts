import { DAY_MS, HOUR_MS } from '../../../contract/dates.ts';
import type { CodeAsked } from '../../../contract/accounts/endpoints.ts';
import type { AskForHelpParsed } from '../../../contract/help/schemas.ts';
import { maskPhone } from '../../../contract/text.ts';
import { AppError } from '../../../errors.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { transaction } from '../../../platform/db/database.ts';
import { enqueue } from '../../../platform/jobs/enqueue.ts';
import { countAgainst, isWithin } from '../../../platform/kv/rate-limit.ts';
import { networkOf } from '../../../platform/network.ts';
import { hasSms } from '../../../platform/sms/sms.ts';
import { findAccount } from '../../accounts/find-account.ts';
import { mayTakeText } from '../../outbox/texts/text-quota.ts';
import { codeTicketFor } from '../../sign-in/contacts/code-ticket.ts';
import { CODE_MINUTES } from '../../sign-in/contacts/sent-code.ts';
import { askForText } from '../../sign-in/contacts/text-wait.ts';
import { HelpRequest } from './model.ts';
import { sendHelpCode, takeHelpCode } from './help-code.ts';

const byAddress = { name: 'help-codes-address', limit: 120, windowMs: HOUR_MS };
/**
 * Limits the texts for all askers together: each costs the association money, and one asker may use any number of networks.
 */
const byAll = { name: 'help-codes-all', limit: 600, windowMs: HOUR_MS };
const BUSY = '现在获取验证码的人太多，请稍后再试，或拨打服务热线';
const byNumber = { name: 'help-codes-number', limit: 5, windowMs: HOUR_MS };
const asksByAddress = { name: 'help-asks-address', limit: 20, windowMs: HOUR_MS };
/**
 * Limits the requests for one member: from one telephone, and from all together. Beyond the limit no ticket is made, and
 * the answer does not tell. A stranger uses up the tries of a telephone of their own, not those of the member.
 */
const byAsker = { name: 'help-asks-asker', limit: 3, windowMs: DAY_MS };
const toAccount = { name: 'help-asks-account', limit: 12, windowMs: DAY_MS };

/**
 * Sends a code to the telephone of somebody who asks for help. Answers the same where the number has had as many texts as it
 * may: a stranger who has a member's code sent would else learn whose telephone it is. Throws `too_many_requests`,
 * `wrong_state` where no texts can be sent: then the telephone of the association is the way.
 */
export async function requestHelpCode(asked: {
  number: string;
  codeTicket?: string | undefined;
  address: string;
}): Promise<CodeAsked> {
  const { number, address } = asked;
  if (!hasSms()) throw new AppError('wrong_state', { message: '本系统尚未开通短信，请拨打服务热线' });
  await countAgainst(byAddress, address);
  const codeTicket = codeTicketFor(asked.codeTicket);
  const { isNext, waitSeconds } = await askForText(`help:${networkOf(address)}:${number}`, byNumber);
  if (isNext && (await mayTakeText(number, 'anyone'))) {
    if (!(await isWithin(byAll, 'all'))) throw new AppError('too_many_requests', { message: BUSY });
    await transaction((t) => sendHelpCode({ number, codeTicket }, t));
  }
  return { minutes: CODE_MINUTES, waitSeconds, codeTicket };
}

/**
 * 求助: what somebody asks who cannot sign in. Answers the same, after the same work, for every number: whose it is is seen by
 * the job. Throws `invalid_fields` for a wrong code, `too_many_requests`.
 */
export async function askForHelp({ input, address }: { input: AskForHelpParsed; address: string }): Promise<void> {
  const { login, reason, number, code, codeTicket = '' } = input;
  await countAgainst(asksByAddress, address);
  if (!(await takeHelpCode({ number, code, codeTicket }))) {
    throw new AppError('invalid_fields', { fields: { code: '验证码不正确或已过期，请重新获取' } });
  }
  const account = await findAccount('member', login);
  const member = String(account?.id ?? login.toUpperCase());
  const mayAsk = (await isWithin(byAsker, `${member}:${number}`)) && (await isWithin(toAccount, member));
  await transaction(async (t) => {
    const row = {
      accountId: account && mayAsk ? account.id : null,
      phoneMasked: maskPhone(number),
      reason,
      address,
      askedAt: clock.now(),
    };
    const { id } = await HelpRequest.create(row, { transaction: t });
    await enqueue('open-help-ticket', { helpRequestId: id }, { t });
  });
}
