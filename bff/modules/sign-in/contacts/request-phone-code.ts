import { HOUR_MS } from '../../../contract/dates.ts';
import type { CodeSent } from '../../../contract/accounts/endpoints.ts';
import { maskPhone } from '../../../contract/text.ts';
import { AppError } from '../../../errors.ts';
import { transaction } from '../../../platform/db/database.ts';
import { countAgainst } from '../../../platform/kv/rate-limit.ts';
import { hasSms } from '../../../platform/sms/sms.ts';
import type { InSession, MemberActor } from '../../../actor.ts';
import type { CodeBudget } from '../../outbox/model.ts';
import { takeText } from '../../outbox/texts/text-quota.ts';
import { contactsOf } from '../../registry/contacts/contacts-of.ts';
import { provePassword } from '../prove-password.ts';
import { CODE_MINUTES, sendCode } from './sent-code.ts';

/** Each costs money: nobody needs more. */
const requests = { name: 'phone-codes', limit: 5, windowMs: HOUR_MS };
/**
 * Sends a code to a number that the actor wants to confirm. The password is asked for: the number will be able to
 * replace it. Throws `invalid_fields`, `locked`, `too_many_requests`, `wrong_state` where no texts can be sent.
 */
export async function requestPhoneCode(request: {
  actor: MemberActor & InSession;
  number: string;
  password: string;
}): Promise<CodeSent> {
  const { actor, number, password } = request;
  if (!hasSms()) throw new AppError('wrong_state', { message: '本系统尚未开通短信，请改用邮箱' });
  await countAgainst(requests, String(actor.accountId));
  const account = await provePassword(actor, password, 'password');
  // Any number can be typed: only one that is known to be the member's uses up what is kept for its owner.
  const { phones } = await transaction((t) => contactsOf(account, t));
  const budget: CodeBudget = phones.includes(number) ? 'owner' : 'anyone';
  await takeText(number, budget);
  await transaction((t) => sendCode({ account, purpose: 'phone', to: { by: 'phone', number, budget } }, t));
  return { sentTo: maskPhone(number), minutes: CODE_MINUTES };
}
