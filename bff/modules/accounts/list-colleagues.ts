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

/** Open accounts of the staff, the oldest first; some have no address. */
export async function listOpenStaff(t?: Transaction): Promise<Colleague[]> {
  const where = { kind: 'staff', isClosed: false } as const;
  const staff = await Account.findAll({ where, order: ['id'], ...(t && { transaction: t }) });
  return staff.map((one) => ({ id: one.id, name: one.name, email: one.email, roles: rolesOf(one) }));
}

/** Those with an address. */
export async function listColleagues(t: Transaction): Promise<Colleague[]> {
  return (await listOpenStaff(t)).filter(({ email }) => email !== '');
}

/** Those of administrators: to be told what the office has to see to. */
export async function listAdministrators(t: Transaction): Promise<Colleague[]> {
  return (await listColleagues(t)).filter(({ roles }) => roles.includes('administrator'));
}

/** One of the staff, who may have left since; null: nobody of that number. */
export async function readStaff(id: number, t?: Transaction): Promise<{ id: number; name: string } | null> {
  const one = await Account.findOne({ where: { id, kind: 'staff' }, ...(t && { transaction: t }) });
  return one && { id: one.id, name: one.name };
}

/** Whether somebody was of the staff and is not any more. */
export async function hasLeft(id: number, t: Transaction): Promise<boolean> {
  return (await Account.count({ where: { id, kind: 'staff', isClosed: true }, transaction: t })) > 0;
}
