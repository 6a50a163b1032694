import { useQuery } from '@tanstack/react-query';
import { accountEndpoints, type SessionReply } from '../../bff/contract/accounts/endpoints.ts';
import type { MemberAccount } from '../../bff/contract/accounts/replies.ts';
import { ApiError } from '../api/api-error.ts';
import { bearer } from '../api/bearer.ts';
import { call } from '../api/client.ts';
import { queryClient } from '../api/query-client.ts';
import { wechatWay } from '../platform/account/sign-in.ts';
import { accountStorage } from '../platform/account/account-storage.ts';
import { SESSION_TOKEN_IN } from '../platform/account/session-token.ts';
import { leadToSignIn } from './lead-to-sign-in.ts';
import { leftByHand } from './left-by-hand.ts';
import { sessionMark } from './session-mark.ts';
import { askBinding, askByWechat } from './wechat-sign-in.ts';

export const SESSION_KEY = ['session'] as const;

/** Who is signed in: undefined while it is being asked, null for nobody. */
export function useSession() {
  return useQuery({ queryKey: SESSION_KEY, queryFn: askSession, staleTime: Infinity });
}

/** Who is signed in as far as is known already; whoever only looks at a public page is not asked about for it. */
export function useKnownSession() {
  return useQuery({ queryKey: SESSION_KEY, queryFn: askSession, staleTime: Infinity, enabled: false });
}

/**
 * Who is signed in, on a page that is everybody's: asked only where somebody signed in on this device and has not signed
 * out, so that strangers are not asked about.
 */
export function useLikelySession(isWanted: boolean) {
  const enabled = isWanted && sessionMark.is();
  return useQuery({ queryKey: SESSION_KEY, queryFn: askSession, staleTime: Infinity, enabled });
}

async function askSession(): Promise<SessionReply | null> {
  try {
    return await call(accountEndpoints.showSession, {});
  } catch (fault) {
    if (fault instanceof ApiError && fault.code === 'not_signed_in') return signInSilently();
    throw fault;
  }
}

/** The mini-program signs in by itself; whoever signed out by hand stays out until signing in again. */
async function signInSilently(): Promise<SessionReply | null> {
  if (wechatWay() !== 'code' || leftByHand.is()) return null;
  try {
    const session = await askByWechat();
    bearer.write(session.token);
    sessionMark.note();
    return session;
  } catch {
    return null; // the sign-in page says what can be done
  }
}

/** Signs in by the WeChat that is bound already. Throws ApiError. */
export async function signInByWechat(): Promise<SessionReply> {
  const session = await askByWechat();
  startSession(session);
  return session;
}

/**
 * Signs in by password and binds this WeChat to the account, so that the next time is silent. While WeChat does not
 * answer, the password alone opens the account. Throws ApiError.
 */
export async function signInForGood(login: string, password: string): Promise<SessionReply> {
  try {
    return await signInAndBind({ login, password });
  } catch (fault) {
    if (fault instanceof ApiError && fault.code !== 'unavailable') throw fault;
    return signIn(login, password);
  }
}

/** Signs in and binds this WeChat to the account, so that the next time is silent. Throws ApiError. */
export async function signInAndBind(proven: Parameters<typeof askBinding>[0]): Promise<SessionReply> {
  const session = await askBinding(proven);
  startSession(session);
  return session;
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
  leftByHand.note();
  sessionMark.forget();
  leadToSignIn();
  endSession();
}

/** Forgets everything that belonged to the session. */
export function endSession(): void {
  bearer.forget();
  replaceSession(null);
}

/** Remembers a session that was just given. */
export function startSession(session: SessionReply): void {
  leftByHand.forget();
  sessionMark.note();
  bearer.write(session.token);
  replaceSession(session);
}

// The session's own entry stays, so that open pages hear of the change; what was read for somebody else goes.
function replaceSession(session: SessionReply | null): void {
  queryClient.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== SESSION_KEY[0] });
  queryClient.setQueryData(SESSION_KEY, session);
}
