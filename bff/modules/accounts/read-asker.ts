import type { Transaction } from 'sequelize';
import { z } from 'zod';
import { AppError } from '../../errors.ts';
import { select } from '../../platform/db/database.ts';

const askerRow = z.strictObject({
  kind: z.string(),
  name: z.string(),
  login: z.string(),
  confirmedAddress: z.string().nullable(),
});

/** Who has a mail sent: as its recipient reads it, and the address that this account has confirmed as its own. Throws `not_found`. */
export async function readAsker(
  accountId: number,
  t: Transaction,
): Promise<{ words: string; confirmedAddress: string | null }> {
  const [account] = await select(
    askerRow,
    `SELECT a.kind, a.name, a.login, c.address AS confirmedAddress
      FROM accounts a LEFT JOIN confirmed_emails c ON c.account_id = a.id WHERE a.id = ?`,
    [accountId],
    t,
  );
  if (!account) throw new AppError('not_found');
  const number = account.kind === 'firm' ? '执业许可证号' : '执业证号';
  return { words: `${account.name}（${number} ${account.login}）`, confirmedAddress: account.confirmedAddress };
}
