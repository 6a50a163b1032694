import { useInfiniteQuery } from '@tanstack/react-query';
import { notificationEndpoints, type UnreadReply } from '../../../bff/contract/notifications/endpoints.ts';
import type { MarkInboxRead } from '../../../bff/contract/notifications/schemas.ts';
import { call } from '../../api/client.ts';
import { FROM_THE_FIRST_PAGE, queryClient } from '../../api/query-client.ts';
import { UNREAD_KEY } from '../../session/use-unread.ts';

const LIST_KEY = ['inbox', 'list'] as const;
const PAGE_SIZE = 20;
export type Shown = 'all' | 'unread';

/** Own messages, newest first, page by page. */
export function useInbox(show: Shown) {
  const query = useInfiniteQuery({
    queryKey: [...LIST_KEY, show],
    queryFn: ({ pageParam }) =>
      call(notificationEndpoints.listInbox, {
        query: { ...(pageParam ? { cursor: pageParam } : {}), limit: PAGE_SIZE, show },
      }),
    initialPageParam: '',
    ...FROM_THE_FIRST_PAGE,
    getNextPageParam: (last) => last.next,
  });
  return { query, rows: query.data?.pages.flatMap((page) => page.items) ?? [] };
}

/** Marks messages as read; every list and badge hears of it. Throws ApiError. */
export async function markRead(body: MarkInboxRead): Promise<UnreadReply> {
  const unread = await call(notificationEndpoints.markInboxRead, { body });
  queryClient.setQueryData(UNREAD_KEY, unread);
  await queryClient.invalidateQueries({ queryKey: LIST_KEY });
  return unread;
}
