import type { Transaction } from 'sequelize';
import type { Role } from '../../contract/accounts/enums.ts';
import { Account } from './model.ts';
import { rolesOf } from './policy.ts';

/** Every open staff account with its roles, locked in the order of ids as in `loadStaff`. */
export async function lockOpenStaff(t: Transaction): Promise<ReadonlyMap<number, readonly Role[]>> {
  const where = { kind: 'staff', isClosed: false };
  const open = await Account.findAll({ where, order: ['id'], transaction: t, lock: t.LOCK.UPDATE });
  return new Map(open.map((one) => [one.id, rolesOf(one)]));
}

/** How many there are: one alone has no second person. */
export async function countAdministrators(): Promise<number> {
  const open = await Account.findAll({ where: { kind: 'staff', isClosed: false } });
  return open.filter((one) => rolesOf(one).includes('administrator')).length;
}
