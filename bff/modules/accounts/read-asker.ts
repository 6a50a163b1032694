import type { Transaction } from 'sequelize';
import { Account, ConfirmedEmail } from './model.ts';

/** Who has a mail sent: as its recipient reads it, and the address that this account has confirmed as its own. */
export async function readAsker(
  accountId: number,
  t: Transaction,
): Promise<{ words: string; confirmedAddress: string | null }> {
  const [account, confirmed] = [
    await Account.findByPk(accountId, { transaction: t, rejectOnEmpty: true }),
    await ConfirmedEmail.findOne({ where: { accountId }, transaction: t }),
  ];
  const number = account.kind === 'firm' ? '执业许可证号' : '执业证号';
  return { words: `${account.name}（${number} ${account.login}）`, confirmedAddress: confirmed?.address ?? null };
}
