import type { Transaction } from 'sequelize';
import type { StaffActor } from '../../../actor.ts';
import type { Activity } from '../model.ts';
import { MeetingLine, Presence } from '../presence/model.ts';
import { erasePresence, writePresence } from '../presence/write-presence.ts';
import { presenceOf } from './minutes.ts';

/**
 * Makes the presence of a registration what its lines of the meeting say: all of its comings and goings together. What was
 * recorded by hand or by a code stays as it is; answers to questions do where they say more. The activity is locked.
 */
export async function recountStays(
  counted: { activity: Activity; registrationId: number; by: StaffActor },
  t: Transaction,
): Promise<void> {
  const { activity, registrationId, by } = counted;
  const stored = await Presence.findOne({ where: { registrationId }, transaction: t });
  if (stored && !['online', 'rule', 'question'].includes(stored.way)) return;
  const lines = await MeetingLine.findAll({ where: { activityId: activity.id, registrationId }, transaction: t });
  const stays = lines.filter(({ way }) => way !== '' && way !== 'ignored');
  const there = presenceOf(stays, activity);
  if (there === null) {
    if (stored?.way === 'online') await erasePresence({ registrationId, by }, t);
    return;
  }
  const { arrivedAt, leftAt, minutes } = there;
  if (stored?.way === 'question' && (stored.minutes ?? 0) >= minutes) return;
  const same = stored?.minutes === minutes && stored.arrivedAt === arrivedAt && stored.leftAt === leftAt;
  if (same) return;
  await writePresence(
    { registrationId, seen: { outcome: 'present', arrivedAt, leftAt, way: 'online', minutes }, by },
    t,
  );
}
