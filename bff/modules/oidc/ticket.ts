import { AppError } from '../../errors.ts';
import { clock } from '../../platform/clock/clock.ts';
import { hashToken, randomToken } from '../../platform/crypto/tokens.ts';
import { kv } from '../../platform/kv/kv.ts';
import type { OidcIdentity } from '../../platform/oidc/identify.ts';

/** Time to look the own login up. */
const TICKET_MS = 10 * 60_000;

interface Kept extends OidcIdentity {
  /** Hash of the browser's secret. */
  browser: string;
  /** Epoch ms, as of a state. */
  until: number;
}

/** A ticket that stands for a proved identity, good in this browser alone: the provider's code is used up by now. */
export async function giveTicket(identity: OidcIdentity, browser: string): Promise<string> {
  const ticket = randomToken(128);
  const kept: Kept = { ...identity, browser: hashToken(browser), until: clock.now() + TICKET_MS };
  await kv.set(keyOf(ticket), JSON.stringify(kept), { ttlMs: TICKET_MS });
  return ticket;
}

/**
 * Does `work` with the identity that a ticket stands for; only what succeeds uses it up, a wrong password does not.
 * Throws `oidc_refused` for one that is unknown, old, used, in use, or of another browser.
 */
export async function withTicket<T>(
  { ticket, browser }: { ticket: string; browser: string },
  work: (identity: OidcIdentity) => Promise<T>,
): Promise<T> {
  const found = await kv.get(keyOf(ticket));
  const kept = found === undefined ? null : (JSON.parse(found) as Kept);
  if (kept?.browser !== hashToken(browser) || kept.until <= clock.now()) throw new AppError('oidc_refused');
  const inUse = `${keyOf(ticket)}:taken`;
  if ((await kv.increment(inUse, { ttlMs: TICKET_MS })) !== 1) throw new AppError('oidc_refused');
  let result: T;
  try {
    result = await work({ issuer: kept.issuer, subject: kept.subject, name: kept.name });
  } catch (fault) {
    await kv.delete(inUse);
    throw fault;
  }
  // The mark stays: whoever read the ticket a moment ago comes too late.
  await kv.delete(keyOf(ticket));
  return result;
}

const keyOf = (ticket: string) => `oidc-ticket:${hashToken(ticket)}`;
