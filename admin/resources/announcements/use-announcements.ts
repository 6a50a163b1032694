import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { announcementEndpoints as announcements } from '../../../bff/contract/announcements/endpoints.ts';
import type { ListAnnouncements } from '../../../bff/contract/announcements/schemas.ts';
import { call } from '../../providers/call.ts';
import type { Paging } from '../../ui/list/use-address-filters.ts';
import { useList } from '../../ui/list/use-list.ts';

export const ANNOUNCEMENTS = ['announcements'] as const;
export const announcementKey = (id: string) => [...ANNOUNCEMENTS, 'one', id] as const;

export const useAnnouncementList = (paging: Paging, filter: ListAnnouncements) =>
  useList({
    paging,
    key: [...ANNOUNCEMENTS, 'list', filter],
    load: (at, signal) => call(announcements.listAnnouncements, { query: { ...filter, ...at } }, signal),
  });

export const useAnnouncement = (id: string) =>
  useQuery({
    queryKey: announcementKey(id),
    queryFn: ({ signal }) => call(announcements.showAnnouncement, { params: { id } }, signal),
  });

/** Who has confirmed; asked for when it is looked at. */
export const useConfirmations = (id: number) =>
  useQuery({
    queryKey: [...ANNOUNCEMENTS, 'confirmations', id],
    queryFn: ({ signal }) => call(announcements.showConfirmations, { params: { id: String(id) } }, signal),
  });

type Act = { act: 'publish'; at: string | null } | { act: 'withdraw' } | { act: 'remind' };

/** Publishes, withdraws, reminds; whatever comes of it, announcement and lists are asked for again. */
export function useAnnouncementAct({ id, version }: { id: number; version: number }) {
  const client = useQueryClient();
  const params = { id: String(id) };
  return useMutation({
    mutationFn: (work: Act) => {
      if (work.act === 'publish')
        return call(announcements.publishAnnouncement, { params, body: { version, at: work.at } });
      if (work.act === 'withdraw') return call(announcements.withdrawAnnouncement, { params, body: { version } });
      return call(announcements.remindOfAnnouncement, { params, body: { version } });
    },
    onSettled: () => client.invalidateQueries({ queryKey: ANNOUNCEMENTS }),
  });
}
