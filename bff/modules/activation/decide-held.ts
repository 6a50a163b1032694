import type { Transaction } from 'sequelize';
import type { ActivationResults } from '../../contract/activation/endpoints.ts';
import { ACTIVATION_DAYS } from '../../contract/activation/enums.ts';
import type { Waiting } from '../../contract/two-person/replies.ts';
import { DAY_MS } from '../../contract/dates.ts';
import { AppError, refusalOf } from '../../errors.ts';
import { transaction } from '../../platform/db/database.ts';
import type { StaffActor } from '../../actor.ts';
import type { MemberId } from '../../subject.ts';
import { loadHeld } from '../accounts/hold.ts';
import { memberOf } from '../accounts/member-of.ts';
import { nameAndLogin } from '../accounts/name-and-login.ts';
import { writeAudit } from '../audit/write-audit.ts';
import { readAddressChanges, readUnconfirmed } from '../registry/contacts/member-changes.ts';
import { whoEnteredContacts } from '../registry/contacts/vouching-contacts.ts';
import { askToReturn } from '../staff-accounts/reset-member.ts';
import { endOthers, lastAsker } from '../two-person/changes-of-account.ts';
import { youngAfter } from './hold-opened.ts';
import { releaseAccount } from './release-account.ts';

/**
 * A second person vouches for who has opened some accounts, having seen the licence or asked its owner; each on its own, a
 * refusal does not keep the others waiting.
 */
export async function releaseHeld(released: {
  actor: StaffActor;
  accountIds: number[];
  reason: string;
}): Promise<ActivationResults['results']> {
  const { actor, reason } = released;
  const results: ActivationResults['results'] = [];
  for (const accountId of new Set(released.accountIds)) {
    const fault = await refusalOf(() => transaction((t) => release({ actor, accountId, reason }, t)));
    results.push({ accountId, fault });
  }
  return results;
}

async function release(one: { actor: StaffActor; accountId: number; reason: string }, t: Transaction): Promise<void> {
  const { actor, accountId, reason } = one;
  const { account, hold } = await loadHeld(accountId, t);
  const { issuedBy, heldAt } = hold;
  if ((await whoIsNoSecond({ accountId, member: memberOf(account), issuedBy, heldAt }, t)).has(actor.accountId)) {
    throw new AppError('forbidden', {
      message:
        '须由另一位工作人员确认：您发放了开通码、申请了退回开通前，或登记、修改过该会员的联系方式、办公地址、证件号码、负责人',
    });
  }
  await releaseAccount({ actor, account, how: reason }, t);
  // Whoever wanted it taken back has been answered.
  await endOthers({ kind: 'member_reset', accountId }, t);
}

/**
 * Whoever handed out the code, asked that the account be taken back, or entered what the opening rests on, the address of
 * letters included: with any of them one person would be both.
 */
export async function whoIsNoSecond(
  held: { accountId: number; member: MemberId; issuedBy: number | null; heldAt: number },
  t: Transaction,
): Promise<Set<number>> {
  const { accountId, member, issuedBy, heldAt } = held;
  const after = youngAfter(heldAt) - ACTIVATION_DAYS * DAY_MS;
  const changes = [
    ...(await readUnconfirmed(member, { after }, t)),
    ...(await readAddressChanges(member, { after }, t)),
  ];
  const askedBy = await lastAsker({ kind: 'member_reset', accountId }, t);
  const entered = await whoEnteredContacts(member, t);
  const ids = [issuedBy, askedBy, ...changes.map(({ changedBy }) => changedBy), ...entered];
  return new Set(ids.filter((id) => id !== null));
}

/**
 * Something is wrong with who has opened an account: it stays held until a second person has decided, and is asked to be
 * taken back to before its first use. Throws `not_found`, `wrong_state`, `too_many_requests`.
 */
export async function objectToHeld(objected: {
  actor: StaffActor;
  accountId: number;
  reason: string;
}): Promise<Waiting> {
  const { actor, accountId, reason } = objected;
  return transaction(async (t) => {
    const { account, hold } = await loadHeld(accountId, t);
    await hold.update({ reason: 'objected', heldUntil: null, objectedByName: actor.name }, { transaction: t });
    const { name, login } = account;
    const target = nameAndLogin({ name, login });
    await writeAudit(
      { actor, action: 'account.objected', targetKind: 'account', targetId: accountId, target, detail: reason },
      t,
    );
    return askToReturn({ actor, account, reason }, t);
  });
}
