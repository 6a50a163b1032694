import type { ActivityPage, StaffActivity } from '../../../contract/activities/replies.ts';
import { toIso } from '../../../contract/dates.ts';
import { clock } from '../../../platform/clock/clock.ts';
import type { Activity, Registration } from '../model.ts';
import { ActivityDraw, DrawTicket } from './model.ts';

/** What everybody may know of a draw. */
export const presentPromised = (
  activity: Pick<Activity, 'drawSource' | 'drawAt' | 'closesAt'>,
  draw: ActivityDraw,
) => ({
  code: draw.code,
  commitment: draw.commitment,
  source: activity.drawSource,
  drawAt: toIso(activity.drawAt ?? activity.closesAt),
  frozenAt: toIso(draw.frozenAt),
  ticketCount: draw.ticketCount,
  listHash: draw.listHash,
  drawnAt: toIso(draw.drawnAt),
});

/** The draw of an activity with the ticket of a registration; null: seats are given in another way. */
export async function readOwnDraw(
  activity: Activity,
  registration: Pick<Registration, 'id'> | null,
): Promise<ActivityPage['draw']> {
  const draw = await ActivityDraw.findOne({ where: { activityId: activity.id } });
  if (!draw) return null;
  const own = registration && (await DrawTicket.findOne({ where: { registrationId: registration.id } }));
  return {
    ...presentPromised(activity, draw),
    own: own && { ticket: own.ticket, position: own.position, result: own.result },
  };
}

/** The draw as staff see it. */
export async function readStaffDraw(activity: Activity): Promise<StaffActivity['draw']> {
  const { id: activityId, drawAt, beginsAt, state } = activity;
  const draw = await ActivityDraw.findOne({ where: { activityId } });
  if (!draw) return null;
  const { firstBy, firstAt, drawnAt, frozenAt } = draw;
  const now = clock.now();
  const isTime = frozenAt !== null && now >= (drawAt ?? 0) && now < beginsAt;
  return {
    ...presentPromised(activity, draw),
    first: firstAt === null ? null : { by: firstBy, at: toIso(firstAt) },
    secondBy: draw.secondBy,
    outcome: draw.outcome,
    undecided: drawnAt === null ? 0 : await DrawTicket.count({ where: { activityId, isListed: true, result: null } }),
    canEnter: drawnAt === null && isTime && state !== 'cancelled',
  };
}
