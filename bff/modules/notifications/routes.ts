import { notificationEndpoints } from '../../contract/notifications/endpoints.ts';
import { listInbox as inboxQuery, markInboxRead as markBody } from '../../contract/notifications/schemas.ts';
import { route } from '../../http/route.ts';
import { countUnread, listInbox } from './list-inbox.ts';
import { markInboxRead } from './mark-inbox-read.ts';
import { presentInboxRow } from './present.ts';

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
];
