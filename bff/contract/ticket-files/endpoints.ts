import { endpoint, type Page } from '../endpoint.ts';
import type { ListPages } from '../fields.ts';
import type { AttachmentReply } from '../files/replies.ts';
import { MAX_TICKET_FILE_BYTES } from './limits.ts';
import type { TicketOpening } from './replies.ts';

export type * from './replies.ts';

export const ticketFileEndpoints = {
  uploadTicketFile: endpoint<{ body: object; reply: AttachmentReply }>()({
    method: 'POST',
    path: '/me/ticket-files',
    access: 'member',
    summary:
      'Uploads a PDF, JPEG, PNG, DOCX, XLSX, WPS or ET of up to 20 MB for a ticket; gone after a day unless it is sent',
    takes: 'file',
    maxBytes: MAX_TICKET_FILE_BYTES,
  }),
  listTicketOpenings: endpoint<{ query: ListPages; reply: Page<TicketOpening> }>()({
    method: 'GET',
    path: '/me/ticket-openings',
    access: 'member',
    summary: "Who of the staff has opened identity documents and numbers in the member's tickets, the latest first",
  }),
  withdrawTicketFile: endpoint<{ params: { id: string; file: string }; reply: null }>()({
    method: 'POST',
    path: '/me/ticket-messages/:id/attachments/:file/withdrawal',
    access: 'member',
    summary: 'Takes back a file that was sent by mistake, while nobody has decided on the ticket',
  }),
} as const;
