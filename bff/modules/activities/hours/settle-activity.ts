import { HOUR_MS } from '../../../contract/dates.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { transaction } from '../../../platform/db/database.ts';
import { Activity, Registration } from '../model.ts';
import { Presence } from '../presence/model.ts';
import { orderSettlingAt } from '../presence/order-settling.ts';
import { settledFrom } from '../rules.ts';
import { registrationsBeside } from '../sessions/attended.ts';
import { hasSilentDevice } from './has-silent-device.ts';
import { markAbsent } from './mark-absent.ts';
import { settleHours } from './settle-hours.ts';

/**
 * Writes the hours of an activity two hours after its end, and a day after it who was absent, unless a device of the door
 * may still hold scans. Each registration is a transaction of its own, and what is settled stays as it is: a process that
 * dies amid it leaves the rest to the next attempt. An activity that ends later than it was to is settled later.
 */
export async function settleActivity({ activityId }: { activityId: number }): Promise<void> {
  const activity = await Activity.findByPk(activityId);
  if (!activity) return;
  const now = clock.now();
  const from = settledFrom(activity);
  if (now < from.hours) return transaction((t) => orderSettlingAt({ activityId, at: from.hours }, t));
  const isSilent = now >= from.absences && (await hasSilentDevice(activity));
  if (now >= from.absences && !isSilent) await markAbsences(activityId);
  const all = await Registration.findAll({ where: { activityId }, order: ['id'] });
  const seen = await presencesOf(all);
  const known = new Set(seen.map(({ registrationId }) => registrationId));
  const touched = all.filter(({ id, hoursRecordId }) => hoursRecordId !== null || known.has(id));
  for (const { id } of touched) await settleHours({ registrationId: id });
  // Of a series that gives hours for so many sessions, one that was written off may count now.
  const until = now - (from.hours - activity.endsAt);
  for (const id of await registrationsBeside({ activity, until })) await settleHours({ registrationId: id });
  const again = isSilent ? now + HOUR_MS : now < from.absences ? from.absences : null;
  if (again !== null) await transaction((t) => orderSettlingAt({ activityId, at: again }, t));
}

const presencesOf = (registrations: readonly Registration[]) =>
  Presence.findAll({ where: { registrationId: registrations.map(({ id }) => id) } });

/** Where nobody was seen at all, nobody kept the door: nobody is absent. */
async function markAbsences(activityId: number): Promise<void> {
  const seated = await Registration.findAll({ where: { activityId, state: 'registered' }, order: ['id'] });
  const presences = await presencesOf(seated);
  if (!presences.some(({ outcome }) => outcome === 'present')) return;
  const known = new Set(presences.map(({ registrationId }) => registrationId));
  for (const { id } of seated.filter((one) => !known.has(one.id))) await markAbsent({ registrationId: id });
}
