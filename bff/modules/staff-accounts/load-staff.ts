import type { Transaction } from 'sequelize';
import { AppError } from '../../errors.ts';
import { Account } from '../accounts/model.ts';
import { rolesOf } from '../accounts/policy.ts';

/**
 * Loads one staff account with the open accounts of all administrators, each locked in the order of ids: of two who
 * would take the last administrator away at the same moment, the second sees what the first did. Throws `not_found`.
 */
export async function loadStaff(
  id: number,
  t: Transaction,
): Promise<{ account: Account; refuseIfLastAdministrator(): void }> {
  const open = await Account.findAll({
    where: { kind: 'staff', isClosed: false },
    order: ['id'],
    transaction: t,
    lock: t.LOCK.UPDATE,
  });
  const account =
    open.find((one) => one.id === id) ??
    (await Account.findOne({ where: { id, kind: 'staff' }, transaction: t, lock: t.LOCK.UPDATE }));
  if (!account) throw new AppError('not_found');
  const administrators = open.filter((one) => rolesOf(one).includes('administrator'));
  return {
    account,
    refuseIfLastAdministrator() {
      if (administrators.some((one) => one.id !== id) || !administrators.some((one) => one.id === id)) return;
      throw new AppError('wrong_state', { message: '这是最后一个管理员，请先指定另一位管理员' });
    },
  };
}
