import type { Transaction } from 'sequelize';
import { AppError } from '../../../errors.ts';
import { Activity } from '../model.ts';
import { lockActivity } from '../seats/load-locked.ts';

/** An activity, locked, as its editor saw it. Throws `not_found`, `changed_meanwhile`. */
export async function loadSeen({ id, version }: { id: number; version: number }, t: Transaction): Promise<Activity> {
  const activity = await lockActivity(id, t);
  if (activity.version !== version) throw new AppError('changed_meanwhile');
  return activity;
}

/** An activity as it is. Throws `not_found`. */
export async function findActivity(id: number): Promise<Activity> {
  const activity = await Activity.findByPk(id);
  if (!activity) throw new AppError('not_found');
  return activity;
}
