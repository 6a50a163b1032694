import type { Transaction } from 'sequelize';
import type { Role } from '../../contract/accounts/enums.ts';
import { Account } from './model.ts';
import { rolesOf } from './policy.ts';

/** Somebody of the staff who can be told of something by mail. */
export interface Colleague {
  id: number;
  name: string;
  email: string;
  roles: readonly Role[];
}

/** Open accounts of the staff with an address, the oldest first. */
export async function listColleagues(t: Transaction): Promise<Colleague[]> {
  const staff = await Account.findAll({ where: { kind: 'staff', isClosed: false }, order: ['id'], transaction: t });
  return staff
    .filter(({ email }) => email !== '')
    .map((one) => ({ id: one.id, name: one.name, email: one.email, roles: rolesOf(one) }));
}

/** Those of administrators: to be told what the office has to see to. */
export async function listAdministrators(t: Transaction): Promise<Colleague[]> {
  return (await listColleagues(t)).filter(({ roles }) => roles.includes('administrator'));
}
