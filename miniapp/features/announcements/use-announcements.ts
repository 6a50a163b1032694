import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { announcementEndpoints as announcements } from '../../../bff/contract/announcements/endpoints.ts';
import type { AnnouncementPage } from '../../../bff/contract/announcements/replies.ts';
import type { MarkAnnouncementsRead } from '../../../bff/contract/announcements/schemas.ts';
import { call } from '../../api/client.ts';
import { FROM_THE_FIRST_PAGE, queryClient } from '../../api/query-client.ts';

const LIST_KEY = ['announcements', 'list'] as const;
const oneKey = (id: number) => ['announcements', 'one', id] as const;
const PAGE_SIZE = 20;

/** What is out for this member, page by page. */
export function useAnnouncements() {
  const query = useInfiniteQuery({
    queryKey: LIST_KEY,
    queryFn: ({ pageParam }) =>
      call(announcements.listOwnAnnouncements, {
        query: { ...(pageParam ? { cursor: pageParam } : {}), limit: PAGE_SIZE },
      }),
    initialPageParam: '',
    ...FROM_THE_FIRST_PAGE,
    getNextPageParam: (last) => last.next,
  });
  const pages = query.data?.pages ?? [];
  return { query, pinned: pages[0]?.pinned ?? [], items: pages.flatMap((page) => page.items) };
}

/** One of them; it counts as read once it is there. */
export const useAnnouncement = (id: number) =>
  useQuery({
    queryKey: oneKey(id),
    queryFn: async () => {
      const page = await call(announcements.showOwnAnnouncement, { params: { id: String(id) } });
      // What cannot be marked now stays unread: no reason to keep anybody from reading.
      if (!page.isRead) await markRead({ id }).catch(() => undefined);
      return page;
    },
  });

/** Marks announcements as read; lists and home page hear of it. Throws ApiError. */
export async function markRead(body: MarkAnnouncementsRead): Promise<void> {
  await call(announcements.markAnnouncementsRead, { body });
  await heard();
}

/** Confirms that one was read. Throws ApiError. */
export async function confirmRead(id: number): Promise<AnnouncementPage> {
  const page = await call(announcements.confirmAnnouncement, { params: { id: String(id) } });
  queryClient.setQueryData(oneKey(id), page);
  await heard();
  return page;
}

async function heard(): Promise<void> {
  await queryClient.invalidateQueries({ queryKey: LIST_KEY });
  await queryClient.invalidateQueries({ queryKey: ['home'] });
}
