import type { Transaction } from 'sequelize';
import { CHANGE_STATES } from '../../contract/two-person/enums.ts';
import { AppError } from '../../errors.ts';
import { clock } from '../../platform/clock/clock.ts';
import { confirmable } from './confirmable.ts';
import type { StaffActor } from '../../actor.ts';
import { ChangeRequest } from './model.ts';
import { mayAct, mayAsk, stateAt } from './rules.ts';

/**
 * Loads a waiting change for one act, locked, and after it the staff as they are now. Throws `not_found`,
 * `already_decided` when it does not wait any more, `forbidden` for who may not be its second person, and `wrong_state`
 * when who asked may not ask for it any more.
 */
export async function loadChangeFor(
  { actor, act, id }: { actor: StaffActor; act: 'confirm' | 'decline' | 'withdraw'; id: number },
  t: Transaction,
): Promise<ChangeRequest> {
  const change = await ChangeRequest.findByPk(id, { transaction: t, lock: t.LOCK.UPDATE });
  if (!change) throw new AppError('not_found');
  const now = clock.now();
  const state = stateAt(change, now);
  if (state !== 'waiting') throw new AppError('already_decided', { message: `该变更${CHANGE_STATES[state]}` });
  // The session was read before; meanwhile either may have lost the role.
  const staff = await confirmable.answer.lockOpenStaff(t);
  const isAdministrator = staff.get(actor.accountId)?.includes('administrator') ?? false;
  if (!isAdministrator || !mayAct(change, actor.accountId, now)[act]) {
    throw new AppError('forbidden', { message: REFUSED[act] });
  }
  const asker = staff.get(change.requestedBy) ?? [];
  if (act === 'confirm' && !asker.some((role) => mayAsk(change.kind).includes(role))) {
    throw new AppError('wrong_state', { message: '申请人已没有申请的权限，该变更不能确认，须重新申请' });
  }
  return change;
}

const REFUSED = {
  confirm: '须由申请人和账号本人以外的另一位管理员确认',
  decline: '申请人可以撤回自己的申请',
  withdraw: '只有申请人可以撤回',
} as const;
