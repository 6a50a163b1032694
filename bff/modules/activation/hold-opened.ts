import type { Transaction } from 'sequelize';
import { MEMBER_CHANGE_DAYS } from '../../contract/activation/enums.ts';
import { HOLD_HOURS, type Held, type HoldReason } from '../../contract/accounts/holds.ts';
import { DAY_MS, HOUR_MS } from '../../contract/dates.ts';
import { clock } from '../../platform/clock/clock.ts';
import { endHolds, startHold } from '../accounts/hold.ts';
import type { UnopenedAccount } from '../accounts/first-use.ts';
import { memberOf } from '../accounts/member-of.ts';
import { findHead, loadMember } from '../registry/contacts/opening-contacts.ts';
import { readUnconfirmed } from '../registry/contacts/member-changes.ts';
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
  const reason = await reasonToHold({ account, code }, t);
  if (!reason) return null;
  const until = reason === 'code' ? clock.now() + HOLD_HOURS * HOUR_MS : null;
  const issued = { issuedBy: code?.issuedBy ?? null, issuedByName: code?.issuedByName ?? '' };
  await startHold({ accountId, reason, heldUntil: until, ...issued }, t);
  return { reason, until };
}

async function reasonToHold(
  { account, code }: { account: UnopenedAccount; code: ActivationCode | null },
  t: Transaction,
): Promise<HoldReason | null> {
  // Young when the code was handed out, or since: a code is good for longer than a change is young.
  const after = youngAfter(code?.issuedAt ?? clock.now());
  const changes = await readUnconfirmed(memberOf(account), { after }, t);
  if (changes.some(({ field }) => field !== 'entered')) return 'change';
  if (!code) return (await isHeadNewcomer(account, t)) ? 'entered' : null;
  if (changes.some(({ changedBy }) => changedBy === code.issuedBy)) return 'entered';
  return code.channel === 'letter' || code.channel === 'counter' ? 'code' : null;
}

/**
 * Whether a firm is opened through a head whom one of the staff entered when the firm had long been there: who makes up a
 * lawyer of that name, with a mobile of his own, would be in. Those who were entered with their firm are its first data.
 */
async function isHeadNewcomer(account: UnopenedAccount, t: Transaction): Promise<boolean> {
  const member = memberOf(account);
  if (member.kind !== 'firm') return false;
  const head = await findHead(member.id, { transaction: t });
  if (!head) return false;
  const { createdAt } = await loadMember(member, t);
  const after = createdAt + MEMBER_CHANGE_DAYS * DAY_MS;
  const changes = await readUnconfirmed({ kind: 'lawyer', id: head.id }, { after }, t);
  return changes.some(({ field }) => field === 'entered');
}
