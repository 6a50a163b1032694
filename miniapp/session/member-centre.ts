import type { SessionReply } from '../../bff/contract/accounts/endpoints.ts';
import { oidcEndpoints } from '../../bff/contract/oidc/endpoints.ts';
import { ApiError } from '../api/api-error.ts';
import { call } from '../api/client.ts';
import { backFromCentre, leaveForCentre } from '../platform/account/member-centre.ts';
import { startSession } from './use-session.ts';

/** A proved identity to which no account of ours is bound yet. */
export interface Newcomer {
  proof: { ticket: string; browser: string };
  /** What the site calls this person; may be empty. */
  name: string;
  back: string;
}

/**
 * Leaves for the association's own site, which leads back to the page `fromOidc`; false where there is no such site.
 * Throws ApiError.
 */
export async function goToCentre(back: string, presentPage: 'stays' | 'left out'): Promise<boolean> {
  const { url, browser } = await call(oidcEndpoints.beginOidc, {});
  if (url) leaveForCentre(url, { browser, back }, presentPage);
  return url !== null;
}

/** What came of the way to the site: a session and where to go on, or somebody to be bound. Throws ApiError. */
export async function arriveFromCentre(came: {
  code: string;
  state: string;
  iss?: string | undefined;
}): Promise<{ session: SessionReply; back: string } | Newcomer> {
  const kept = backFromCentre();
  if (!kept || !came.code) throw new ApiError('oidc_refused');
  const { code, state, iss } = came;
  const { browser, back } = kept;
  const body = { code, state, browser, ...(iss !== undefined && { iss }) };
  const { ticket, isBound, name } = await call(oidcEndpoints.identifyByOidc, { body });
  const proof = { ticket, browser };
  if (!isBound) return { proof, name, back };
  const session = await call(oidcEndpoints.signInByOidc, { body: proof });
  startSession(session);
  return { session, back };
}

/** Signs in by password and binds the proved identity to the account. Throws ApiError. */
export async function bindFromCentre(
  { proof }: Newcomer,
  proven: { login: string; password: string },
): Promise<SessionReply> {
  const session = await call(oidcEndpoints.bindOidc, { body: { ...proof, ...proven } });
  startSession(session);
  return session;
}
