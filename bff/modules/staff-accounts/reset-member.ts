import type { Transaction } from 'sequelize';
import { CONTACT_FIELDS, CONTACT_HOLD_DAYS, type ContactField } from '../../contract/activation/enums.ts';
import type { Waiting } from '../../contract/two-person/replies.ts';
import type { SentReset } from '../../contract/staff/endpoints.ts';
import type { SubjectKind } from '../../contract/registry/enums.ts';
import { maskEmail, maskPhone } from '../../contract/text.ts';
import { AppError } from '../../errors.ts';
import { DAY_MS } from '../../contract/dates.ts';
import { transaction } from '../../platform/db/database.ts';
import { isWithin } from '../../platform/kv/rate-limit.ts';
import { hasSms } from '../../platform/sms/sms.ts';
import { writeAudit } from '../audit/write-audit.ts';
import { sendNotice } from '../outbox/send-notice.ts';
import { takeText } from '../outbox/texts/text-quota.ts';
import { passwordMark } from './return-member-account.ts';
import { readLastChange, whoChanged } from '../registry/contacts/former-contacts.ts';
import { readHeldContacts, readSettledContacts } from '../registry/contacts/opening-contacts.ts';
import { requestChange } from '../two-person/request-change.ts';
import type { StaffActor } from '../../actor.ts';
import { contactsOf } from '../registry/contacts/contacts-of.ts';
import { memberOf } from '../accounts/member-of.ts';
import { Account } from '../accounts/model.ts';
import { CODE_MINUTES, sendCode, type Destination } from '../sign-in/contacts/sent-code.ts';

/**
 * By one of the staff for one member. Each is told to every contact, by text three times a day at most: more would keep
 * what the member has to know waiting behind them. A colleague has tries of his or her own.
 */
const A_DAY = { name: 'member-resets', limit: 3, windowMs: DAY_MS };

interface Reset {
  actor: StaffActor;
  kind: SubjectKind;
  id: number;
  reason: string;
  by: ContactField | 'activation';
}

/**
 * Helps a member in who has forgotten the password, without the one who does it holding what opens the account: a code
 * goes to a registered contact, never to one that the same person has changed; or, where none is in the member's hands, a
 * second person is asked to take the account back to its first use, for which a colleague then hands out the code. Every
 * contact is told. Until then the password stays good. Throws `not_found`, `wrong_state` in words,
 * `too_many_requests`.
 */
export async function resetMemberPassword(reset: Reset): Promise<SentReset | Waiting> {
  const { kind, id, by } = reset;
  return transaction(async (t) => {
    const where = kind === 'firm' ? { firmId: id } : { lawyerId: id };
    const account = await Account.findOne({ where, transaction: t, lock: t.LOCK.UPDATE });
    if (!account) throw new AppError('not_found');
    if (account.isClosed) throw refused('该会员已注销，不能重置密码');
    if (account.passwordHash === null) throw refused('该账号尚未开通，请发放开通码');
    return by === 'activation' ? askToReturn({ ...reset, account }, t) : send({ ...reset, by }, account, t);
  });
}

async function send(reset: Reset & { by: ContactField }, account: Account, t: Transaction): Promise<SentReset> {
  const { actor, reason, by } = reset;
  const { to, sentTo } = await readDestination(reset, account, t);
  await limit(actor, account);
  if (to.by === 'phone') await takeText(to.number, to.budget);
  await sendCode({ account, purpose: 'reset', to }, t);
  const { name, login } = account;
  await writeAudit(
    {
      actor,
      action: 'password.code-sent',
      targetKind: 'account',
      targetId: account.id,
      target: `${name}（${login}）`,
      detail: `${CONTACT_FIELDS[by]} ${sentTo}：${reason}`,
    },
    t,
  );
  const detail = `协会工作人员应申请，将重设账号 ${login} 密码的验证码发到了登记的${CONTACT_FIELDS[by]} ${sentTo}。`;
  const contacts = await contactsOf(account, t);
  // However long ago it was changed: the one before may be its owner's, and this is the last moment to object.
  const before = (await readLastChange(memberOf(account), by, t))?.value ?? '';
  const told = by === 'phone' ? { phones: [...contacts.phones, before] } : { emails: [...contacts.emails, before] };
  await sendNotice({ contacts: { ...contacts, ...told }, name, notice: 'reset', detail }, t);
  return { sentTo, minutes: CODE_MINUTES };
}

/** Where the code goes. Who has changed a contact does not send codes to it: one person would be both. */
async function readDestination(
  { actor, by }: { actor: StaffActor; by: ContactField },
  account: Account,
  t: Transaction,
): Promise<{ to: Destination; sentTo: string }> {
  const member = memberOf(account);
  const contacts = await readSettledContacts(member, t);
  const address = contacts[by];
  const label = CONTACT_FIELDS[by];
  if (by === 'phone' && !hasSms()) throw refused('本系统尚未开通短信，请改用邮件或开通码');
  if (address === null) {
    throw refused(`没有登记${label}，或${label}变更未满${CONTACT_HOLD_DAYS}天，请改用其他方式`);
  }
  if ((await whoChanged(member, by, t)) === actor.accountId) {
    throw refused(`登记的${label}是您登记或修改的，须由另一位工作人员发送，或改用开通码`);
  }
  return by === 'phone'
    ? { to: { by, number: address, budget: 'owner' }, sentTo: maskPhone(address) }
    : { to: { by, address }, sentTo: maskEmail(address) };
}

/** Asks that an account be taken back to before its first use. Throws `wrong_state`, `too_many_requests`. */
export async function askToReturn(
  { actor, account, reason }: { actor: StaffActor; account: Account; reason: string },
  t: Transaction,
): Promise<Waiting> {
  const { id: accountId, name, login, passwordHash } = account;
  if (passwordHash === null) throw refused('该账号尚未开通');
  await limit(actor, account);
  const held = await readHeldContacts(memberOf(account), t);
  const changed = held.map(({ field }) => `；${CONTACT_FIELDS[field]}${CONTACT_HOLD_DAYS}天内改过`).join('');
  const asked = { kind: 'member_reset', payload: { accountId, login, password: passwordMark(passwordHash) } } as const;
  const words = { before: '凭现有密码登录', after: `退回开通前，凭开通码重新开通（${reason}${changed}）` };
  const waiting = await requestChange({ actor, ...asked, target: `${name}（${login}）`, ...words }, t);
  const detail = `协会工作人员申请将账号 ${login} 退回开通前，须另一人确认后生效；此前原密码照常使用。不是您本人要求的，请立即与协会联系。`;
  await sendNotice({ contacts: await contactsOf(account, t), name, notice: 'reset_asked', detail }, t);
  return { waiting };
}

async function limit(actor: StaffActor, account: Account): Promise<void> {
  if (await isWithin(A_DAY, `${actor.accountId}:${account.id}`)) return;
  const message = `您今天已为该会员办理${A_DAY.limit}次，请由另一位工作人员办理，或明天再试`;
  throw new AppError('too_many_requests', { message });
}

const refused = (message: string) => new AppError('wrong_state', { message });
