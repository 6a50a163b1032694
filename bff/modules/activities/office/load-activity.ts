import type { Transaction } from 'sequelize';
import { AppError } from '../../../errors.ts';
import type { Activity } from '../model.ts';
import { lockActivity } from '../seats/load-locked.ts';

/** An activity, locked, as its editor saw it. Throws `not_found`, `changed_meanwhile`. */
export async function loadSeen({ id, version }: { id: number; version: number }, t: Transaction): Promise<Activity> {
  const activity = await lockActivity(id, t);
  if (activity.version !== version) throw new AppError('changed_meanwhile');
  return activity;
}
