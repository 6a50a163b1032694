import { noticeChoiceEndpoints } from '../../contract/notice-choices/endpoints.ts';
import { noticeChoices } from '../../contract/notice-choices/replies.ts';
import { chooseNotice as choiceBody } from '../../contract/notice-choices/schemas.ts';
import { notificationEndpoints } from '../../contract/notifications/endpoints.ts';
import {
  listInbox as inboxQuery,
  listTold as toldQuery,
  markInboxRead as markBody,
} from '../../contract/notifications/schemas.ts';
import { pageOf } from '../../contract/reply-parts.ts';
import * as replies from '../../contract/notifications/replies.ts';
import { route } from '../../http/route.ts';
import { countUnread, listInbox, listTold } from './list-inbox.ts';
import { markInboxRead } from './mark-inbox-read.ts';
import { chooseNotice, listNoticeChoices } from './notice-choices.ts';
import { presentInboxRow, presentToldRow } from './present.ts';

export const notificationRoutes = [
  route(noticeChoiceEndpoints.listNoticeChoices, { reply: noticeChoices }, ({ actor }) => listNoticeChoices(actor)),
  route(noticeChoiceEndpoints.chooseNotice, { body: choiceBody, reply: noticeChoices }, async ({ actor, body }) => {
    await chooseNotice({ actor, input: body });
    return listNoticeChoices(actor);
  }),
  route(
    notificationEndpoints.listInbox,
    { query: inboxQuery, reply: pageOf(replies.inboxRow) },
    async ({ actor, query }) => {
      const page = await listInbox(actor, query);
      return { ...page, items: page.items.map(presentInboxRow) };
    },
  ),
  route(notificationEndpoints.listTold, { query: toldQuery, reply: pageOf(replies.toldRow) }, async ({ query }) => {
    const page = await listTold(query);
    return { ...page, items: page.items.map(presentToldRow) };
  }),
  route(notificationEndpoints.countUnread, { reply: replies.unreadReply }, async ({ actor }) => ({
    unread: await countUnread(actor),
  })),
  route(
    notificationEndpoints.markInboxRead,
    { body: markBody, reply: replies.unreadReply },
    async ({ actor, body }) => {
      await markInboxRead(actor, body);
      return { unread: await countUnread(actor) };
    },
  ),
];
