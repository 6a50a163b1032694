import Taro from '@tarojs/taro';
import { useEffect } from 'react';
import type { SessionReply } from '../../bff/contract/accounts/endpoints.ts';
import { pageUrl } from '../addresses.ts';
import { startAt } from '../platform/page/navigate.ts';
import { leadToSignIn } from './lead-to-sign-in.ts';

/** Leads away from a member's page: to the sign-in page and back, or to the new password that must come first. */
export function useSignInFirst(session: SessionReply | null | undefined): void {
  const mustSignIn = session === null || session?.account.kind === 'staff';
  const mustChange = session?.mustChangePassword === true;
  useEffect(() => {
    if (mustSignIn) leadToSignIn(currentAddress());
    else if (mustChange) startAt(pageUrl('password'));
  }, [mustSignIn, mustChange]);
}

// Taro adds its own `stamp` to the address.
function currentAddress(): string {
  const path = Taro.getCurrentInstance().router?.path ?? '';
  const [page = '', query = ''] = path.split('?');
  const kept = query
    .split('&')
    .filter((pair) => pair && !pair.startsWith('stamp=') && !pair.startsWith('$taroTimestamp='));
  return `/${page.replace(/^\//, '')}${kept.length ? `?${kept.join('&')}` : ''}`;
}
