import { pageUrl } from '../addresses.ts';
import { startAt } from '../platform/page/navigate.ts';
import { sessionMark } from './session-mark.ts';

let isUnderWay = false;

/** Opens the sign-in page, once however many open pages notice that the session is over. `back` is where to return. */
export function leadToSignIn(back?: string): void {
  if (isUnderWay) return;
  isUnderWay = true;
  startAt(pageUrl('signIn', { back, why: sessionMark.is() ? 'ended' : undefined }));
}

/** The sign-in page stands: the next end of a session counts again. */
export function signInStands(): void {
  isUnderWay = false;
}

/** Where to go after signing in: only a page of this client, whatever the address says. */
export function safeBack(back: string | undefined): string {
  return back && /^\/(?![/\\])/.test(back) && !back.startsWith(pageUrl('signIn')) ? back : pageUrl('home');
}
