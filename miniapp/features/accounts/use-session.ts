import { useQuery } from '@tanstack/react-query';
import { accountEndpoints, type MemberAccount, type SessionReply } from '../../../bff/contract/endpoints/accounts.ts';
import { ApiError } from '../../api/api-error.ts';
import { bearer } from '../../api/bearer.ts';
import { call } from '../../api/client.ts';
import { queryClient } from '../../api/query-client.ts';
import { accountStorage } from '../../platform/account-storage.ts';
import { SESSION_TOKEN_IN } from '../../platform/session-token.ts';
import { leadToSignIn } from './lead-to-sign-in.ts';

export const SESSION_KEY = ['session'] as const;

/** Who is signed in: undefined while it is being asked, null for nobody. */
export function useSession() {
  return useQuery({ queryKey: SESSION_KEY, queryFn: askSession, staleTime: Infinity });
}

async function askSession(): Promise<SessionReply | null> {
  try {
    return await call(accountEndpoints.showSession, {});
  } catch (fault) {
    if (fault instanceof ApiError && fault.code === 'not_signed_in') return null;
    throw fault;
  }
}

/** The member of a session; null for nobody and for staff, whose client is another one. */
export function memberOf(session: SessionReply | null | undefined): MemberAccount | null {
  return session && session.account.kind !== 'staff' ? session.account : null;
}

/** Signs in and remembers the session. Throws ApiError. */
export async function signIn(login: string, password: string): Promise<SessionReply> {
  const session = await call(accountEndpoints.signIn, { body: { login, password, tokenIn: SESSION_TOKEN_IN } });
  startSession(session);
  return session;
}

/** Sets a new password; the server answers with a fresh session. Throws ApiError. */
export async function changePassword(current: string, next: string): Promise<SessionReply> {
  const session = await call(accountEndpoints.changePassword, { body: { current, next } });
  startSession(session);
  return session;
}

/**
 * Ends the session and leads to the sign-in page. Throws ApiError when the server could not be told: the cookie would
 * still open the account, so the device must not look signed out.
 */
export async function signOut(): Promise<void> {
  try {
    await call(accountEndpoints.signOut, {});
  } catch (fault) {
    if (!(fault instanceof ApiError && fault.code === 'not_signed_in')) throw fault;
  }
  accountStorage.forgetAll();
  leadToSignIn();
  endSession();
}

/** Forgets everything that belonged to the session. */
export function endSession(): void {
  bearer.forget();
  replaceSession(null);
}

function startSession(session: SessionReply): void {
  bearer.write(session.token);
  replaceSession(session);
}

// The session's own entry stays, so that open pages hear of the change; what was read for somebody else goes.
function replaceSession(session: SessionReply | null): void {
  queryClient.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== SESSION_KEY[0] });
  queryClient.setQueryData(SESSION_KEY, session);
}
