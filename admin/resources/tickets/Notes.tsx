import { MAX_TICKET_BODY } from '../../../bff/contract/tickets/limits.ts';
import { InternalNotes } from '../../ui/InternalNotes.tsx';
import { useTicketAct, useTicketNotes } from './use-tickets.ts';

/** 内部备注 of a ticket: asked for and written on a path of its own. */
export function Notes({ ticketId }: { ticketId: number }) {
  const { data } = useTicketNotes(String(ticketId));
  const { mutate, error, isPending } = useTicketAct(ticketId);
  return (
    <InternalNotes
      className="sheet padded"
      notes={data?.items}
      maxLength={MAX_TICKET_BODY}
      placeholder="只有工作人员看得到；不算答复，不停止计时"
      fault={error}
      isPending={isPending}
      onWrite={(body, done) => mutate({ act: 'note', body }, { onSuccess: done })}
    />
  );
}
