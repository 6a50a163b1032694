import type { Context } from 'koa';
import { DAY_MS } from '../contract/dates.ts';
import { holdWays, holdWords } from '../contract/accounts/holds.ts';
import { isShutWhileHeld, type Access, type Endpoint } from '../contract/endpoint.ts';
import { env } from '../env.ts';
import { AppError } from '../errors.ts';
import { plainAddress } from '../platform/network.ts';
import type { Actor, InSession } from '../actor.ts';
import { resolveSession } from '../modules/accounts/resolve-session.ts';
import { knownDevices } from './known-devices.ts';
import type { SessionCookie } from './route.ts';

type Realm = 'member' | 'staff';

const BEARER = /^Bearer ([\w-]{20,100})$/;

// Members and staff may be signed in side by side in one browser, hence two cookies. The __Host- prefix forbids a
// sibling domain to set them, and browsers only accept it over HTTPS.
const COOKIE_NAMES = { member: 'lz_member', staff: 'lz_staff' } as const;
const cookieName = (realm: Realm) => (env.SECURE_COOKIES ? `__Host-${COOKIE_NAMES[realm]}` : COOKIE_NAMES[realm]);

/** Sessions end on the server; the cookie merely has to live longer than any of them. */
const COOKIE_LIFETIME_MS = 30 * DAY_MS;

/** Which of the two realms an access belongs to; public endpoints below /staff are staff's too. */
export function realmOf(access: Access, path: string): Realm {
  return access === 'staff' || access === 'staff-newcomer' || Array.isArray(access) || path.startsWith('/staff/')
    ? 'staff'
    : 'member';
}

/** The realm's session cookie, and the cookie of known devices, which both realms share. */
export function sessionCookie(ctx: Context, realm: Realm): SessionCookie {
  const devices = knownDevices(ctx);
  const options = { httpOnly: true, sameSite: 'lax', secure: env.SECURE_COOKIES, path: '/', overwrite: true } as const;
  return {
    start({ token, accountId, reply }, to) {
      if (to === 'reply') return { ...reply, token };
      ctx.cookies.set(cookieName(realm), token, { ...options, maxAge: COOKIE_LIFETIME_MS });
      devices.remember(accountId);
      return reply;
    },
    knownDevice: (accountId) => devices.of(accountId),
    end: () => ctx.cookies.set(cookieName(realm), '', { ...options, expires: new Date(0) }),
  };
}

/**
 * Finds who calls and whether the endpoint's access lets them pass. Throws `not_signed_in`, `forbidden`,
 * `password_change_required`, `second_factor_setup_required`, `account_held` or `bad_origin`. Public endpoints get null.
 */
export async function authenticate(ctx: Context, endpoint: Endpoint): Promise<(Actor & InSession) | null> {
  const { access, path } = endpoint;
  const realm = realmOf(access, path);
  const bearer = BEARER.exec(ctx.get('authorization'))?.[1];
  const cookie = ctx.cookies.get(cookieName(realm));
  checkOrigin(ctx, bearer === undefined && cookie !== undefined && access !== 'public');
  if (access === 'public') return null;
  const token = bearer ?? cookie;
  const reads = endpoint.method === 'GET';
  const session = token ? await resolveSession({ token, realm, address: plainAddress(ctx.ip), reads }) : null;
  if (!session) throw new AppError('not_signed_in');
  const admitsNewcomers = access === 'newcomer' || access === 'staff-newcomer';
  if (session.mustChangePassword && !admitsNewcomers) throw new AppError('password_change_required');
  if (session.mustSetUpSecondFactor && !admitsNewcomers) throw new AppError('second_factor_setup_required');
  if (!mayPass(session.actor, access)) throw new AppError('forbidden');
  if (session.held && isShutWhileHeld(endpoint)) {
    throw new AppError('account_held', { message: holdWords(session.held) + holdWays(session.held) });
  }
  return session.actor;
}

function mayPass(actor: Actor, access: Access): boolean {
  switch (access) {
    case 'public':
      return true;
    case 'newcomer':
    case 'member':
      return actor.kind !== 'staff';
    case 'firm':
      return actor.kind === 'firm';
    case 'staff':
    case 'staff-newcomer':
      return actor.kind === 'staff';
    default:
      return (
        actor.kind === 'staff' &&
        (actor.roles.includes('administrator') || actor.roles.some((role) => access.includes(role)))
      );
  }
}

/**
 * A page of another site can make a browser send our cookie, but not without its own Origin. Requests that carry no
 * cookie of ours (mini-program, curl) may lack the header.
 */
function checkOrigin(ctx: Context, cookieDecides: boolean): void {
  if (ctx.method === 'GET' || ctx.method === 'HEAD') return;
  expectOrigin(ctx, cookieDecides);
}

/**
 * The same of a socket, which begins as a GET that another site's page may send as well. Throws `bad_origin`. A token in the
 * header is no cookie: a mini-program sends it, from an origin of WeChat's.
 */
export function expectOwnOrigin(ctx: Context): void {
  if (!BEARER.test(ctx.get('authorization'))) expectOrigin(ctx, true);
}

function expectOrigin(ctx: Context, cookieDecides: boolean): void {
  const origin = ctx.get('origin');
  if (origin === '' && !cookieDecides) return;
  // Not ctx.origin: Koa 3 answers the header itself there.
  if (origin === new URL(env.PUBLIC_URL).origin || origin === `${ctx.protocol}://${ctx.host}`) return;
  throw new AppError('bad_origin');
}
