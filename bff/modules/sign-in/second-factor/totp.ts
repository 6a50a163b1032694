import { Secret, TOTP } from 'otpauth';

/** RFC 6238 as every authenticator app knows it. */
const PERIOD_S = 30;
/** Steps before and after the present one that are taken: clocks of telephones are a little off. */
const WINDOW = 1;

const totpOf = (secret: string) => new TOTP({ secret: Secret.fromBase32(secret), digits: 6, period: PERIOD_S });

/** A new secret of 160 bits (RFC 4226, 4), in base32. */
export const newSecret = (): string => new Secret({ size: 20 }).base32;

/** The address that a QR code holds: `otpauth://totp/<association>:<login>?…`. */
export function enrolUrl(secret: string, names: { association: string; login: string }): string {
  const { association: issuer, login: label } = names;
  return new TOTP({ issuer, label, secret: Secret.fromBase32(secret), digits: 6, period: PERIOD_S }).toString();
}

/** The time step whose code was typed at `now` (epoch ms), or null when it is none of these minutes. */
export function stepOf(secret: string, code: string, now: number): number | null {
  if (!/^\d{6}$/.test(code)) return null;
  const delta = totpOf(secret).validate({ token: code, timestamp: now, window: WINDOW });
  return delta === null ? null : Math.floor(now / 1000 / PERIOD_S) + delta;
}
