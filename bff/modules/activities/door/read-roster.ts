import { z } from 'zod';
import { DAY_MS, HOUR_MS, toIso } from '../../../contract/dates.ts';
import type { DoorRoster, RosterEntry, ScansTaken } from '../../../contract/door/replies.ts';
import { REGISTRATION_STATES } from '../../../contract/activities/enums.ts';
import { oneOf } from '../../../contract/reply-parts.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { select } from '../../../platform/db/database.ts';
import { Activity } from '../model.ts';
import { activityKey, registrationName } from './codes.ts';
import { loadDevice } from './load-device.ts';
import type { Transaction } from 'sequelize';

/** A device forgets what it knows so long after the activity. */
const KEPT_MS = 48 * HOUR_MS;
export const forgottenAt = ({ endsAt }: Pick<Activity, 'endsAt'>): number => endsAt + KEPT_MS;

/** By which entrance somebody came first, where that was scanned. */
const ENTRANCE = `COALESCE((SELECT d.entrance FROM activity_scans s JOIN door_devices d ON d.id = s.device_id
  WHERE s.registration_id = r.id AND s.direction = 'in' ORDER BY s.at LIMIT 1), '')`;

const entryRow = z.strictObject({
  id: z.int(),
  name: z.string(),
  licenceNo: z.string(),
  phone: z.string(),
  firm: z.string(),
  groupName: z.string(),
  state: oneOf(REGISTRATION_STATES),
  arrivedAt: z.int().nullable(),
  entrance: z.string(),
});

/**
 * The list of names as a device has it: whoever has a seat, and who gave one back, so that he is recognised. Of licence number
 * and telephone the last four only; no photo, no answers. Throws as `loadDevice`.
 */
export async function readRoster({ token }: { token: string }): Promise<DoorRoster> {
  const { activityId } = await loadDevice(token);
  return rosterOf(await Activity.findByPk(activityId, { rejectOnEmpty: true }));
}

/** The same of an activity, for whoever has authorised it. */
export async function rosterOf(activity: Activity): Promise<DoorRoster> {
  const rows = await select(
    entryRow,
    `SELECT r.id, l.name, l.licence_no AS licenceNo, l.phone, COALESCE(f.name, '') AS firm, g.name AS groupName, r.state,
        p.arrived_at AS arrivedAt, ${ENTRANCE} AS entrance
      FROM activity_registrations r JOIN lawyers l ON l.id = r.lawyer_id JOIN activity_groups g ON g.id = r.group_id
      LEFT JOIN firms f ON f.id = l.firm_id LEFT JOIN activity_presences p ON p.registration_id = r.id
      WHERE r.activity_id = ? AND r.state IN ('registered', 'paying', 'cancelled', 'leave', 'removed') ORDER BY r.id`,
    [activity.id],
  );
  const key = activityKey(activity.id);
  const others = await readOthers(activity);
  return {
    now: toIso(clock.now()),
    activityId: activity.id,
    title: activity.title,
    place: activity.place,
    beginsAt: toIso(activity.beginsAt),
    endsAt: toIso(activity.endsAt),
    until: toIso(forgottenAt(activity)),
    others,
    entries: rows.map((row): RosterEntry => {
      const { licenceNo, groupName, phone, arrivedAt, ...rest } = row;
      return {
        ...rest,
        code: registrationName(key, row.id),
        group: groupName,
        licence: licenceNo.slice(-4),
        phone: phone.slice(-4),
        arrivedAt: toIso(arrivedAt),
      };
    }),
  };
}

const otherRow = z.strictObject({ id: z.int(), title: z.string(), beginsAt: z.int() });
/** Codes of other activities are shown at a door for so long before and after them, at most of so many. */
const AROUND_MS = 14 * DAY_MS;
const MAX_OTHERS = 100;

async function readOthers({ id, beginsAt }: Activity): Promise<DoorRoster['others']> {
  const rows = await select(
    otherRow,
    `SELECT id, title, begins_at AS beginsAt FROM activities
      WHERE state = 'published' AND begins_at >= ? AND begins_at <= ? AND id <> ? ORDER BY begins_at LIMIT ?`,
    [beginsAt - AROUND_MS, beginsAt + AROUND_MS, id, MAX_OTHERS],
  );
  return rows.map((row) => ({ ...row, beginsAt: toIso(row.beginsAt) }));
}

const arrivedRow = z.strictObject({ id: z.int(), at: z.int(), entrance: z.string() });

/** Who was recorded as present since an instant, by whatever entrance. */
export async function readArrived(
  { activityId, since }: { activityId: number; since: number },
  t: Transaction,
): Promise<ScansTaken['arrived']> {
  const rows = await select(
    arrivedRow,
    `SELECT r.id, p.arrived_at AS at, ${ENTRANCE} AS entrance FROM activity_presences p
      JOIN activity_registrations r ON r.id = p.registration_id
      WHERE r.activity_id = ? AND p.arrived_at IS NOT NULL AND p.recorded_at >= ?`,
    [activityId, since],
    t,
  );
  return rows.map(({ at, ...row }) => ({ ...row, at: toIso(at) }));
}
