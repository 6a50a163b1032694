import { timingSafeEqual } from 'node:crypto';
import type { Context } from 'koa';
import { DAY_MS } from '../contract/dates.ts';
import { env } from '../env.ts';
import { keyedIndex } from '../platform/crypto/keyed-index.ts';
import { randomToken } from '../platform/crypto/tokens.ts';

/** In a browser of an office several people sign in, one after the other. */
const REMEMBERED = 8;
const LIFETIME_MS = 400 * DAY_MS;
const ENTRY = /^(\d{1,15})\.([\w-]{22})\.([\w-]+)$/;
const cookieName = () => (env.SECURE_COOKIES ? '__Host-lz_known' : 'lz_known');

/** On which device an account has signed in before, as our own signature on a cookie of that device says. */
export interface KnownDevices {
  /** The device, if the account is known on it. */
  of(accountId: number): string | undefined;
  /** From now on the account is known on this device. */
  remember(accountId: number): void;
}

/** The accounts known on the device that asks. The cookie opens nothing: it only keeps strangers' failures apart. */
export function knownDevices(ctx: Context): KnownDevices {
  const entries = (ctx.cookies.get(cookieName()) ?? '').slice(0, 2_000).split('~').flatMap(read);
  return {
    of: (accountId) => entries.find((entry) => entry.accountId === accountId)?.device,
    remember(accountId) {
      if (entries.some((entry) => entry.accountId === accountId)) return;
      const all = [{ accountId, device: randomToken(128) }, ...entries].slice(0, REMEMBERED);
      ctx.cookies.set(cookieName(), all.map(write).join('~'), {
        httpOnly: true,
        sameSite: 'lax',
        secure: env.SECURE_COOKIES,
        path: '/',
        overwrite: true,
        maxAge: LIFETIME_MS,
      });
    },
  };
}

interface Entry {
  accountId: number;
  device: string;
}

function read(entry: string): Entry[] {
  const [, id, device, mac] = ENTRY.exec(entry) ?? [];
  if (!id || !device || !mac) return [];
  const known = { accountId: Number(id), device };
  const [expected, given] = [Buffer.from(macOf(known)), Buffer.from(mac)];
  return expected.length === given.length && timingSafeEqual(expected, given) ? [known] : [];
}

const write = (entry: Entry) => `${entry.accountId}.${entry.device}.${macOf(entry)}`;
const macOf = ({ accountId, device }: Entry) => keyedIndex('known-device', `${accountId}.${device}`);
