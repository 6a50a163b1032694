import { Op, type Transaction } from 'sequelize';
import { nameAndLogin } from '../accounts/name-and-login.ts';
import {
  ACTIVATION_CHANNELS,
  ACTIVATION_DAYS,
  CONFIRMED_CHANGES,
  MEMBER_CHANGE_DAYS,
  MEMBER_CHANGES,
  type ActivationChannel,
} from '../../contract/activation/enums.ts';
import { clock } from '../../platform/clock/clock.ts';
import { DAY_MS, toShanghaiDate } from '../../contract/dates.ts';
import { newReadableCode } from '../../platform/crypto/readable-code.ts';
import { keyedIndex } from '../../platform/crypto/keyed-index.ts';
import type { StaffActor } from '../../actor.ts';
import { memberOf } from '../accounts/member-of.ts';
import { contactsOf } from '../registry/contacts/contacts-of.ts';
import { readUnconfirmed } from '../registry/contacts/member-changes.ts';
import { endRequest, loadUnopened, type UnopenedAccount } from '../accounts/first-use.ts';
import { writeAudit } from '../audit/write-audit.ts';
import { sendNotice } from '../outbox/send-notice.ts';
import { lastAsker } from '../two-person/changes-of-account.ts';
import { AppError } from '../../errors.ts';
import { youngAfter } from './hold-opened.ts';
import { ActivationCode } from './model.ts';

/** A code that has just been made: it exists in plain words only until it has been printed, sent or read out. */
export interface IssuedCode {
  account: UnopenedAccount;
  code: string;
  expiresAt: number;
}

// Typed with or without its hyphens.
const hashOf = (code: string) => keyedIndex('activation-codes', code.replaceAll('-', ''));

/**
 * Makes a code of some 79 bits that opens the account once, for 30 days; those before it are worth nothing any more.
 * Throws `not_found`, `wrong_state` for an account that has been opened or closed, to whoever has just given the member
 * another identity number or head, and, of one that was taken back, to who asked for that and for a code that would be sent
 * to a contact.
 * @param issue.code one of newReadableCode() that is printed already
 */
export async function issueCode(
  issue: { actor: StaffActor; accountId: number; channel: ActivationChannel; code?: string },
  t: Transaction,
): Promise<IssuedCode> {
  const { actor, accountId, channel, code = newReadableCode() } = issue;
  const account = await loadUnopened(accountId, t);
  const { name, login } = account;
  const target = nameAndLogin({ name, login });
  const isShown = channel === 'counter' || channel === 'letter';
  const returnedBy = await lastAsker({ kind: 'member_reset', accountId }, t);
  // Who asked that the account be taken back does not hold what opens it again: one person would be both.
  if (returnedBy === actor.accountId) {
    throw refused(`${target}由您申请退回开通前，开通码须由另一位工作人员发放`);
  }
  // Nor does whoever reads its registered contacts, which were of no use to its owner.
  if (returnedBy !== null && !isShown) {
    throw refused(`${target}已退回开通前，开通码须当面交付，或打印信函寄给本人`);
  }
  // Whoever has entered the number knows its last six, whoever has entered the head knows whose mobile it is.
  const young = { after: youngAfter(clock.now()), fields: CONFIRMED_CHANGES };
  const changes = await readUnconfirmed(memberOf(account), young, t);
  const own = changes.find(({ changedBy }) => changedBy === actor.accountId);
  if (own) {
    throw refused(
      `${target}的${MEMBER_CHANGES[own.field]}由您登记，${MEMBER_CHANGE_DAYS}天内（或另一位工作人员复核之前）开通码须由另一位工作人员发放`,
    );
  }
  const now = clock.now();
  const expiresAt = now + ACTIVATION_DAYS * DAY_MS;
  await endCodes(accountId, t);
  await ActivationCode.create(
    {
      accountId,
      codeHash: hashOf(code),
      channel,
      issuedBy: actor.accountId,
      issuedByName: actor.name,
      issuedAt: now,
      expiresAt,
      tries: 0,
      usedAt: null,
      endedAt: null,
    },
    { transaction: t },
  );
  await endRequest(accountId, t);
  // One that is sent tells of itself.
  if (isShown) {
    const detail = `账号 ${login} 的开通码已由协会发放（${ACTIVATION_CHANNELS[channel]}），${ACTIVATION_DAYS}天内有效。`;
    await sendNotice({ contacts: await contactsOf(account, t), name, notice: 'code_issued', detail }, t);
  }
  await writeAudit(
    {
      actor,
      action: 'activation.issued',
      targetKind: 'account',
      targetId: accountId,
      target,
      detail: ACTIVATION_CHANNELS[channel],
    },
    t,
  );
  return { account, code, expiresAt };
}

const refused = (message: string) => new AppError('wrong_state', { message });

/** The last whole day on which a code that is made at this instant is good: yyyy-MM-dd in China. */
export const lastDayOf = (issuedAt: number): string => toShanghaiDate(issuedAt + (ACTIVATION_DAYS - 1) * DAY_MS);

/** Nothing that was handed out for this account opens it any more. */
export async function endCodes(accountId: number, t: Transaction): Promise<void> {
  const where = { accountId, usedAt: null, endedAt: null };
  await ActivationCode.update({ endedAt: clock.now() }, { where, transaction: t });
}

/** Whoever holds a code and guesses the last six has so many tries; then it is worth nothing. */
const MAX_TRIES = 5;

/**
 * Uses a code up; answers it, or null where it was none of this account that is still good. With wrong last six it costs a try of
 * that code, which nobody can use up who does not hold it. Commit in both cases.
 */
export async function takeActivationCode(
  { accountId, code, isKnown }: { accountId: number; code: string; isKnown: boolean },
  t: Transaction,
): Promise<ActivationCode | null> {
  const now = clock.now();
  const where = { accountId, codeHash: hashOf(code), usedAt: null, endedAt: null, expiresAt: { [Op.gt]: now } };
  const row = await ActivationCode.findOne({ where, transaction: t, lock: t.LOCK.UPDATE });
  if (!row) return null;
  const tries = row.tries + 1;
  if (isKnown) await row.update({ usedAt: now }, { transaction: t });
  else await row.update({ tries, ...(tries >= MAX_TRIES && { endedAt: now }) }, { transaction: t });
  return isKnown ? row : null;
}
