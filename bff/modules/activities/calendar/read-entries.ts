import { Op } from 'sequelize';
import { SEATED_STATES, type RegistrationState } from '../../../contract/activities/enums.ts';
import { DAY_MS } from '../../../contract/dates.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { Activity, Registration } from '../model.ts';
import type { Entry } from './compose-calendar.ts';

/** An activity stays in the calendar for so long after its end, and is left out afterwards. */
const SHOWN_AFTER_MS = 30 * DAY_MS;
/**
 * States in which a registration has lost its seat: calendar programs are told to remove the entry that they may still
 * hold.
 */
const GONE: readonly RegistrationState[] = ['cancelled', 'leave', 'removed', 'void', 'lapsed', 'expired', 'declined'];
const isSeated = ({ state }: Registration) => (SEATED_STATES as readonly RegistrationState[]).includes(state);

/** What a lawyer has signed up for and has a seat in, and what was that once, as calendar entries; of one activity where it is named. */
export async function readEntries({ lawyerId, activityId }: { lawyerId: number; activityId?: number }) {
  const own = await Registration.findAll({
    where: { lawyerId, ...(activityId !== undefined && { activityId }) },
    order: ['id'],
  });
  const activities = await Activity.findAll({
    where: {
      id: [...new Set(own.map((one) => one.activityId))],
      endsAt: { [Op.gt]: clock.now() - SHOWN_AFTER_MS },
    },
    order: ['beginsAt', 'id'],
  });
  return activities
    .map((activity) =>
      entryOf(
        activity,
        own.filter((one) => one.activityId === activity.id),
      ),
    )
    .filter((entry) => entry !== null);
}

function entryOf(activity: Activity, registrations: readonly Registration[]): Entry | null {
  const latest = registrations.at(-1);
  if (!latest || !(isSeated(latest) || GONE.includes(latest.state))) return null;
  const { id, title, place, address, beginsAt, endsAt, state } = activity;
  return {
    activityId: id,
    sequence: sequenceOf(activity, registrations),
    title,
    place: address ? `${place}（${address}）` : place,
    beginsAt,
    endsAt,
    isCancelled: state === 'cancelled' || !isSeated(latest),
    stampedAt: latest.endedAt ?? latest.signedAt,
  };
}

/**
 * The SEQUENCE of an entry (RFC 5545): it rises with each edit of the activity, with each registration of the lawyer, and
 * with the end of each of them.
 */
const sequenceOf = ({ version }: Activity, registrations: readonly Registration[]): number =>
  version + registrations.reduce((sum, { endedAt }) => sum + (endedAt === null ? 1 : 2), 0);
