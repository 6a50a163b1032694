import { Op } from 'sequelize';
import { z } from 'zod';
import { SEATED_STATES, type RegistrationState } from '../../../contract/activities/enums.ts';
import { DAY_MS } from '../../../contract/dates.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { select } from '../../../platform/db/database.ts';
import { inList } from '../../../platform/db/keyset.ts';
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
  const happened = await readHappened(own.map(({ id }) => id));
  return activities
    .map((activity) =>
      entryOf(
        activity,
        own.filter((one) => one.activityId === activity.id),
        happened,
      ),
    )
    .filter((entry) => entry !== null);
}

/** How much has happened to a registration, and when the last of it did. */
type Happened = ReadonlyMap<number, { times: number; lastAt: number }>;
const happenedRow = z.strictObject({ id: z.int(), times: z.int(), lastAt: z.int() });

async function readHappened(ids: readonly number[]): Promise<Happened> {
  if (ids.length === 0) return new Map();
  const registrations = inList(ids);
  const rows = await select(
    happenedRow,
    `SELECT subject_id AS id, COUNT(*) AS times, MAX(at) AS lastAt FROM timeline_entries
     WHERE subject_kind = 'registration' AND subject_id IN ${registrations.sql} GROUP BY subject_id`,
    registrations.values,
  );
  return new Map(rows.map(({ id, ...rest }) => [id, rest]));
}

function entryOf(activity: Activity, registrations: readonly Registration[], happened: Happened): Entry | null {
  const latest = registrations.at(-1);
  if (!latest || !(isSeated(latest) || GONE.includes(latest.state))) return null;
  const { id, title, place, address, beginsAt, endsAt, state } = activity;
  return {
    activityId: id,
    sequence: sequenceOf(activity, registrations, happened),
    title,
    place: address ? `${place}（${address}）` : place,
    beginsAt,
    endsAt,
    isCancelled: state === 'cancelled' || !isSeated(latest),
    stampedAt: happened.get(latest.id)?.lastAt ?? latest.signedAt,
  };
}

/**
 * The SEQUENCE of an entry (RFC 5545): it rises with each edit of the activity, and with whatever happens to a registration of the
 * lawyer: its timeline only grows, also where a leave is undone.
 */
const sequenceOf = ({ version }: Activity, registrations: readonly Registration[], happened: Happened): number =>
  version + registrations.reduce((sum, { id }) => sum + 1 + (happened.get(id)?.times ?? 0), 0);
