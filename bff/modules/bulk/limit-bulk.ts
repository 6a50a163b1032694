import { Op, type Transaction } from 'sequelize';
import { HOUR_MS } from '../../contract/dates.ts';
import { AppError } from '../../errors.ts';
import { clock } from '../../platform/clock/clock.ts';
import { lockAccount } from '../accounts/lock-account.ts';
import { BulkOrder } from './model.ts';

/**
 * The bulk applications of an account name so many lawyers within an hour: counted under the account's lock, the same
 * lawyer as often as named. Throws `too_many_requests`.
 */
export async function limitBulk(
  { accountId, lawyers, limit }: { accountId: number; lawyers: number; limit: number },
  t: Transaction,
): Promise<void> {
  await lockAccount(accountId, t);
  const where = { accountId, createdAt: { [Op.gt]: clock.now() - HOUR_MS } };
  const taken = Number((await BulkOrder.sum('total', { where, transaction: t })) ?? 0);
  if (taken + lawyers <= limit) return;
  const message = `本账号一小时内最多批量申请${limit}人次，已用${taken}人次，请减少人数、稍后再提交，或联系协会`;
  throw new AppError('too_many_requests', { message });
}
