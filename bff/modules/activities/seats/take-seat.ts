import { col, literal, Op, type Transaction } from 'sequelize';
import { Activity, ActivityGroup } from '../model.ts';
import { forgetFull } from './known-full.ts';

/** Where a seat is. */
export interface Place {
  activityId: number;
  groupId: number;
}

/**
 * Takes a seat, of the activity first and then of its group, each by one conditional UPDATE: whatever else happens at the
 * same time, no more are taken than there are. Answers whether there was one.
 */
export async function takeSeat({ activityId, groupId }: Place, t: Transaction): Promise<boolean> {
  const hasRoom = { taken: { [Op.lt]: col('capacity') } };
  const oneMore = { taken: literal('taken + 1') };
  const [ofActivity] = await Activity.update(oneMore, { where: { id: activityId, ...hasRoom }, transaction: t });
  if (ofActivity === 0) return false;
  const [ofGroup] = await ActivityGroup.update(oneMore, { where: { id: groupId, ...hasRoom }, transaction: t });
  if (ofGroup === 1) return true;
  await Activity.update({ taken: literal('taken - 1') }, { where: { id: activityId }, transaction: t });
  return false;
}

/** Gives a seat back. The activity is locked. */
export async function releaseSeat({ activityId, groupId }: Place, t: Transaction): Promise<void> {
  const oneLess = { taken: literal('taken - 1') };
  await Activity.update(oneLess, { where: { id: activityId }, transaction: t });
  await ActivityGroup.update(oneLess, { where: { id: groupId }, transaction: t });
  forgetFull({ activityId, groupId }, t);
}
