import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { ticketFileEndpoints as files } from '../../../bff/contract/ticket-files/endpoints.ts';
import { ticketEndpoints as tickets, type OwnTicket } from '../../../bff/contract/tickets/endpoints.ts';
import type { AddToTicket, OpenTicket } from '../../../bff/contract/tickets/schemas.ts';
import { call } from '../../api/client.ts';
import { FROM_THE_FIRST_PAGE, queryClient } from '../../api/query-client.ts';

const PAGE_SIZE = 20;

/** Own tickets, the latest first, page by page. */
export function useTickets() {
  const query = useInfiniteQuery({
    queryKey: ['tickets', 'list'],
    queryFn: ({ pageParam }) =>
      call(tickets.listOwnTickets, { query: { ...(pageParam ? { cursor: pageParam } : {}), limit: PAGE_SIZE } }),
    initialPageParam: '',
    ...FROM_THE_FIRST_PAGE,
    getNextPageParam: (last) => last.next,
  });
  return { query, rows: query.data?.pages.flatMap((page) => page.items) ?? [] };
}

/** One of them, with what was said. */
export const useTicket = (id: number) =>
  useQuery({
    queryKey: ['tickets', id],
    queryFn: () => call(tickets.showOwnTicket, { params: { id: String(id) } }),
  });

/** By when a ticket opened now would be answered. */
export const useTicketPromises = () =>
  useQuery({
    queryKey: ['tickets', 'promises'],
    queryFn: () => call(tickets.showTicketPromises, {}),
    staleTime: 60_000,
  });

/** Opens a ticket. Throws ApiError. */
export const openTicket = (body: OpenTicket): Promise<OwnTicket> => kept(call(tickets.openTicket, { body }));

/** Says something more. Throws ApiError. */
export const addToTicket = (id: number, body: AddToTicket): Promise<OwnTicket> =>
  kept(call(tickets.addToTicket, { params: { id: String(id) }, body }));

/** Takes one back. Throws ApiError. */
export const cancelTicket = (id: number): Promise<OwnTicket> =>
  kept(call(tickets.cancelTicket, { params: { id: String(id) } }));

/** Takes back a file that was sent by mistake. Throws ApiError. */
export const withdrawFile = (messageId: number, file: string): Promise<null> =>
  kept(call(files.withdrawTicketFile, { params: { id: String(messageId), file } }));

/** Whatever came of it, lists and page are asked for again. */
async function kept<Reply>(act: Promise<Reply>): Promise<Reply> {
  try {
    return await act;
  } finally {
    await queryClient.invalidateQueries({ queryKey: ['tickets'] });
  }
}
