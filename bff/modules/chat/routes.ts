import { z } from 'zod';
import type { StaffActor } from '../../actor.ts';
import { chatDeskEndpoints as desk, chatEndpoints as chat } from '../../contract/chat/endpoints.ts';
import { CHAT_ROLES, CHAT_SOCKET, STAFF_CHAT_SOCKET } from '../../contract/chat/enums.ts';
import { MAX_FRAME_BYTES } from '../../contract/chat/limits.ts';
import * as replies from '../../contract/chat/replies.ts';
import * as schemas from '../../contract/chat/schemas.ts';
import { attachmentReply } from '../../contract/files/replies.ts';
import { filledTextBlocks } from '../../contract/ticket-text-blocks/replies.ts';
import { listPages } from '../../contract/fields.ts';
import { nothing, pageOf } from '../../contract/reply-parts.ts';
import { uploadedFile } from '../../http/read-upload.ts';
import { idParams, route } from '../../http/route.ts';
import type { SocketDoor } from '../../http/sockets.ts';
import { checkMemberText } from '../wechat/check-member-text.ts';
import { attachmentOf } from '../files/list-files.ts';
import { askFacts } from './desk/ask-facts.ts';
import { acceptChat, handOverChat, refuseChat, withdrawOffer } from './desk/hand-over.ts';
import { pauseMember } from './desk/pause-member.ts';
import { listChats, listTextBlocks, showChat, writeNote } from './desk/show-chat.ts';
import { showDesk } from './desk/show-desk.ts';
import { returnChat, takeChat } from './desk/take-chat.ts';
import { pollTalks } from './live/poll-talks.ts';
import { serveTalks } from './live/serve-socket.ts';
import { readChatFile, uploadChatFile } from './talk/chat-files.ts';
import { endChat, endOwnChat } from './talk/close-chat.ts';
import { answerFacts } from './talk/facts.ts';
import { turnIntoTicket, turnOwnIntoTicket } from './talk/into-ticket.ts';
import { markRead, retractMessage } from './talk/mark-read.ts';
import { readMessages } from './talk/read-messages.ts';
import { sendMessage } from './talk/send-message.ts';
import { listOwnChats, showDoor, showOwnChat } from './talk/show-own-chats.ts';
import { startChat } from './talk/start-chat.ts';

const fileParams = idParams.extend({ seq: idParams.shape.id, file: z.string().regex(/^[\w-]{10,60}$/) });
const one = { params: idParams };
const pages = { params: idParams, query: schemas.readChatMessages, reply: replies.chatMessages };
const says = { params: idParams, body: schemas.sendChatMessage, reply: replies.chatSent };
const about = { params: idParams, body: schemas.aboutChatMessage, reply: nothing };
const sends = { params: idParams, body: uploadedFile, reply: attachmentReply };
const detail = { ...one, reply: replies.chatDetail };

/** Does it, and answers nothing. */
const done = async (act: Promise<void>) => {
  await act;
  return null;
};
/** Does it to a talk, and shows it as it is then. */
async function shown(asked: { actor: StaffActor; id: number }, act: Promise<void>) {
  await act;
  return showChat(asked);
}

/** 联系客服: what goes over HTTP, which is everything but receiving. */
export const chatRoutes = [
  route(chat.showChatDoor, { reply: replies.chatDoor }, ({ actor }) => showDoor({ actor })),
  route(chat.startChat, { body: schemas.startChat, reply: replies.ownChat }, async ({ actor, body }) => {
    await checkMemberText({ actor, fields: { ...body } });
    return showOwnChat({ actor, id: Number((await startChat({ actor, ...body })).id) });
  }),
  route(chat.listOwnChats, { query: listPages, reply: pageOf(replies.ownChat) }, ({ actor, query }) =>
    listOwnChats({ actor, ...query }),
  ),
  route(chat.pollOwnChats, { query: schemas.pollChats, reply: replies.polledFrames }, ({ actor, query }) =>
    pollTalks({ actor, have: query.have, waitS: query.wait ?? 0 }),
  ),
  route(chat.showOwnChat, { ...one, reply: replies.ownChat }, ({ actor, params }) => showOwnChat({ actor, ...params })),
  route(chat.readOwnChat, pages, ({ actor, params, query }) =>
    readMessages({ actor, ...params, after: query.after ?? 0 }),
  ),
  route(chat.sendOwnChatMessage, says, async ({ actor, params, body }) => {
    // Whoever of the desk reads it is there: what nobody has cleared needs no mark.
    if (body.kind === 'text') await checkMemberText({ actor, fields: { text: body.text } });
    return sendMessage({ actor, ...params, input: body });
  }),
  route(chat.uploadChatFile, sends, async ({ actor, params, body }) =>
    attachmentOf(await uploadChatFile({ actor, ...params, ...body })),
  ),
  route(chat.showOwnChatFile, { params: fileParams }, ({ actor, params }) =>
    readChatFile({ actor, id: params.id, seq: params.seq, token: params.file }),
  ),
  route(chat.retractOwnChatMessage, about, ({ actor, params, body }) =>
    done(retractMessage({ actor, ...params, ...body })),
  ),
  route(chat.markOwnChatRead, about, ({ actor, params, body }) => done(markRead({ actor, ...params, ...body }))),
  route(
    chat.answerChatFacts,
    { params: idParams, body: schemas.answerChatFacts, reply: nothing },
    ({ actor, params, body }) => done(answerFacts({ actor, ...params, input: body })),
  ),
  route(chat.endOwnChat, { ...one, reply: replies.ownChat }, async ({ actor, params }) => {
    await endOwnChat({ actor, ...params });
    return showOwnChat({ actor, ...params });
  }),
  route(
    chat.turnOwnChatIntoTicket,
    { ...one, body: schemas.ownChatIntoTicket, reply: replies.ownChat },
    async ({ actor, params, body }) => {
      await turnOwnIntoTicket({ actor, ...params, category: body.category });
      return showOwnChat({ actor, ...params });
    },
  ),
];

/** The desk. */
export const chatDeskRoutes = [
  route(desk.showChatDesk, { reply: replies.chatDesk }, ({ actor }) => showDesk({ actor })),
  route(desk.listChats, { query: schemas.listChats, reply: pageOf(replies.chatRow) }, ({ actor, query }) =>
    listChats({ actor, ...query }),
  ),
  route(desk.pollChats, { query: schemas.pollChats, reply: replies.polledFrames }, ({ actor, query }) =>
    pollTalks({ actor, have: query.have, waitS: query.wait ?? 0 }),
  ),
  route(desk.showChat, detail, ({ actor, params }) => showChat({ actor, ...params })),
  route(desk.listChatTextBlocks, { ...one, reply: filledTextBlocks }, ({ actor, params }) =>
    listTextBlocks({ actor, ...params }),
  ),
  route(desk.readChat, pages, ({ actor, params, query }) =>
    readMessages({ actor, ...params, after: query.after ?? 0 }),
  ),
  route(desk.sendChatMessage, says, ({ actor, params, body }) => sendMessage({ actor, ...params, input: body })),
  route(desk.uploadStaffChatFile, sends, async ({ actor, params, body }) =>
    attachmentOf(await uploadChatFile({ actor, ...params, ...body })),
  ),
  route(desk.showChatFile, { params: fileParams }, ({ actor, params }) =>
    readChatFile({ actor, id: params.id, seq: params.seq, token: params.file }),
  ),
  route(desk.retractChatMessage, about, ({ actor, params, body }) =>
    done(retractMessage({ actor, ...params, ...body })),
  ),
  route(desk.markChatRead, about, ({ actor, params, body }) => done(markRead({ actor, ...params, ...body }))),
  route(
    desk.askChatFacts,
    { params: idParams, body: schemas.askChatFacts, reply: nothing },
    ({ actor, params, body }) => done(askFacts({ actor, ...params, ...body })),
  ),
  route(desk.takeChat, detail, ({ actor, params }) => {
    const asked = { actor, ...params };
    return shown(asked, takeChat(asked));
  }),
  route(desk.handOverChat, { ...detail, body: schemas.handOverChat }, ({ actor, params, body }) =>
    shown({ actor, ...params }, handOverChat({ actor, ...params, input: body })),
  ),
  route(desk.withdrawChatOffer, detail, ({ actor, params }) => {
    const asked = { actor, ...params };
    return shown(asked, withdrawOffer(asked));
  }),
  route(desk.refuseChat, { ...one, reply: nothing }, ({ actor, params }) => done(refuseChat({ actor, ...params }))),
  route(desk.acceptChat, detail, ({ actor, params }) => {
    const asked = { actor, ...params };
    return shown(asked, acceptChat(asked));
  }),
  route(desk.returnChat, { ...one, reply: nothing }, ({ actor, params }) => done(returnChat({ actor, ...params }))),
  route(desk.endChat, detail, ({ actor, params }) => {
    const asked = { actor, ...params };
    return shown(asked, endChat(asked));
  }),
  route(desk.turnChatIntoTicket, { ...detail, body: schemas.chatIntoTicket }, ({ actor, params, body }) =>
    shown({ actor, ...params }, turnIntoTicket({ actor, ...params, ...body })),
  ),
  route(desk.writeChatNote, { ...detail, body: schemas.writeChatNote }, ({ actor, params, body }) =>
    shown({ actor, ...params }, writeNote({ actor, ...params, ...body })),
  ),
  route(desk.pauseChats, { ...detail, body: schemas.pauseChats }, ({ actor, params, body }) =>
    shown({ actor, ...params }, pauseMember({ actor, ...params, ...body })),
  ),
];

const bye = (retryAfterMs: number) => JSON.stringify({ t: 'bye', code: 1012, retryAfterMs });
const door = { maxFrame: MAX_FRAME_BYTES, bye, serve: serveTalks };
/** Receiving. */
export const chatSockets: readonly SocketDoor[] = [
  { ...door, path: CHAT_SOCKET, access: 'member' },
  { ...door, path: STAFF_CHAT_SOCKET, access: CHAT_ROLES },
];
