import type { z } from 'zod';
import type { Actor } from '../../actor.ts';
import { listPages } from '../../contract/fields.ts';
import { nothing, pageOf } from '../../contract/reply-parts.ts';
import { ticketEndpoints as tickets } from '../../contract/tickets/endpoints.ts';
import * as replies from '../../contract/tickets/replies.ts';
import * as schemas from '../../contract/tickets/schemas.ts';
import { idParams, route } from '../../http/route.ts';
import { checkMemberText } from '../wechat/check-member-text.ts';
import { readTicketFile } from './attachments/read-ticket-file.ts';
import { fileParams } from './attachments/routes.ts';
import { addToTicket } from './asking/add-to-ticket.ts';
import { answerTicket } from './desk/answer-ticket.ts';
import { cancelTicket } from './asking/cancel-ticket.ts';
import { listOwnTickets, listTickets } from './desk/list-tickets.ts';
import { showNotes, writeNote } from './desk/notes.ts';
import { listAlikeTickets } from './asking/list-alike.ts';
import { openTicket } from './asking/open-ticket.ts';
import { showOwnTicket, showPromises } from './asking/show-own-ticket.ts';
import { showTicket } from './desk/show-ticket.ts';
import { moveTicket, takeTicket } from './desk/take-ticket.ts';

const file = (actor: Actor, { id, file: token }: z.output<typeof fileParams>) =>
  readTicketFile({ actor, messageId: id, token });

/** 工单: what members ask, and what staff answer. */
export const ticketRoutes = [
  route(tickets.showTicketPromises, { reply: replies.ticketPromises }, () => showPromises()),
  route(
    tickets.listAlikeTickets,
    { query: schemas.listAlikeTickets, reply: replies.alikeTickets },
    ({ actor, query }) => listAlikeTickets({ actor, ...query }),
  ),
  route(tickets.openTicket, { body: schemas.openTicket, reply: replies.ownTicket }, async ({ actor, body }) => {
    const doubt = await checkMemberText({ actor, fields: { title: body.title, body: body.body } });
    return showOwnTicket({ actor, id: await openTicket({ actor, input: body, doubt }) });
  }),
  route(tickets.listOwnTickets, { query: listPages, reply: pageOf(replies.ownTicketRow) }, ({ actor, query }) =>
    listOwnTickets({ actor, ...query }),
  ),
  route(tickets.showOwnTicket, { params: idParams, reply: replies.ownTicket }, ({ actor, params }) =>
    showOwnTicket({ actor, id: params.id }),
  ),
  route(
    tickets.addToTicket,
    { params: idParams, body: schemas.addToTicket, reply: replies.ownTicket },
    async ({ actor, params, body }) => {
      const doubt = await checkMemberText({ actor, fields: { body: body.body } });
      const id = await addToTicket({ actor, id: params.id, input: body, doubt });
      return showOwnTicket({ actor, id });
    },
  ),
  route(tickets.cancelTicket, { params: idParams, reply: replies.ownTicket }, async ({ actor, params }) => {
    await cancelTicket({ actor, id: params.id });
    return showOwnTicket({ actor, id: params.id });
  }),
  route(tickets.showOwnTicketFile, { params: fileParams }, ({ actor, params }) => file(actor, params)),
  route(tickets.listTickets, { query: schemas.listTickets, reply: pageOf(replies.ticketRow) }, ({ actor, query }) =>
    listTickets({ actor, ...query }),
  ),
  route(tickets.showTicket, { params: idParams, reply: replies.ticketDetail }, ({ actor, params }) =>
    showTicket({ actor, id: params.id }),
  ),
  route(
    tickets.takeTicket,
    { params: idParams, body: schemas.takeTicket, reply: replies.ticketDetail },
    async ({ actor, params, body }) => {
      await takeTicket({ actor, id: params.id, ...body });
      return showTicket({ actor, id: params.id });
    },
  ),
  route(
    tickets.moveTicket,
    { params: idParams, body: schemas.moveTicket, reply: nothing },
    async ({ actor, params, body }) => {
      await moveTicket({ actor, id: params.id, ...body });
      // It may stand in a queue now that the actor does not see.
      return null;
    },
  ),
  route(
    tickets.answerTicket,
    { params: idParams, body: schemas.answerTicket, reply: replies.ticketDetail },
    async ({ actor, params, body }) => {
      await answerTicket({ actor, id: params.id, input: body });
      return showTicket({ actor, id: params.id });
    },
  ),
  route(tickets.showTicketNotes, { params: idParams, reply: replies.ticketNotes }, ({ actor, params }) =>
    showNotes({ actor, id: params.id }),
  ),
  route(
    tickets.writeTicketNote,
    { params: idParams, body: schemas.writeNote, reply: replies.ticketNotes },
    async ({ actor, params, body }) => {
      await writeNote({ actor, id: params.id, body: body.body });
      return showNotes({ actor, id: params.id });
    },
  ),
  route(tickets.showTicketFile, { params: fileParams }, ({ actor, params }) => file(actor, params)),
];
