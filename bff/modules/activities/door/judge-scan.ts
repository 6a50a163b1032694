import { readMemberCode } from '../../../contract/door/code.ts';
import type { ScanDoubt } from '../../../contract/door/enums.ts';
import type { SendScansParsed } from '../../../contract/door/schemas.ts';
import { HOUR_MS } from '../../../contract/dates.ts';
import { fits, registrationSecret } from './codes.ts';

type SentScan = SendScansParsed['scans'][number];

/** Check-in begins so long before the activity; leaving may take a while after it. */
const BEFORE_MS = HOUR_MS;
const AFTER_MS = 2 * HOUR_MS;
/** No two clocks show exactly the same: so much difference is not held against a scan. */
const SLACK_MS = 60_000;

export interface Judged {
  registrationId: number | null;
  /** When the code was read, by the server's clock (epoch ms). */
  at: number;
  doubt: ScanDoubt;
}

/**
 * Judges one scan by itself: neither the other scans nor the order in which they came matter. The code is computed anew for
 * the instant at which it was read, once with the difference of clocks that the device knew then, once with the one that
 * shows now; if the device's clock was set in between, one of the two is right.
 */
export function judgeScan(judged: {
  scan: SentScan;
  activity: { id: number; beginsAt: number; endsAt: number };
  device: { openedAt: number };
  key: Buffer;
  /** Name in the code → registration. */
  names: ReadonlyMap<string, number>;
  /** Registrations of this activity. */
  known: ReadonlySet<number>;
  /** The server's clock minus the device's, now. */
  offsetMs: number;
  now: number;
}): Judged {
  const { scan, activity, key, names, known, now } = judged;
  const instants = [scan.deviceAt + scan.offsetMs, scan.deviceAt + judged.offsetMs].map((at) => Math.min(at, now));
  const [at = now] = instants;
  if (scan.way === 'walkin') return { registrationId: null, at, doubt: inTime(at, judged) || 'walkin' };
  if (scan.way === 'hand') {
    const registrationId = scan.registrationId !== null && known.has(scan.registrationId) ? scan.registrationId : null;
    return { registrationId, at, doubt: registrationId === null ? 'unknown' : inTime(at, judged) };
  }
  const code = readMemberCode(scan.read);
  if (!code) return { registrationId: null, at, doubt: 'unknown' };
  if (code.activityId !== activity.id) return { registrationId: null, at, doubt: 'other' };
  const registrationId = names.get(code.name) ?? null;
  if (registrationId === null) return { registrationId, at, doubt: 'unknown' };
  const secret = registrationSecret(key, registrationId);
  const right = instants.find((instant) => fits(secret, code.digits, instant));
  if (right === undefined) return { registrationId, at, doubt: 'code' };
  return { registrationId, at: right, doubt: inTime(right, judged) };
}

function inTime(
  at: number,
  { activity, device }: { activity: { beginsAt: number; endsAt: number }; device: { openedAt: number } },
): ScanDoubt {
  if (at < device.openedAt - SLACK_MS) return 'early';
  return at < activity.beginsAt - BEFORE_MS || at >= activity.endsAt + AFTER_MS ? 'window' : '';
}
