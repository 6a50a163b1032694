import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { ticketDeskEndpoints as desk } from '../../../bff/contract/ticket-desk/endpoints.ts';
import type { MergeTickets, SplitTicket } from '../../../bff/contract/ticket-desk/schemas.ts';
import { call } from '../../providers/call.ts';

/** Everything of tickets is asked for again, whatever comes of the act. */
const useAgain = () => {
  const client = useQueryClient();
  return { onSettled: () => client.invalidateQueries({ queryKey: ['tickets'] }) };
};

export const useMergeable = (id: number, isEnabled: boolean) =>
  useQuery({
    queryKey: ['tickets', 'mergeable', id],
    queryFn: ({ signal }) => call(desk.listMergeableTickets, { params: { id: String(id) } }, signal),
    enabled: isEnabled,
  });

export const useMerge = (id: number) =>
  useMutation({
    mutationFn: (body: MergeTickets) => call(desk.mergeTickets, { params: { id: String(id) }, body }),
    ...useAgain(),
  });

export const useUnmerge = (id: number) =>
  useMutation({
    mutationFn: () => call(desk.unmergeTicket, { params: { id: String(id) } }),
    ...useAgain(),
  });

export const useSplit = (messageId: number) =>
  useMutation({
    mutationFn: (body: SplitTicket) => call(desk.splitTicket, { params: { id: String(messageId) }, body }),
    ...useAgain(),
  });
