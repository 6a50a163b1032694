import { createHmac, timingSafeEqual } from 'node:crypto';
import {
  digitsOf,
  HALL_STEP_MS,
  HALL_VALID_MS,
  MEMBER_STEP_MS,
  MEMBER_STEPS_AROUND,
  NAME_BYTES,
  nameOf,
  SECRET_BYTES,
  secretOf,
  stepBytes,
} from '../../../contract/door/code.ts';
import { keyedIndex } from '../../../platform/crypto/keyed-index.ts';

const sha256 = (key: Buffer, message: string) => createHmac('sha256', key).update(message).digest();

/** The key of an activity: devices of its door have it, and make of it what they compare codes with. */
export const activityKey = (activityId: number): Buffer =>
  Buffer.from(keyedIndex('activity door', String(activityId)), 'base64url');

/** The secret of a registration: twenty bytes. */
export const registrationSecret = (key: Buffer, registrationId: number): Buffer =>
  sha256(key, secretOf(registrationId)).subarray(0, SECRET_BYTES);

/** What stands for a registration in its code. */
export const registrationName = (key: Buffer, registrationId: number): string =>
  sha256(key, nameOf(registrationId)).subarray(0, NAME_BYTES).toString('base64url');

/** The digits of a registration at an instant. */
export function digitsAt(secret: Buffer, instant: number): string {
  const mac = createHmac('sha1', secret).update(stepBytes(Math.floor(instant / MEMBER_STEP_MS)));
  return digitsOf(mac.digest());
}

/** Whether digits are those of an instant, or of one step before or after it. */
export function fits(secret: Buffer, digits: string, instant: number): boolean {
  for (let step = -MEMBER_STEPS_AROUND; step <= MEMBER_STEPS_AROUND; step++) {
    if (isSame(digitsAt(secret, instant + step * MEMBER_STEP_MS), digits)) return true;
  }
  return false;
}

/** The step and mac of the hall's code now. */
export function hallMac(activityId: number, step: number): string {
  return sha256(activityKey(activityId), `hall:${step}`).subarray(0, NAME_BYTES).toString('base64url');
}

/** Whether a code of the hall was on the screen within the last three minutes. */
export function isOnScreen(code: { activityId: number; step: number; mac: string }, now: number): boolean {
  const shownAt = code.step * HALL_STEP_MS;
  const isRecent = shownAt <= now && now - shownAt < HALL_VALID_MS;
  return isRecent && isSame(hallMac(code.activityId, code.step), code.mac);
}

/**
 * The digits that the host reads out in the hall. They stay the same all through the activity, and the screen never shows
 * them.
 */
export function hallDigits(activityId: number): string {
  const number = sha256(activityKey(activityId), 'host').readUInt32BE(0);
  return String(number % 10_000).padStart(4, '0');
}

const isSame = (one: string, other: string): boolean =>
  one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));
