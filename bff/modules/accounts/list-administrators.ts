import type { Transaction } from 'sequelize';
import { Account } from './model.ts';
import { rolesOf } from './policy.ts';

/** Open accounts of administrators with an address, the oldest first: to be told what the office has to see to. */
export async function listAdministrators(t: Transaction): Promise<{ name: string; email: string }[]> {
  const staff = await Account.findAll({ where: { kind: 'staff', isClosed: false }, order: ['id'], transaction: t });
  return staff
    .filter((one) => rolesOf(one).includes('administrator') && one.email !== '')
    .map(({ name, email }) => ({ name, email }));
}
