import { useQuery } from '@tanstack/react-query';
import { notificationEndpoints } from '../../bff/contract/notifications/endpoints.ts';
import { call } from '../api/client.ts';
import { memberOf, useKnownSession } from './use-session.ts';

export const UNREAD_KEY = ['inbox', 'unread'] as const;

/** Unread entries of 消息 in words, '' for none or as long as it is not known; asked only of a member who is signed in. */
export function useUnread(): { label: string; refetch(): void } {
  const session = useKnownSession();
  const isMember = memberOf(session.data) !== null && session.data?.mustChangePassword === false;
  const { data, refetch } = useQuery({
    queryKey: UNREAD_KEY,
    queryFn: () => call(notificationEndpoints.countUnread, {}),
    enabled: isMember,
    // The menu of every page asks for it: once a minute is enough.
    staleTime: 60_000,
  });
  return { label: labelOf(data?.unread ?? 0), refetch: () => void (isMember && refetch()) };
}

const labelOf = (unread: number) => (unread === 0 ? '' : `${unread > 99 ? '99+' : unread}条未读`);
