import { rosterMessageEndpoints as messages } from '../../../contract/roster-messages/endpoints.ts';
import * as replies from '../../../contract/roster-messages/replies.ts';
import { previewRosterMessage, sendRosterMessage } from '../../../contract/roster-messages/schemas.ts';
import { idParams, route } from '../../../http/route.ts';
import { listMessages } from './list-messages.ts';
import { previewMessage } from './preview-message.ts';
import { sendMessage } from './send-message.ts';

/** The endpoints of 名单通知: messages to those who are on an activity's list. */
export const rosterMessageRoutes = [
  route(messages.listRosterMessages, { params: idParams, reply: replies.rosterMessages }, ({ params }) =>
    listMessages({ id: params.id }),
  ),
  route(
    messages.previewRosterMessage,
    { params: idParams, body: previewRosterMessage, reply: replies.rosterPreview },
    ({ params, body }) => previewMessage({ id: params.id, input: body }),
  ),
  route(
    messages.sendRosterMessage,
    { params: idParams, body: sendRosterMessage, reply: replies.rosterMessages },
    async ({ actor, params, body }) => {
      await sendMessage({ actor, id: params.id, input: body });
      return listMessages({ id: params.id });
    },
  ),
];
