import { z } from 'zod';
import { REGISTRATION_STATES } from '../../../contract/activities/enums.ts';
import { toIso } from '../../../contract/dates.ts';
import { readMemberCode } from '../../../contract/door/code.ts';
import { DIRECTIONS, SCAN_DECISIONS, SCAN_DOUBTS, SCAN_WAYS } from '../../../contract/door/enums.ts';
import type { DoorPage } from '../../../contract/door/replies.ts';
import { oneOf } from '../../../contract/reply-parts.ts';
import { AppError } from '../../../errors.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { select } from '../../../platform/db/database.ts';
import { inList } from '../../../platform/db/keyset.ts';
import { countRow } from '../../../platform/db/rows.ts';
import { Activity } from '../model.ts';
import { DoorDevice, Scan } from './model.ts';
import { hasDoor } from './open-door.ts';
import { devicesByHand } from './presence-of.ts';
import { readScans } from './recount-presences.ts';

const MAX_SHOWN = 300;

const scanRow = z.strictObject({
  id: z.int(),
  deviceId: z.int(),
  at: z.int(),
  entrance: z.string(),
  read: z.string(),
  name: z.string(),
  note: z.string(),
  direction: oneOf(DIRECTIONS),
  way: oneOf(SCAN_WAYS),
  doubt: oneOf(SCAN_DOUBTS),
  decision: oneOf(SCAN_DECISIONS),
  registrationId: z.int().nullable(),
});
const passRow = z.strictObject({ name: z.string(), at: z.int(), state: oneOf(REGISTRATION_STATES) });

/** 签到 of an activity: its devices, what is doubtful, who was let in though his seat was given back. Throws `not_found`. */
export async function showDoor({ activityId }: { activityId: number }): Promise<DoorPage> {
  const activity = await Activity.findByPk(activityId);
  if (!activity) throw new AppError('not_found');
  const devices = await DoorDevice.findAll({ where: { activityId }, order: ['id'] });
  const counted = await Scan.count({ where: { activityId }, group: ['deviceId'] });
  const scansOf = new Map(counted.map(({ deviceId, count }) => [Number(deviceId), count]));
  const passes = await select(
    passRow,
    `SELECT l.name, MIN(s.at) AS at, r.state FROM activity_scans s JOIN activity_registrations r ON r.id = s.registration_id
      JOIN lawyers l ON l.id = r.lawyer_id WHERE s.activity_id = ? AND s.direction = 'in' AND r.state <> 'registered'
      GROUP BY r.id, l.name, r.state ORDER BY at`,
    [activityId],
  );
  return {
    now: toIso(clock.now()),
    title: activity.title,
    present: await countPresent(activityId),
    seated: activity.taken,
    devices: devices.map((device) => ({
      id: device.id,
      entrance: device.entrance,
      openedBy: device.openedBy,
      openedAt: toIso(device.openedAt),
      seenAt: toIso(device.seenAt ?? null),
      scans: scansOf.get(device.id) ?? 0,
      waiting: device.waiting,
      offsetMs: device.offsetMs,
      isDismissed: (device.dismissedAt ?? null) !== null,
    })),
    doubts: await readDoubts(activityId),
    passes: passes.map(({ at, ...pass }) => ({ ...pass, at: toIso(at) })),
    can: { open: hasDoor(activity) },
  };
}

/** How many are there. */
export async function countPresent(activityId: number): Promise<number> {
  const [row] = await select(
    countRow,
    `SELECT COUNT(*) AS n FROM activity_presences p JOIN activity_registrations r ON r.id = p.registration_id
      WHERE r.activity_id = ? AND p.outcome = 'present'`,
    [activityId],
  );
  return row?.n ?? 0;
}

const titleRow = z.strictObject({ id: z.int(), title: z.string() });

/** What was read, in words where it is the code of another activity. */
async function inWords(reads: readonly string[]): Promise<(read: string) => string> {
  const codes = new Map(reads.map((read) => [read, readMemberCode(read)?.activityId ?? 0]));
  const { sql, values } = inList([...new Set(codes.values())]);
  const rows = await select(titleRow, `SELECT id, title FROM activities WHERE id IN ${sql}`, values);
  const titles = new Map(rows.map(({ id, title }) => [id, title]));
  return (read) => {
    const title = titles.get(codes.get(read) ?? 0);
    return title === undefined ? read : `“${title}”的签到码`;
  };
}

async function readDoubts(activityId: number): Promise<DoorPage['doubts']> {
  const byHand = devicesByHand(await readScans(activityId));
  const rows = await select(
    scanRow,
    `SELECT s.id, s.device_id AS deviceId, s.at, d.entrance, s.read, COALESCE(l.name, '') AS name, s.note, s.direction, s.way,
        s.doubt, s.decision, s.registration_id AS registrationId
      FROM activity_scans s JOIN door_devices d ON d.id = s.device_id
      LEFT JOIN activity_registrations r ON r.id = s.registration_id LEFT JOIN lawyers l ON l.id = r.lawyer_id
      WHERE s.activity_id = ? AND (s.doubt <> '' OR s.way = 'hand') ORDER BY s.id DESC LIMIT ?`,
    [activityId, MAX_SHOWN],
  );
  const said = await inWords(rows.flatMap(({ doubt, read }) => (doubt === 'other' ? [read] : [])));
  return rows
    .filter(({ doubt, deviceId }) => doubt !== '' || byHand.has(deviceId))
    .map(({ registrationId, deviceId: _device, at, doubt, note, read, ...row }) => ({
      ...row,
      at: toIso(at),
      read: [said(read), note].filter(Boolean).join('，'),
      doubt: doubt === '' ? ('hand' as const) : doubt,
      can: { accept: registrationId !== null },
    }));
}
