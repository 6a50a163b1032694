import { notificationEndpoints } from '../../contract/notifications/endpoints.ts';
import { listMessages as messagesQuery } from '../../contract/notifications/schemas.ts';
import { pageOf } from '../../contract/reply-parts.ts';
import * as replies from '../../contract/notifications/replies.ts';
import { idParams, route } from '../../http/route.ts';
import { listMessages } from './list-messages.ts';
import { presentMessage } from './present.ts';
import { resendMessage } from './resend-message.ts';

export const outboxRoutes = [
  route(
    notificationEndpoints.listMessages,
    { query: messagesQuery, reply: pageOf(replies.messageRow) },
    async ({ query }) => {
      const page = await listMessages(query);
      return { ...page, items: page.items.map(presentMessage) };
    },
  ),
  route(
    notificationEndpoints.resendMessage,
    { params: idParams, reply: replies.messageRow },
    async ({ actor, params }) => presentMessage(await resendMessage({ actor, id: params.id })),
  ),
];
