import { endpoint } from '../endpoint.ts';
import type { RosterMessages, RosterPreview } from './replies.ts';
import type { PreviewRosterMessage, SendRosterMessage } from './schemas.ts';

export type * from './replies.ts';

type Id = { id: string };

export const rosterMessageEndpoints = {
  listRosterMessages: endpoint<{ params: Id; reply: RosterMessages }>()({
    method: 'GET',
    path: '/staff/activities/:id/messages',
    access: ['events'],
    summary: 'What was told to those on the list of an activity, and how far it has gone',
  }),
  previewRosterMessage: endpoint<{ params: Id; body: PreviewRosterMessage; reply: RosterPreview }>()({
    method: 'POST',
    path: '/staff/activities/:id/messages/preview',
    access: ['events'],
    summary: 'What a message would be, to how many it would go and in which ways; nothing is sent',
  }),
  sendRosterMessage: endpoint<{ params: Id; body: SendRosterMessage; reply: RosterMessages }>()({
    method: 'POST',
    path: '/staff/activities/:id/messages',
    access: ['events'],
    summary: 'Sends a message to as many as the preview said; two a day at most',
  }),
} as const;
