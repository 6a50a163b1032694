import { Op } from 'sequelize';
import { Registration } from '../model.ts';

/** Place on the waiting list of the group, from 1; null: does not wait. */
export async function waitingPosition(registration: Registration): Promise<number | null> {
  if (registration.state !== 'waiting') return null;
  const { activityId, groupId, id } = registration;
  return 1 + (await Registration.count({ where: { activityId, groupId, state: 'waiting', id: { [Op.lt]: id } } }));
}
