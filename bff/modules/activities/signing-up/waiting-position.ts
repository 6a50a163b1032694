import { Op, type Transaction } from 'sequelize';
import { Registration } from '../model.ts';

/** Place on the waiting list of the group, from 1; null: does not wait. */
export async function waitingPosition(registration: Registration, t?: Transaction): Promise<number | null> {
  if (registration.state !== 'waiting') return null;
  const { activityId, groupId, id, queue } = registration;
  const isAhead = { [Op.or]: [{ queue: { [Op.lt]: queue } }, { queue, id: { [Op.lt]: id } }] };
  const where = { activityId, groupId, state: 'waiting', ...isAhead } as const;
  return 1 + (await Registration.count({ where, ...(t && { transaction: t }) }));
}
