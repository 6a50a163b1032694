import type { Transaction } from 'sequelize';
import { AppError } from '../../../errors.ts';
import { Activity, Registration } from '../model.ts';

/** An activity whose row is locked: nothing about its seats happens meanwhile. Throws `not_found`. */
export async function lockActivity(id: number, t: Transaction): Promise<Activity> {
  const activity = await Activity.findByPk(id, { transaction: t, lock: t.LOCK.UPDATE });
  if (!activity) throw new AppError('not_found');
  return activity;
}

/**
 * A registration and its activity, both locked, the activity first: that is the order of everybody. Throws `not_found`, also
 * for one of another lawyer than `lawyerId` where it is given.
 */
export async function lockRegistration(
  { id, lawyerId }: { id: number; lawyerId?: number },
  t: Transaction,
): Promise<{ activity: Activity; registration: Registration }> {
  const found = await Registration.findByPk(id, { attributes: ['activityId', 'lawyerId'], transaction: t });
  if (!found || (lawyerId !== undefined && found.lawyerId !== lawyerId)) throw new AppError('not_found');
  const activity = await lockActivity(found.activityId, t);
  const registration = await Registration.findByPk(id, {
    transaction: t,
    lock: t.LOCK.UPDATE,
    rejectOnEmpty: new AppError('not_found'),
  });
  return { activity, registration };
}
