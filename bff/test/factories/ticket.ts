import type { MemberActor } from '../../actor.ts';
import type { OpenTicketParsed } from '../../contract/tickets/schemas.ts';
import { Ticket } from '../../modules/tickets/model.ts';
import { openTicket } from '../../modules/tickets/asking/open-ticket.ts';
import { newKey } from './certificate.ts';

/** A ticket as a member opens it, by the act itself; of the category 证明, unless said otherwise. */
export async function makeTicket(actor: MemberActor, more: Partial<OpenTicketParsed> = {}): Promise<Ticket> {
  const input: OpenTicketParsed = {
    category: 'certificate',
    title: '纸质证明何时可以领取',
    body: '上周申请的纸质证明，请问何时可以领取？',
    attachments: [],
    idempotencyKey: newKey(),
    ...more,
  };
  return Ticket.findByPk(await openTicket({ actor, input }), { rejectOnEmpty: true });
}
