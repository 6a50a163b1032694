import type { Transaction } from 'sequelize';
import { z } from 'zod';
import { PRESENCE_OUTCOMES, PRESENCE_WAYS, type PresenceWay } from '../../../contract/activities/enums.ts';
import { DIRECTIONS, SCAN_DECISIONS, SCAN_DOUBTS, SCAN_WAYS, type ScanWay } from '../../../contract/door/enums.ts';
import { oneOf } from '../../../contract/reply-parts.ts';
import { select } from '../../../platform/db/database.ts';
import { erasePresence, writePresence, type Seen } from '../presence/write-presence.ts';
import { presencesOf, type SeenAtDoor, type Told } from './presence-of.ts';

const toldRow = z.strictObject({
  deviceId: z.int(),
  registrationId: z.int().nullable(),
  direction: oneOf(DIRECTIONS),
  way: oneOf(SCAN_WAYS),
  at: z.int(),
  doubt: oneOf(SCAN_DOUBTS),
  decision: oneOf(SCAN_DECISIONS),
});
const storedRow = z.strictObject({
  registrationId: z.int(),
  outcome: oneOf(PRESENCE_OUTCOMES),
  arrivedAt: z.int().nullable(),
  leftAt: z.int().nullable(),
  way: oneOf(PRESENCE_WAYS),
});
type Stored = z.infer<typeof storedRow>;

const WAYS: Record<ScanWay, PresenceWay> = { code: 'code', hand: 'door', walkin: 'walkin' };
const OF_DEVICES: readonly PresenceWay[] = Object.values(WAYS);

/** All scans of an activity. */
export const readScans = (activityId: number, t?: Transaction): Promise<Told[]> =>
  select(
    toldRow,
    `SELECT device_id AS deviceId, registration_id AS registrationId, direction, way, at, doubt, decision
      FROM activity_scans WHERE activity_id = ?`,
    [activityId],
    t,
  );

/**
 * Makes what counts of everybody's coming anew of all scans there are: the same whatever the order in which they came. What
 * was recorded otherwise (by hand, by the hall's code) stays, and an earlier scan makes it earlier. The activity is locked.
 */
export async function recountPresences(activityId: number, t: Transaction): Promise<void> {
  const seen = presencesOf(await readScans(activityId, t));
  const all = await select(
    storedRow,
    `SELECT p.registration_id AS registrationId, p.outcome, p.arrived_at AS arrivedAt, p.left_at AS leftAt, p.way
      FROM activity_presences p JOIN activity_registrations r ON r.id = p.registration_id WHERE r.activity_id = ?`,
    [activityId],
    t,
  );
  const stored = new Map(all.map((row) => [row.registrationId, row]));
  for (const registrationId of new Set([...seen.keys(), ...stored.keys()])) {
    const before = stored.get(registrationId) ?? null;
    const after = counted(seen.get(registrationId) ?? null, before);
    if (isSame(before, after)) continue;
    if (after) await writePresence({ registrationId, seen: after, by: null }, t);
    else await erasePresence({ registrationId, by: null }, t);
  }
}

function counted(seen: SeenAtDoor | null, before: Stored | null): Seen | null {
  const kept = before && !OF_DEVICES.includes(before.way) ? before : null;
  if (!seen) return kept;
  const atDoor: Seen = { outcome: 'present', arrivedAt: seen.arrivedAt, leftAt: seen.leftAt, way: WAYS[seen.way] };
  if (!kept || kept.outcome === 'absent' || kept.arrivedAt === null) return atDoor;
  const leftAt = Math.max(kept.leftAt ?? 0, seen.leftAt ?? 0);
  return { ...kept, arrivedAt: Math.min(kept.arrivedAt, seen.arrivedAt), leftAt: leftAt === 0 ? null : leftAt };
}

const isSame = (before: Stored | null, after: Seen | null): boolean =>
  before?.outcome === after?.outcome &&
  before?.arrivedAt === after?.arrivedAt &&
  before?.leftAt === after?.leftAt &&
  before?.way === after?.way;
