import { endpoint, type Page } from '../endpoint.ts';
import type { ListPages } from '../fields.ts';
import { TICKET_ROLES } from './enums.ts';
import type {
  AlikeTickets,
  OwnTicket,
  OwnTicketRow,
  TicketDetail,
  TicketNotes,
  TicketPromises,
  TicketRow,
} from './replies.ts';
import type {
  AddToTicket,
  AnswerTicket,
  ListAlikeTickets,
  ListTickets,
  MoveTicket,
  OpenTicket,
  TakeTicket,
  WriteNote,
} from './schemas.ts';

export type * from './replies.ts';

export const ticketEndpoints = {
  showTicketPromises: endpoint<{ reply: TicketPromises }>()({
    method: 'GET',
    path: '/me/ticket-promises',
    access: 'member',
    summary: 'By when a ticket opened now would be answered, for every category',
  }),
  listAlikeTickets: endpoint<{ query: ListAlikeTickets; reply: AlikeTickets }>()({
    method: 'GET',
    path: '/me/alike-tickets',
    access: 'member',
    summary: 'Open tickets of the member that may ask the same already: to be added to rather than asked twice',
  }),
  openTicket: endpoint<{ body: OpenTicket; reply: OwnTicket }>()({
    method: 'POST',
    path: '/me/tickets',
    access: 'member',
    summary: 'Opens a ticket; the same key twice is one ticket',
  }),
  listOwnTickets: endpoint<{ query: ListPages; reply: Page<OwnTicketRow> }>()({
    method: 'GET',
    path: '/me/tickets',
    access: 'member',
    summary: "The member's tickets, the latest first",
  }),
  showOwnTicket: endpoint<{ params: { id: string }; reply: OwnTicket }>()({
    method: 'GET',
    path: '/me/tickets/:id',
    access: 'member',
    summary: "One of the member's tickets, with what was said",
  }),
  addToTicket: endpoint<{ params: { id: string }; body: AddToTicket; reply: OwnTicket }>()({
    method: 'POST',
    path: '/me/tickets/:id/messages',
    access: 'member',
    summary: 'Adds to an own ticket; one that is solved is opened again within seven days',
  }),
  cancelTicket: endpoint<{ params: { id: string }; reply: OwnTicket }>()({
    method: 'POST',
    path: '/me/tickets/:id/cancellation',
    access: 'member',
    summary: 'Takes back a ticket that is not solved',
  }),
  showOwnTicketFile: endpoint<{ params: { id: string; file: string }; reply: ArrayBuffer }>()({
    method: 'GET',
    path: '/me/ticket-messages/:id/attachments/:file',
    access: 'member',
    summary: 'A file of a message of an own ticket',
    replies: 'file',
  }),
  listTickets: endpoint<{ query: ListTickets; reply: Page<TicketRow> }>()({
    method: 'GET',
    path: '/staff/tickets',
    access: TICKET_ROLES,
    summary: "Tickets of the caller's queues; those that are open by when they are due, others the latest first",
  }),
  showTicket: endpoint<{ params: { id: string }; reply: TicketDetail }>()({
    method: 'GET',
    path: '/staff/tickets/:id',
    access: TICKET_ROLES,
    summary: "A ticket of the caller's queues",
  }),
  takeTicket: endpoint<{ params: { id: string }; body: TakeTicket; reply: TicketDetail }>()({
    method: 'POST',
    path: '/staff/tickets/:id/taking',
    access: TICKET_ROLES,
    summary: 'Takes a ticket upon oneself',
  }),
  moveTicket: endpoint<{ params: { id: string }; body: MoveTicket; reply: null }>()({
    method: 'POST',
    path: '/staff/tickets/:id/category',
    access: TICKET_ROLES,
    summary: 'Gives a ticket another category, and with it to the queue of another role',
  }),
  answerTicket: endpoint<{ params: { id: string }; body: AnswerTicket; reply: TicketDetail }>()({
    method: 'POST',
    path: '/staff/tickets/:id/answers',
    access: TICKET_ROLES,
    summary: 'Answers the member: goes on, asks for something, or solves it',
  }),
  showTicketNotes: endpoint<{ params: { id: string }; reply: TicketNotes }>()({
    method: 'GET',
    path: '/staff/tickets/:id/notes',
    access: TICKET_ROLES,
    summary: 'Internal notes, which no member ever reads',
  }),
  writeTicketNote: endpoint<{ params: { id: string }; body: WriteNote; reply: TicketNotes }>()({
    method: 'POST',
    path: '/staff/tickets/:id/notes',
    access: TICKET_ROLES,
    summary: 'Writes an internal note; it is no answer',
  }),
  showTicketFile: endpoint<{ params: { id: string; file: string }; reply: ArrayBuffer }>()({
    method: 'GET',
    path: '/staff/ticket-messages/:id/attachments/:file',
    access: TICKET_ROLES,
    summary: 'A file of a message of a ticket',
    replies: 'file',
  }),
} as const;
