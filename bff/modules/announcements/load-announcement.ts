import type { Transaction } from 'sequelize';
import { AppError } from '../../errors.ts';
import { Announcement } from './model.ts';

/** An announcement, locked, as its editor saw it. Throws `not_found`, `changed_meanwhile`. */
export async function loadSeen(
  { id, version }: { id: number; version: number },
  t: Transaction,
): Promise<Announcement> {
  const announcement = await Announcement.findByPk(id, { transaction: t, lock: t.LOCK.UPDATE });
  if (!announcement) throw new AppError('not_found');
  if (announcement.version !== version) throw new AppError('changed_meanwhile');
  return announcement;
}
