import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { ticketDeskEndpoints as desk } from '../../../bff/contract/ticket-desk/endpoints.ts';
import { ticketEndpoints as tickets } from '../../../bff/contract/tickets/endpoints.ts';
import type { TicketCategoryKey } from '../../../bff/contract/tickets/enums.ts';
import type { AnswerTicket, ListTickets } from '../../../bff/contract/tickets/schemas.ts';
import { call } from '../../providers/call.ts';
import type { Paging } from '../../ui/list/use-address-filters.ts';
import { useList } from '../../ui/list/use-list.ts';

export const useTicketList = (paging: Paging, filter: ListTickets) =>
  useList({
    paging,
    key: ['tickets', 'list', filter],
    load: (at, signal) => call(tickets.listTickets, { query: { ...filter, ...at } }, signal),
    isWork: true,
  });

export const useTicket = (id: string) =>
  useQuery({
    queryKey: ['tickets', 'one', id],
    queryFn: ({ signal }) => call(tickets.showTicket, { params: { id } }, signal),
  });

export const useTicketNotes = (id: string) =>
  useQuery({
    queryKey: ['tickets', 'notes', id],
    queryFn: ({ signal }) => call(tickets.showTicketNotes, { params: { id } }, signal),
  });

/** The whole of a number that stands masked in a message; the look is written to the log with its reason. */
export const revealTicketNumber = (id: number, reason: string) =>
  call(desk.revealTicketNumber, { params: { id: String(id) }, body: { reason } });

type Act =
  | { act: 'take'; version: number }
  | { act: 'move'; version: number; category: TicketCategoryKey }
  | ({ act: 'answer' } & AnswerTicket)
  | { act: 'note'; body: string };

/** Works on a ticket; whatever comes of it, the ticket and the queues are asked for again. */
export function useTicketAct(id: number) {
  const client = useQueryClient();
  const params = { id: String(id) };
  return useMutation({
    mutationFn: async (work: Act): Promise<void> => {
      if (work.act === 'take') await call(tickets.takeTicket, { params, body: { version: work.version } });
      else if (work.act === 'note') await call(tickets.writeTicketNote, { params, body: { body: work.body } });
      else {
        const { act, ...body } = work;
        await (act === 'move'
          ? call(tickets.moveTicket, { params, body: body as Omit<Extract<Act, { act: 'move' }>, 'act'> })
          : call(tickets.answerTicket, { params, body: body as AnswerTicket }));
      }
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['tickets'] }),
  });
}
