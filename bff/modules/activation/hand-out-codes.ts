import type { Transaction } from 'sequelize';
import { AppError, refusalOf } from '../../errors.ts';
import { env } from '../../env.ts';
import { clock } from '../../platform/clock/clock.ts';
import { transaction } from '../../platform/db/database.ts';
import { hasTemplate } from '../../platform/sms/sms.ts';
import type { StaffActor } from '../../actor.ts';
import { sendLater } from '../outbox/send-later.ts';
import { textLater } from '../outbox/texts/text-later.ts';
import { takeText } from '../outbox/texts/text-quota.ts';
import { readSettledContacts } from '../registry/contacts/opening-contacts.ts';
import { issueCode, lastDayOf, type IssuedCode } from './activation-code.ts';
import { memberOf } from '../accounts/member-of.ts';

/** A code to be handed over at the counter, against the identity card. Throws what issueCode throws. */
export function handOverCode({ actor, accountId }: { actor: StaffActor; accountId: number }): Promise<IssuedCode> {
  return transaction((t) => issueCode({ actor, accountId, channel: 'counter' }, t));
}

/** What became of one account of many. */
export interface SendResult {
  accountId: number;
  /** Why nothing was sent; null: it was. */
  fault: string | null;
}

/**
 * Sends codes to the registered contacts of firms; each on its own, a refusal does not keep the others waiting. Lawyers'
 * codes go by letter or over the counter only (members.md, Signing in).
 */
export async function sendActivations(sending: {
  actor: StaffActor;
  accountIds: number[];
  by: 'email' | 'sms';
}): Promise<SendResult[]> {
  const { actor, by } = sending;
  const results: SendResult[] = [];
  for (const accountId of new Set(sending.accountIds)) {
    const fault = await refusalOf(() => transaction((t) => send({ actor, accountId, by }, t)));
    results.push({ accountId, fault });
  }
  return results;
}

async function send(one: { actor: StaffActor; accountId: number; by: 'email' | 'sms' }, t: Transaction): Promise<void> {
  const { by } = one;
  const { account, code, expiresAt } = await issueCode({ ...one, channel: by }, t);
  const { kind, id } = memberOf(account);
  if (kind === 'lawyer') throw refused('律师的开通码只能寄给本人，或当面核对身份证后交给本人');
  const { phone, email } = await readSettledContacts({ kind, id }, t);
  if (by === 'sms') {
    if (!hasTemplate('activation')) throw refused('本系统尚未开通发送开通码的短信');
    if (phone === null) throw refused('没有登记手机号，或手机号变更未满7天');
    await takeText(phone, 'owner');
    const params = { minutes: lifetime(expiresAt) };
    await textLater({ number: phone, template: 'activation_text', budget: 'owner', params, code }, t);
    return;
  }
  if (email === null) throw refused('没有登记邮箱，或邮箱变更未满7天');
  const data = {
    applicant: account.name,
    login: account.login,
    until: lastDayOf(clock.now()),
    url: `${env.PUBLIC_URL}/activate`,
  };
  await sendLater({ recipient: email, template: 'activation_code', data, secret: { code } }, t);
}

const refused = (message: string) => new AppError('wrong_state', { message });
const lifetime = (expiresAt: number) => String(Math.floor((expiresAt - clock.now()) / 60_000));
