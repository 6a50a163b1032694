import {
  digitsOf,
  MEMBER_STEP_MS,
  MEMBER_STEPS_AROUND,
  SECRET_BYTES,
  secretOf,
  stepBytes,
} from '../../bff/contract/door/code.ts';

/** Whether digits are those of a registration now, computed on the device by the key of the activity. */
export async function fitsNow(
  activityKey: CryptoKey,
  { registrationId, digits }: { registrationId: number; digits: string },
  now: number,
): Promise<boolean> {
  const message = new TextEncoder().encode(secretOf(registrationId));
  const secret = (await crypto.subtle.sign('HMAC', activityKey, message)).slice(0, SECRET_BYTES);
  const key = await crypto.subtle.importKey('raw', secret, { name: 'HMAC', hash: 'SHA-1' }, false, ['sign']);
  const step = Math.floor(now / MEMBER_STEP_MS);
  for (let around = -MEMBER_STEPS_AROUND; around <= MEMBER_STEPS_AROUND; around++) {
    const mac = new Uint8Array(await crypto.subtle.sign('HMAC', key, stepBytes(step + around)));
    if (digitsOf(mac) === digits) return true;
  }
  return false;
}
