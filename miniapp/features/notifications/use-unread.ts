import { useQuery } from '@tanstack/react-query';
import { notificationEndpoints } from '../../../bff/contract/notifications/endpoints.ts';
import { call } from '../../api/client.ts';

export const UNREAD_KEY = ['inbox', 'unread'] as const;

/** Unread entries of 消息 in words, '' for none or as long as it is not known. */
export function useUnread(): { label: string; refetch(): void } {
  const { data, refetch } = useQuery({
    queryKey: UNREAD_KEY,
    queryFn: () => call(notificationEndpoints.countUnread, {}),
  });
  return { label: labelOf(data?.unread ?? 0), refetch: () => void refetch() };
}

const labelOf = (unread: number) => (unread === 0 ? '' : `${unread > 99 ? '99+' : unread}条未读`);
