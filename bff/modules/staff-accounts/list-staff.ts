import type { StaffRow } from '../../contract/staff/endpoints.ts';
import { Account, SecondFactor } from '../accounts/model.ts';
import { presentStaff } from './present.ts';

/** Every staff account, open ones first; an association has some dozens. */
export async function listStaff(): Promise<StaffRow[]> {
  const [accounts, factors] = await Promise.all([
    Account.findAll({ where: { kind: 'staff' }, order: ['isClosed', 'id'] }),
    SecondFactor.findAll({ attributes: ['accountId', 'confirmedAt'] }),
  ]);
  const secured = new Set(factors.filter(({ confirmedAt }) => confirmedAt !== null).map(({ accountId }) => accountId));
  return accounts.map((account) => presentStaff(account, { hasSecondFactor: secured.has(account.id) }));
}

/** One of them, after an act. */
export async function showStaff(id: number): Promise<StaffRow> {
  const account = await Account.findByPk(id, { rejectOnEmpty: true });
  const factor = await SecondFactor.findOne({ where: { accountId: id } });
  return presentStaff(account, { hasSecondFactor: (factor?.confirmedAt ?? null) !== null });
}
