import type { Transaction } from 'sequelize';
import { write } from '../../../platform/db/database.ts';
import { tellOfWrite } from '../../../platform/db/models.ts';
import { forgetFull } from './known-full.ts';

/** Where a seat is. */
export interface Place {
  activityId: number;
  groupId: number;
}

/**
 * Takes a seat, of the activity first and then of its group, each by one conditional UPDATE: whatever else happens at the
 * same time, no more are taken than there are. Answers whether there was one.
 * @param openAt an instant at which the activity has to take sign-ups, as it stands now; absent: it need not
 */
export async function takeSeat({ activityId, groupId }: Place, t: Transaction, openAt?: number): Promise<boolean> {
  const isOpen = openAt === undefined ? '' : " AND state = 'published' AND opens_at <= ? AND closes_at > ?";
  const at = openAt === undefined ? [] : [openAt, openAt];
  const sql = `UPDATE activities SET taken = taken + 1 WHERE id = ? AND taken < capacity${isOpen}`;
  if ((await write(sql, [activityId, ...at], t)).changed === 0) return false;
  tellOfWrite('activities', { transaction: t });
  const ofGroup = 'UPDATE activity_groups SET taken = taken + 1 WHERE id = ? AND taken < capacity';
  if ((await write(ofGroup, [groupId], t)).changed === 1) return true;
  await write(ONE_LESS.activities, [activityId], t);
  return false;
}

const ONE_LESS = {
  activities: 'UPDATE activities SET taken = taken - 1 WHERE id = ?',
  groups: 'UPDATE activity_groups SET taken = taken - 1 WHERE id = ?',
};

/** Gives a seat back. The activity is locked. */
export async function releaseSeat({ activityId, groupId }: Place, t: Transaction): Promise<void> {
  await write(ONE_LESS.activities, [activityId], t);
  await write(ONE_LESS.groups, [groupId], t);
  tellOfWrite('activities', { transaction: t });
  forgetFull({ activityId, groupId }, t);
}
