import type { Transaction } from 'sequelize';
import { HOUR_MS } from '../../../contract/dates.ts';
import { AppError } from '../../../errors.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { select } from '../../../platform/db/database.ts';
import { countRow } from '../../../platform/db/rows.ts';
import { lockAccount } from '../../accounts/lock-account.ts';

/**
 * An account submits so many applications within an hour, bulk applications apart: counted under the account's lock, so
 * that no number of processes gets beyond it, and what fails counts nothing. Throws `too_many_requests`.
 */
export async function limitApplications(
  { accountId, limit }: { accountId: number; limit: number },
  t: Transaction,
): Promise<void> {
  await lockAccount(accountId, t);
  const [sent] = await select(
    countRow,
    'SELECT COUNT(*) AS n FROM applications WHERE account_id = ? AND bulk_order_id IS NULL AND submitted_at > ?',
    [accountId, clock.now() - HOUR_MS],
    t,
  );
  if ((sent?.n ?? 0) < limit) return;
  const message = `本账号一小时内已提交${limit}份申请，填写的内容没有丢失，请稍后再提交；数量较多的可以批量申请，或联系协会`;
  throw new AppError('too_many_requests', { message });
}
