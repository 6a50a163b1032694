import { DAY_MS, HOUR_MS } from '../../../contract/dates.ts';
import type { CodeSent } from '../../../contract/accounts/endpoints.ts';
import { maskPhone } from '../../../contract/text.ts';
import { AppError } from '../../../errors.ts';
import { keyedIndex } from '../../../platform/crypto/sealed.ts';
import { transaction } from '../../../platform/db/database.ts';
import { countAgainst } from '../../../platform/kv/rate-limit.ts';
import { hasSms } from '../../../platform/sms/sms.ts';
import type { InSession, MemberActor } from '../../../actor.ts';
import { provePassword } from '../prove-password.ts';
import { CODE_MINUTES, sendCode } from './sent-code.ts';

/** Each costs money: nobody needs more. */
const requests = { name: 'phone-codes', limit: 5, windowMs: HOUR_MS };
/**
 * Each below the limits of the provider (one in thirty seconds, five an hour, ten a day), so that members hear of it here
 * and in words; with notices both together may exceed them, and then a text is refused and shown as 发送失败. What
 * strangers may have sent to a number, without signing in, counts apart from what its owner asks for: neither uses the
 * other up, and nobody learns from the one whether the other has happened.
 */
export const toNumber = {
  owner: [
    { name: 'phone-codes-minute', limit: 1, windowMs: 60_000 },
    { name: 'phone-codes-hour', limit: 4, windowMs: HOUR_MS },
    { name: 'phone-codes-day', limit: 5, windowMs: DAY_MS },
  ],
  anyone: [
    { name: 'phone-codes-anyone-minute', limit: 1, windowMs: 60_000 },
    { name: 'phone-codes-anyone-hour', limit: 3, windowMs: HOUR_MS },
    { name: 'phone-codes-anyone-day', limit: 5, windowMs: DAY_MS },
  ],
};

/** Counts one text to a number. Throws `too_many_requests`: a number is not to be bombarded. */
export async function countText(number: string, asker: keyof typeof toNumber): Promise<void> {
  const key = keyedIndex('phone-codes', number);
  for (const limit of toNumber[asker]) await countAgainst(limit, key);
}

/** Whether a job may send one that anyone may ask for: who asked too often has been answered, and the last is still good. */
export const mayTextAnyone = (number: string): Promise<boolean> =>
  countText(number, 'anyone').then(
    () => true,
    (fault: unknown) => {
      if (fault instanceof AppError) return false;
      throw fault;
    },
  );

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
  await countText(number, 'owner');
  await transaction((t) => sendCode({ account, purpose: 'phone', to: { by: 'phone', number } }, t));
  return { sentTo: maskPhone(number), minutes: CODE_MINUTES };
}
