import { useQuery } from '@tanstack/react-query';
import { TICKET_STATES, type TicketCategoryKey } from '../../../bff/contract/tickets/enums.ts';
import { ticketEndpoints as tickets } from '../../../bff/contract/tickets/endpoints.ts';
import type { Tie } from '../../../bff/contract/tickets/ties.ts';
import { pageUrl } from '../../addresses.ts';
import { call } from '../../api/client.ts';
import { Row } from '../../ui/lists/row.tsx';
import { Sheet } from '../../ui/sheets/sheet.tsx';

/** Open tickets that may ask the same already: to be added to, so that one thing is answered once. */
export function AlikeTickets({
  category,
  lawyerId,
  tied,
}: {
  category: TicketCategoryKey;
  lawyerId: string;
  tied: Tie | null;
}) {
  const query = {
    category,
    ...(lawyerId === '' ? {} : { lawyerId: Number(lawyerId) }),
    ...(tied ? { tiedKind: tied.kind, tiedKey: tied.key } : {}),
  };
  const { data } = useQuery({
    queryKey: ['tickets', 'alike', query],
    queryFn: () => call(tickets.listAlikeTickets, { query }),
  });
  if (!data || data.items.length === 0) return null;
  return (
    <Sheet title="您有正在办理的同类工单">
      {data.items.map(({ id, number, title, state }) => (
        <Row
          key={id}
          href={pageUrl('ticket', { id })}
          title={title}
          detail={`${number}　是同一件事的，请在这里补充，不用另行提交`}
          value={TICKET_STATES[state]}
        />
      ))}
    </Sheet>
  );
}
