import type { Transaction } from 'sequelize';
import { Account } from './model.ts';
import { rolesOf } from './policy.ts';

/** Ids of the open accounts of administrators; every open staff account is locked, in the order of ids as in `loadStaff`. */
export async function lockAdministrators(t: Transaction): Promise<number[]> {
  const where = { kind: 'staff', isClosed: false };
  const open = await Account.findAll({ where, order: ['id'], transaction: t, lock: t.LOCK.UPDATE });
  return open.filter((one) => rolesOf(one).includes('administrator')).map(({ id }) => id);
}

/** How many there are: one alone has no second person. */
export async function countAdministrators(): Promise<number> {
  const open = await Account.findAll({ where: { kind: 'staff', isClosed: false } });
  return open.filter((one) => rolesOf(one).includes('administrator')).length;
}
