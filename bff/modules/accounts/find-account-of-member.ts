import type { SubjectKind } from '../../contract/registry/enums.ts';
import { AppError } from '../../errors.ts';
import { Account } from './model.ts';

/** The account of a firm or a lawyer. Throws `not_found`. */
export async function findAccountOfMember(member: {
  kind: SubjectKind;
  id: number;
}): Promise<{ id: number; login: string }> {
  const where = member.kind === 'firm' ? { firmId: member.id } : { lawyerId: member.id };
  return Account.findOne({ where, rejectOnEmpty: new AppError('not_found') });
}
