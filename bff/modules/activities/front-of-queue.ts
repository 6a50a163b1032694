import type { Transaction } from 'sequelize';
import { Registration } from './model.ts';

/** The place in the queue before all who wait for an activity, which is locked. */
export async function frontOfQueue(activityId: number, t: Transaction): Promise<number> {
  const first = await Registration.findOne({
    where: { activityId, state: 'waiting' },
    order: ['queue'],
    transaction: t,
  });
  return Math.min(0, first?.queue ?? 0) - 1;
}
