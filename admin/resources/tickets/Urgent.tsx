import { ticketEndpoints, type TicketRow } from '../../../bff/contract/tickets/endpoints.ts';
import { pageUrl } from '../../addresses.ts';
import { call } from '../../providers/call.ts';
import { ShortList } from '../../ui/list/ShortList.tsx';
import { TicketCard, ticketColumns, ticketHref } from './List.tsx';

/** What is to be answered first, on the home of 客服人员. */
export function UrgentTickets() {
  return (
    <ShortList<TicketRow>
      title="最急的工单"
      all={{ to: pageUrl('tickets', { scope: 'ours' }), label: '全部待答复的工单' }}
      queryKey={['tickets', 'list', 'urgent']}
      load={(at, signal) => call(ticketEndpoints.listTickets, { query: { ...at, scope: 'ours' } }, signal)}
      columns={ticketColumns}
      card={(row) => <TicketCard row={row} />}
      href={ticketHref}
      empty="没有等您答复的工单"
    />
  );
}
