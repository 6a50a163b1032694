/**
 * What stands in the codes of the door, read by devices without a network: `LV1.<activity>.<name>.<digits>` of a member,
 * `LV2.<activity>.<step>.<mac>` on the screen of a hall. A name stands for one registration, 96 bits in base64url; the
 * digits change every 30 seconds.
 */
export const MEMBER_STEP_MS = 30_000;
/** Clocks differ a little, and a code is shown a moment before it is read: one step before and after. */
export const MEMBER_STEPS_AROUND = 1;
export const HALL_STEP_MS = 15_000;
/** Whoever scans the hall's code may have to sign in first. */
export const HALL_VALID_MS = 180_000;

export interface MemberCode {
  activityId: number;
  name: string;
  digits: string;
}
export interface HallCode {
  activityId: number;
  step: number;
  mac: string;
}

export const memberCode = ({ activityId, name, digits }: MemberCode): string => `LV1.${activityId}.${name}.${digits}`;
export const hallCode = ({ activityId, step, mac }: HallCode): string => `LV2.${activityId}.${step}.${mac}`;

/** What was read, or null for what is no member's code of ours. */
export function readMemberCode(read: string): MemberCode | null {
  const [, activity = '', name = '', digits = ''] = /^LV1\.(\d{1,15})\.([\w-]{16})\.(\d{6})$/.exec(read.trim()) ?? [];
  return name === '' ? null : { activityId: Number(activity), name, digits };
}

/** Reads the hall's code; null for what is none of ours. */
export function readHallCode(read: string): HallCode | null {
  const [, activity = '', step = '', mac = ''] = /^LV2\.(\d{1,15})\.(\d{1,12})\.([\w-]{16})$/.exec(read.trim()) ?? [];
  return mac === '' ? null : { activityId: Number(activity), step: Number(step), mac };
}

/** Six digits of an HMAC-SHA-1 (RFC 4226, dynamic truncation): what every side makes of it. */
export function digitsOf(mac: Uint8Array): string {
  const offset = (mac[19] ?? 0) & 0xf;
  const [a = 0, b = 0, c = 0, d = 0] = mac.subarray(offset, offset + 4);
  const number = ((a & 0x7f) << 24) | (b << 16) | (c << 8) | d;
  return String(number % 1_000_000).padStart(6, '0');
}

/** A step as the eight bytes that are signed. */
export function stepBytes(step: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(8);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(step));
  return bytes;
}

/** The message whose HMAC-SHA-256 by the key of the activity is the secret, or the name, of a registration. */
export const secretOf = (registrationId: number): string => `secret:${registrationId}`;
export const nameOf = (registrationId: number): string => `name:${registrationId}`;
/** Bytes of what is derived that are used. */
export const SECRET_BYTES = 20;
export const NAME_BYTES = 12;
