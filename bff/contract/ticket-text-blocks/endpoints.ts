import { endpoint } from '../endpoint.ts';
import { TICKET_ROLES } from '../tickets/enums.ts';
import type { FilledTextBlocks, TextBlocks } from './replies.ts';
import type { AddTextBlock, ChangeTextBlock, RemoveTextBlock } from './schemas.ts';

export type * from './replies.ts';

/** 文本块: sentences that the desk writes again and again. */
export const textBlockEndpoints = {
  listTextBlocks: endpoint<{ reply: TextBlocks }>()({
    method: 'GET',
    path: '/staff/ticket-text-blocks',
    access: TICKET_ROLES,
    summary: 'Text blocks as they are kept, with their placeholders',
  }),
  addTextBlock: endpoint<{ body: AddTextBlock; reply: TextBlocks }>()({
    method: 'POST',
    path: '/staff/ticket-text-blocks',
    access: TICKET_ROLES,
    summary: 'Adds a text block; an unknown placeholder is refused',
  }),
  changeTextBlock: endpoint<{ params: { id: string }; body: ChangeTextBlock; reply: TextBlocks }>()({
    method: 'PUT',
    path: '/staff/ticket-text-blocks/:id',
    access: TICKET_ROLES,
    summary: 'Changes a text block that nobody else has changed since it was read',
  }),
  removeTextBlock: endpoint<{ params: { id: string }; body: RemoveTextBlock; reply: TextBlocks }>()({
    method: 'POST',
    path: '/staff/ticket-text-blocks/:id/removal',
    access: TICKET_ROLES,
    summary: 'Removes a text block',
  }),
  fillTextBlocks: endpoint<{ params: { id: string }; reply: FilledTextBlocks }>()({
    method: 'GET',
    path: '/staff/tickets/:id/text-blocks',
    access: TICKET_ROLES,
    summary: 'Text blocks as they read in the answer to a ticket',
  }),
} as const;
