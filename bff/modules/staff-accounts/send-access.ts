import type { Transaction } from 'sequelize';
import { DAY_MS } from '../../contract/dates.ts';
import { ACTIVATION_DAYS } from '../../contract/activation/enums.ts';
import { maskEmail } from '../../contract/text.ts';
import type { SentAccess } from '../../contract/accounts/replies.ts';
import { env } from '../../env.ts';
import { clock } from '../../platform/clock/clock.ts';
import { sendLater } from '../outbox/send-later.ts';
import type { Account } from '../accounts/model.ts';

/** Until when a temporary password that is made now is good. */
export const temporaryUntil = (): number => clock.now() + ACTIVATION_DAYS * DAY_MS;

/**
 * Mails a temporary password to the staff member's own address: whoever opened or reset the account does not see it.
 * Answers where it went, masked.
 */
export async function sendAccess(
  { account, password }: { account: Account; password: string },
  t: Transaction,
): Promise<SentAccess> {
  const { name, login, email } = account;
  const data = { applicant: name, login, url: `${env.PUBLIC_URL}/admin`, days: String(ACTIVATION_DAYS) };
  await sendLater({ recipient: email, template: 'staff_access', data, secret: { code: password } }, t);
  return { login, sentTo: maskEmail(email) };
}
