import type { OidcIdentityReply } from '../../contract/oidc/endpoints.ts';
import { countAgainst } from '../../platform/kv/rate-limit.ts';
import { identifyByCode } from '../../platform/oidc/identify.ts';
import { returnAddress, takeState } from './authorisation.ts';
import { OidcBinding } from './model.ts';
import { giveTicket } from './ticket.ts';
import { valueOf } from './value-of.ts';

/** A whole office comes from behind one address; a machine that tries codes asks far more often. */
const CODES = { name: 'oidc-code', limit: 60, windowMs: 60_000 };

/**
 * Who came back from the association's own site. Throws `oidc_refused` for a state that is not of this browser, old or
 * used, and for a code or an identity that does not hold; `unavailable` while the site does not answer;
 * `too_many_requests`.
 */
export async function identify(asked: {
  code: string;
  state: string;
  browser: string;
  iss?: string | undefined;
  address: string;
}): Promise<OidcIdentityReply> {
  const { code, state, browser, iss, address } = asked;
  await countAgainst(CODES, address);
  const tie = await takeState(state, browser);
  const identity = valueOf(await identifyByCode({ code, iss, redirectUri: returnAddress(), tie }));
  const { issuer, subject, name } = identity;
  const isBound = (await OidcBinding.count({ where: { issuer, subject } })) > 0;
  return { ticket: await giveTicket(identity, browser), isBound, name };
}
