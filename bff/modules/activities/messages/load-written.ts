import type { Transaction } from 'sequelize';
import { AppError } from '../../../errors.ts';
import { Activity } from '../model.ts';
import { lockActivity } from '../seats/load-locked.ts';

/** An activity to whose list staff may write: a published one. Locked within a transaction. Throws `not_found`, `wrong_state`. */
export async function loadWritten(id: number, t?: Transaction): Promise<Activity> {
  const activity = t ? await lockActivity(id, t) : await Activity.findByPk(id);
  if (!activity) throw new AppError('not_found');
  if (activity.state === 'published' || activity.state === 'hidden') return activity;
  throw new AppError('wrong_state', {
    message: activity.state === 'cancelled' ? '活动已取消，取消的通知由系统发送' : '活动尚未发布，没有报名人员',
  });
}
