import { useQueryClient } from '@tanstack/react-query';
import { ticketDeskEndpoints as desk, type TicketPresence } from '../../../bff/contract/ticket-desk/endpoints.ts';
import { call } from '../../providers/call.ts';
import { useAnnouncing } from '../../ui/hooks/use-announcing.ts';

/** Who else is at an open ticket, and who of them writes. When something was said meanwhile, it is read again. */
export function usePresence(at: {
  id: number;
  version: number;
  isOpen: boolean;
  isWriting: boolean;
}): readonly TicketPresence['others'][number][] {
  const { id, version, isOpen, isWriting } = at;
  const client = useQueryClient();
  const params = { id: String(id) };
  return useAnnouncing({
    place: isOpen ? id : null,
    says: isWriting ? 'writing' : 'looking',
    announce: async () => {
      const reply = await call(desk.announceAtTicket, { params, body: { isWriting } });
      if (reply.version > version) await client.invalidateQueries({ queryKey: ['tickets'] });
      return reply.others;
    },
    leave: () => call(desk.leaveTicket, { params }),
  });
}
