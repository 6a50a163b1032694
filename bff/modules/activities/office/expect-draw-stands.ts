import type { Transaction } from 'sequelize';
import { AppError } from '../../../errors.ts';
import { ActivityDraw } from '../draw/model.ts';
import type { Activity } from '../model.ts';

type Stated = Pick<Activity, 'drawSource' | 'drawAt' | 'opensAt' | 'closesAt'>;

/**
 * What was published of a draw stays: the public draw it rests on, and, once its list is frozen, when sign-up was. Throws
 * `invalid_fields`.
 */
export async function expectDrawStands(activity: Activity, next: Stated, t: Transaction): Promise<void> {
  const refuse = (field: keyof Stated, words: string) => new AppError('invalid_fields', { fields: { [field]: words } });
  if (next.drawSource !== activity.drawSource) throw refuse('drawSource', '发布后不能改变公开开奖');
  if (next.drawAt !== activity.drawAt) throw refuse('drawAt', '发布后不能改变公开开奖时间');
  const draw = await ActivityDraw.findOne({ where: { activityId: activity.id }, transaction: t });
  if (!draw || draw.frozenAt === null) return;
  const moved = (['opensAt', 'closesAt'] as const).find((field) => next[field] !== activity[field]);
  if (moved) throw refuse(moved, '抽签名单已封存，不能再改报名时间');
}
