import { Op, type Transaction } from 'sequelize';
import { clock } from '../../platform/clock/clock.ts';
import { AccountHold } from './hold-model.ts';

/** As SQL, of `h` in account_holds: what still holds at an instant. */
export const STILL_HOLDS = 'h.ended_at IS NULL AND (h.held_until IS NULL OR h.held_until > ?)';

/** What holds an account now, locked if `t` is given; null: nothing. */
export async function findHold(accountId: number, t?: Transaction): Promise<AccountHold | null> {
  const holds = { [Op.or]: [{ heldUntil: null }, { heldUntil: { [Op.gt]: clock.now() } }] };
  const where = { accountId, endedAt: null, ...holds };
  return AccountHold.findOne({ where, ...(t && { transaction: t, lock: t.LOCK.UPDATE }) });
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
