import { Op } from 'sequelize';
import { Registration } from '../model.ts';

/** Place on the waiting list of the group, from 1; null: does not wait. */
export async function waitingPosition(registration: Registration): Promise<number | null> {
  if (registration.state !== 'waiting') return null;
  const { activityId, groupId, id, queue } = registration;
  const isAhead = { [Op.or]: [{ queue: { [Op.lt]: queue } }, { queue, id: { [Op.lt]: id } }] };
  return 1 + (await Registration.count({ where: { activityId, groupId, state: 'waiting', ...isAhead } }));
}
