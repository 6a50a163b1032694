import type { Transaction } from 'sequelize';
import { AppError } from '../../errors.ts';
import type { MemberId } from '../../subject.ts';
import { Account } from './model.ts';

const of = ({ kind, id }: MemberId) => (kind === 'firm' ? { firmId: id } : { lawyerId: id });

/** The account of a firm or a lawyer. Throws `not_found`. */
export async function findAccountOfMember(member: MemberId): Promise<{ id: number; login: string }> {
  return Account.findOne({ where: of(member), rejectOnEmpty: new AppError('not_found') });
}

/** The same inside a transaction, with whose it is. */
export async function findAccountOf(
  member: MemberId,
  t: Transaction,
): Promise<Pick<Account, 'id' | 'firmId' | 'lawyerId'>> {
  return Account.findOne({ where: of(member), transaction: t, rejectOnEmpty: new AppError('not_found') });
}

/** The same of a member who may have none; null then. */
export const findAccountIfAny = (member: MemberId, t: Transaction): Promise<Pick<Account, 'id'> | null> =>
  Account.findOne({ where: of(member), transaction: t });
