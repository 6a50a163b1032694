import { ticketDeskEndpoints as desk } from '../../../contract/ticket-desk/endpoints.ts';
import * as replies from '../../../contract/ticket-desk/replies.ts';
import * as schemas from '../../../contract/ticket-desk/schemas.ts';
import { nothing } from '../../../contract/reply-parts.ts';
import { revealedIdentity } from '../../../contract/registry/replies.ts';
import { revealIdentity } from '../../../contract/registry/schemas.ts';
import { ticketDetail } from '../../../contract/tickets/replies.ts';
import { idParams, route } from '../../../http/route.ts';
import { showTicket } from '../desk/show-ticket.ts';
import { announceAtTicket, leaveTicket } from '../desk/ticket-presence.ts';
import { revealNumber } from '../numbers/reveal-number.ts';
import { listMergeable } from './list-mergeable.ts';
import { mergeTickets } from './merge-tickets.ts';
import { splitTicket } from './split-ticket.ts';
import { unmergeTicket } from './unmerge-ticket.ts';

/** Who is at a ticket; 合并 and 拆分; numbers that stand masked in it. */
export const ticketDeskRoutes = [
  route(
    desk.announceAtTicket,
    { params: idParams, body: schemas.announceAtTicket, reply: replies.ticketPresence },
    ({ actor, params, body }) => announceAtTicket({ actor, id: params.id, isWriting: body.isWriting }),
  ),
  route(desk.leaveTicket, { params: idParams, reply: nothing }, async ({ actor, params }) => {
    await leaveTicket({ actor, id: params.id });
    return null;
  }),
  route(desk.listMergeableTickets, { params: idParams, reply: replies.mergeableTickets }, ({ actor, params }) =>
    listMergeable({ actor, id: params.id }),
  ),
  route(
    desk.mergeTickets,
    { params: idParams, body: schemas.mergeTickets, reply: ticketDetail },
    async ({ actor, params, body }) =>
      showTicket({ actor, id: await mergeTickets({ actor, id: params.id, input: body }) }),
  ),
  route(desk.unmergeTicket, { params: idParams, reply: nothing }, async ({ actor, params }) => {
    await unmergeTicket({ actor, id: params.id });
    return null;
  }),
  route(
    desk.revealTicketNumber,
    { params: idParams, body: revealIdentity, reply: revealedIdentity },
    ({ actor, params, body }) => revealNumber({ actor, id: params.id, reason: body.reason }),
  ),
  route(
    desk.splitTicket,
    { params: idParams, body: schemas.splitTicket, reply: replies.splitReply },
    ({ actor, params, body }) => splitTicket({ actor, messageId: params.id, input: body }),
  ),
];
