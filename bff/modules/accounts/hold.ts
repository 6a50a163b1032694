import { Op, type Transaction } from 'sequelize';
import { AppError } from '../../errors.ts';
import { clock } from '../../platform/clock/clock.ts';
import { AccountHold } from './hold-model.ts';
import { Account } from './model.ts';
import { nameAndLogin } from './name-and-login.ts';

/** As SQL, of `h` in account_holds: what still holds at an instant. */
export const STILL_HOLDS = 'h.ended_at IS NULL AND (h.held_until IS NULL OR h.held_until > ?)';

/** What holds an account now, locked if `t` is given; null: nothing. */
export async function findHold(accountId: number, t?: Transaction): Promise<AccountHold | null> {
  const holds = { [Op.or]: [{ heldUntil: null }, { heldUntil: { [Op.gt]: clock.now() } }] };
  const where = { accountId, endedAt: null, ...holds };
  return AccountHold.findOne({ where, ...(t && { transaction: t, lock: t.LOCK.UPDATE }) });
}

/** An account that is held, and by what, both locked. Throws `not_found`, and `wrong_state` in words for one that is not. */
export async function loadHeld(accountId: number, t: Transaction): Promise<{ account: Account; hold: AccountHold }> {
  const options = { transaction: t, lock: t.LOCK.UPDATE, rejectOnEmpty: new AppError('not_found') };
  const account = await Account.findByPk(accountId, options);
  const hold = await findHold(accountId, t);
  if (!hold || account.passwordHash === null) {
    throw new AppError('wrong_state', { message: `${nameAndLogin(account)}没有待确认的开通，可能已启用或退回` });
  }
  return { account, hold };
}

/** Holds an account that has just been opened; what held it before is to be ended first. */
export async function startHold(
  held: Pick<AccountHold, 'accountId' | 'reason' | 'heldUntil' | 'issuedBy' | 'issuedByName'>,
  t: Transaction,
): Promise<void> {
  await AccountHold.create({ ...held, heldAt: clock.now() }, { transaction: t });
}

/** Nothing holds an account any more. */
export async function endHolds(
  { accountId, endedByName }: { accountId: number; endedByName: string },
  t: Transaction,
): Promise<void> {
  await AccountHold.update(
    { endedAt: clock.now(), endedByName },
    { where: { accountId, endedAt: null }, transaction: t },
  );
}
