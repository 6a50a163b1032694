import type { Direction, ScanDecision, ScanDoubt, ScanWay } from '../../../contract/door/enums.ts';

/** What a scan says of somebody's coming. */
export interface Told {
  deviceId: number;
  registrationId: number | null;
  direction: Direction;
  way: ScanWay;
  at: number;
  doubt: ScanDoubt;
  decision: ScanDecision;
}

export interface SeenAtDoor {
  arrivedAt: number;
  leftAt: number | null;
  way: ScanWay;
}

/** So many entries by hand are believed of every device. Beyond that, at most a tenth of its scans may be by hand. */
const HAND_FREE = 3;
const HAND_SHARE = 0.1;

/**
 * Devices that took more by hand than is believed without a look. People are counted, not scans: whoever reads one code forty
 * times has seen one.
 */
export function devicesByHand(
  scans: readonly Pick<Told, 'deviceId' | 'way' | 'registrationId'>[],
): ReadonlySet<number> {
  const people = new Map<number, { hand: Set<number | null>; all: Set<number | null> }>();
  for (const { deviceId, way, registrationId } of scans) {
    const seen = people.get(deviceId) ?? { hand: new Set(), all: new Set() };
    if (way === 'hand') seen.hand.add(registrationId);
    seen.all.add(registrationId);
    people.set(deviceId, seen);
  }
  const over = [...people].filter(([, { hand, all }]) => hand.size > Math.max(HAND_FREE, all.size * HAND_SHARE));
  return new Set(over.map(([deviceId]) => deviceId));
}

/** Whether a scan counts: nothing is odd about it, or staff have said so. */
export function counts(scan: Told, byHand: ReadonlySet<number>): boolean {
  if (scan.decision !== '') return scan.decision === 'accepted';
  return scan.doubt === '' && !(scan.way === 'hand' && byHand.has(scan.deviceId));
}

/**
 * Who was there, of all scans of an activity, in whatever order they came and however often: the earliest valid time of
 * coming wins, the latest of leaving after it.
 */
export function presencesOf(scans: readonly Told[]): ReadonlyMap<number, SeenAtDoor> {
  const byHand = devicesByHand(scans);
  const seen = new Map<number, SeenAtDoor>();
  const valid = scans.filter((scan) => counts(scan, byHand));
  for (const { registrationId, direction, at, way } of valid) {
    if (registrationId === null || direction !== 'in') continue;
    const before = seen.get(registrationId);
    const isEarlier = !before || at < before.arrivedAt || (at === before.arrivedAt && way < before.way);
    if (isEarlier) seen.set(registrationId, { arrivedAt: at, leftAt: null, way });
  }
  for (const { registrationId, direction, at } of valid) {
    const presence = registrationId === null ? undefined : seen.get(registrationId);
    if (direction !== 'out' || !presence || at <= presence.arrivedAt) continue;
    presence.leftAt = Math.max(presence.leftAt ?? 0, at);
  }
  return seen;
}
