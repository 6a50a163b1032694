import type { Transaction } from 'sequelize';
import { CONFIRMED_CHANGES, MEMBER_CHANGE_DAYS } from '../../contract/activation/enums.ts';
import { HOLD_HOURS, type Held, type HoldReason } from '../../contract/accounts/holds.ts';
import { DAY_MS, HOUR_MS } from '../../contract/dates.ts';
import { isMobile } from '../../contract/text.ts';
import { clock } from '../../platform/clock/clock.ts';
import { endHolds, startHold } from '../accounts/hold.ts';
import type { UnopenedAccount } from '../accounts/first-use.ts';
import { memberOf } from '../accounts/member-of.ts';
import { contactsOf } from '../registry/contacts/contacts-of.ts';
import { hadOtherContacts } from '../registry/contacts/former-contacts.ts';
import { readUnconfirmed } from '../registry/contacts/member-changes.ts';
import { doubtHead } from './doubt-head.ts';
import type { ActivationCode } from './model.ts';

/** What was changed then is young. */
export const youngAfter = (now: number): number => now - MEMBER_CHANGE_DAYS * DAY_MS;

/**
 * Holds an account that is being opened, where one of the staff alone could be behind it (ADR 0028); answers until when,
 * or null: it is not held.
 * @param code the activation code that opens it; null: a text to its mobile, or WeChat's word for that, does
 */
export async function holdOpened(
  { account, code }: { account: UnopenedAccount; code: ActivationCode | null },
  t: Transaction,
): Promise<Held | null> {
  const accountId = account.id;
  await endHolds({ accountId, endedByName: account.name }, t);
  const doubt = await doubtOf({ account, code }, t);
  if (!doubt) return null;
  const { reason, by } = doubt;
  const until = reason === 'code' ? clock.now() + HOLD_HOURS * HOUR_MS : null;
  const issued = { issuedBy: code?.issuedBy ?? by, issuedByName: code?.issuedByName ?? '' };
  await startHold({ accountId, reason, heldUntil: until, ...issued }, t);
  return { reason, until };
}

/** Why one of the staff alone could be behind it, and who where it is nobody's code; null: nobody could. */
async function doubtOf(
  { account, code }: { account: UnopenedAccount; code: ActivationCode | null },
  t: Transaction,
): Promise<{ reason: HoldReason; by: number | null } | null> {
  const of = (reason: HoldReason) => ({ reason, by: null });
  const member = memberOf(account);
  // Young when the code was handed out, or since: a code is good for longer than a change is young.
  const after = youngAfter(code?.issuedAt ?? clock.now());
  const changes = await readUnconfirmed(member, { after, fields: CONFIRMED_CHANGES }, t);
  if (changes.length > 0) return of('change');
  if (!code) return doubtHead(member, t);
  const entered = await readUnconfirmed(member, { after, fields: ['entered'] }, t);
  if (entered.some(({ changedBy }) => changedBy === code.issuedBy)) return of('entered');
  if (code.channel !== 'letter' && code.channel !== 'counter') return null;
  return of((await isNobodyTold(account, t)) ? 'untold' : 'code');
}

/** Whether staff have taken away every contact that would be told: three quiet days say nothing then. */
async function isNobodyTold(account: UnopenedAccount, t: Transaction): Promise<boolean> {
  const { phones, emails } = await contactsOf(account, t);
  if (phones.some(isMobile) || emails.some((address) => address !== '')) return false;
  return hadOtherContacts(memberOf(account), t);
}
