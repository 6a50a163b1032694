import { notificationEndpoints } from '../../contract/notifications/endpoints.ts';
import {
  listInbox as inboxQuery,
  listMessages as messagesQuery,
  markInboxRead as markBody,
} from '../../contract/notifications/schemas.ts';
import { idParams, route } from '../../http/route.ts';
import { countUnread, listInbox } from './list-inbox.ts';
import { listMessages } from './list-messages.ts';
import { markInboxRead } from './mark-inbox-read.ts';
import { presentInboxRow, presentMessage } from './present.ts';
import { resendMessage } from './resend-message.ts';

export const notificationRoutes = [
  route(notificationEndpoints.listInbox, { query: inboxQuery }, async ({ actor, query }) => {
    const page = await listInbox(actor, query);
    return { ...page, items: page.items.map(presentInboxRow) };
  }),
  route(notificationEndpoints.countUnread, {}, async ({ actor }) => ({ unread: await countUnread(actor) })),
  route(notificationEndpoints.markInboxRead, { body: markBody }, async ({ actor, body }) => {
    await markInboxRead(actor, body);
    return { unread: await countUnread(actor) };
  }),
  route(notificationEndpoints.listMessages, { query: messagesQuery }, async ({ query }) => {
    const page = await listMessages(query);
    return { ...page, items: page.items.map(presentMessage) };
  }),
  route(notificationEndpoints.resendMessage, { params: idParams }, async ({ actor, params }) =>
    presentMessage(await resendMessage({ actor, id: params.id })),
  ),
];
