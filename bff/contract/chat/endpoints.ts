import { endpoint, type Page } from '../endpoint.ts';
import type { ListPages } from '../fields.ts';
import type { AttachmentReply } from '../files/replies.ts';
import type { FilledTextBlocks } from '../ticket-text-blocks/replies.ts';
import { CHAT_ROLES } from './enums.ts';
import { MAX_CHAT_FILE_BYTES } from './limits.ts';
import type {
  ChatDesk,
  ChatDetail,
  ChatDoor,
  ChatMessages,
  ChatRow,
  ChatSent,
  OwnChat,
  PolledFrames,
} from './replies.ts';
import type {
  AboutChatMessage,
  AnswerChatFacts,
  AskChatFacts,
  ChatIntoTicket,
  HandOverChat,
  ListChats,
  OwnChatIntoTicket,
  PauseChats,
  PollChats,
  ReadChatMessages,
  SendChatMessage,
  StartChat,
  WriteChatNote,
} from './schemas.ts';

export type * from './replies.ts';

type Id = { id: string };

/** 联系客服 of members. */
export const chatEndpoints = {
  showChatDoor: endpoint<{ reply: ChatDoor }>()({
    method: 'GET',
    path: '/chat',
    access: 'member',
    summary: 'Whether the desk can be asked now, and the talk that is under way',
  }),
  startChat: endpoint<{ body: StartChat; reply: OwnChat }>()({
    method: 'POST',
    path: '/chat',
    access: 'member',
    summary: 'Takes a place in the queue; while a talk is under way it is that one',
  }),
  listOwnChats: endpoint<{ query: ListPages; reply: Page<OwnChat> }>()({
    method: 'GET',
    path: '/chat/history',
    access: 'member',
    summary: "The member's talks that are over, the latest first",
  }),
  pollOwnChats: endpoint<{ query: PollChats; reply: PolledFrames }>()({
    method: 'GET',
    path: '/chat/poll',
    access: 'member',
    summary: 'What a socket would bring: waits until there is something, or as long as it is asked to',
  }),
  showOwnChat: endpoint<{ params: Id; reply: OwnChat }>()({
    method: 'GET',
    path: '/chat/:id',
    access: 'member',
    summary: 'One of the member’s talks',
  }),
  readOwnChat: endpoint<{ params: Id; query: ReadChatMessages; reply: ChatMessages }>()({
    method: 'GET',
    path: '/chat/:id/messages',
    access: 'member',
    summary: 'What was said after a number',
  }),
  sendOwnChatMessage: endpoint<{ params: Id; body: SendChatMessage; reply: ChatSent }>()({
    method: 'POST',
    path: '/chat/:id/messages',
    access: 'member',
    summary: 'Says something; the same clientId is one message, however often it comes',
  }),
  uploadChatFile: endpoint<{ params: Id; body: object; reply: AttachmentReply }>()({
    method: 'POST',
    path: '/chat/:id/files',
    access: 'member',
    summary: 'Uploads a picture or a PDF of up to 10 MB for a talk; gone after a day unless it is sent',
    takes: 'file',
    maxBytes: MAX_CHAT_FILE_BYTES,
  }),
  showOwnChatFile: endpoint<{ params: { id: string; seq: string; file: string }; reply: ArrayBuffer }>()({
    method: 'GET',
    path: '/chat/:id/messages/:seq/files/:file',
    access: 'member',
    summary: 'A file of an own talk',
    replies: 'file',
  }),
  retractOwnChatMessage: endpoint<{ params: Id; body: AboutChatMessage; reply: null }>()({
    method: 'POST',
    path: '/chat/:id/retractions',
    access: 'member',
    summary: 'Takes back an own message within two minutes',
  }),
  markOwnChatRead: endpoint<{ params: Id; body: AboutChatMessage; reply: null }>()({
    method: 'POST',
    path: '/chat/:id/readings',
    access: 'member',
    summary: 'Says up to which number the member has read',
  }),
  answerChatFacts: endpoint<{ params: Id; body: AnswerChatFacts; reply: null }>()({
    method: 'POST',
    path: '/chat/:id/facts',
    access: 'member',
    summary: 'Says whether the values that the desk asks about are right, or which is not',
  }),
  endOwnChat: endpoint<{ params: Id; reply: OwnChat }>()({
    method: 'POST',
    path: '/chat/:id/end',
    access: 'member',
    summary: 'Ends a talk, or leaves the queue',
  }),
  turnOwnChatIntoTicket: endpoint<{ params: Id; body: OwnChatIntoTicket; reply: OwnChat }>()({
    method: 'POST',
    path: '/chat/:id/ticket',
    access: 'member',
    summary: 'Ends a talk that waits, and opens a ticket with every word and picture of it',
  }),
} as const;

/** The desk. */
export const chatDeskEndpoints = {
  showChatDesk: endpoint<{ reply: ChatDesk }>()({
    method: 'GET',
    path: '/staff/chat',
    access: CHAT_ROLES,
    summary: 'Who waits, the own talks, and who else is there',
  }),
  listChats: endpoint<{ query: ListChats; reply: Page<ChatRow> }>()({
    method: 'GET',
    path: '/staff/chat/history',
    access: CHAT_ROLES,
    summary: 'Talks that are over: the own ones, for administrators all of them; the latest first',
  }),
  pollChats: endpoint<{ query: PollChats; reply: PolledFrames }>()({
    method: 'GET',
    path: '/staff/chat/poll',
    access: CHAT_ROLES,
    summary: 'What a socket would bring, for where there is none',
  }),
  showChat: endpoint<{ params: Id; reply: ChatDetail }>()({
    method: 'GET',
    path: '/staff/chat/:id',
    access: CHAT_ROLES,
    summary: 'A talk, and who asks',
  }),
  listChatTextBlocks: endpoint<{ params: Id; reply: FilledTextBlocks }>()({
    method: 'GET',
    path: '/staff/chat/:id/text-blocks',
    access: CHAT_ROLES,
    summary: 'Text blocks as they read in this talk',
  }),
  readChat: endpoint<{ params: Id; query: ReadChatMessages; reply: ChatMessages }>()({
    method: 'GET',
    path: '/staff/chat/:id/messages',
    access: CHAT_ROLES,
    summary: 'What was said after a number',
  }),
  sendChatMessage: endpoint<{ params: Id; body: SendChatMessage; reply: ChatSent }>()({
    method: 'POST',
    path: '/staff/chat/:id/messages',
    access: CHAT_ROLES,
    summary: 'Answers in an own talk; the same clientId is one message, however often it comes',
  }),
  uploadStaffChatFile: endpoint<{ params: Id; body: object; reply: AttachmentReply }>()({
    method: 'POST',
    path: '/staff/chat/:id/files',
    access: CHAT_ROLES,
    summary: 'Uploads a picture or a PDF for an own talk',
    takes: 'file',
    maxBytes: MAX_CHAT_FILE_BYTES,
  }),
  showChatFile: endpoint<{ params: { id: string; seq: string; file: string }; reply: ArrayBuffer }>()({
    method: 'GET',
    path: '/staff/chat/:id/messages/:seq/files/:file',
    access: CHAT_ROLES,
    summary: 'A file of a talk',
    replies: 'file',
  }),
  retractChatMessage: endpoint<{ params: Id; body: AboutChatMessage; reply: null }>()({
    method: 'POST',
    path: '/staff/chat/:id/retractions',
    access: CHAT_ROLES,
    summary: 'Takes back an own message within two minutes',
  }),
  markChatRead: endpoint<{ params: Id; body: AboutChatMessage; reply: null }>()({
    method: 'POST',
    path: '/staff/chat/:id/readings',
    access: CHAT_ROLES,
    summary: 'Says up to which number it was read',
  }),
  askChatFacts: endpoint<{ params: Id; body: AskChatFacts; reply: null }>()({
    method: 'POST',
    path: '/staff/chat/:id/facts',
    access: CHAT_ROLES,
    summary: 'Asks the member of an own talk to confirm values of the registry',
  }),
  takeChat: endpoint<{ params: Id; reply: ChatDetail }>()({
    method: 'POST',
    path: '/staff/chat/:id/taking',
    access: CHAT_ROLES,
    summary: 'Takes a talk that waits; of two at once one does',
  }),
  handOverChat: endpoint<{ params: Id; body: HandOverChat; reply: ChatDetail }>()({
    method: 'POST',
    path: '/staff/chat/:id/offer',
    access: CHAT_ROLES,
    summary: 'Offers an own talk to a colleague or a role, with a word; until somebody accepts it stays',
  }),
  withdrawChatOffer: endpoint<{ params: Id; reply: ChatDetail }>()({
    method: 'DELETE',
    path: '/staff/chat/:id/offer',
    access: CHAT_ROLES,
    summary: 'Takes back an offer of an own talk',
  }),
  refuseChat: endpoint<{ params: Id; reply: null }>()({
    method: 'POST',
    path: '/staff/chat/:id/refusal',
    access: CHAT_ROLES,
    summary: 'Says no to a talk that was offered to the caller; it stays with whoever has it',
  }),
  acceptChat: endpoint<{ params: Id; reply: ChatDetail }>()({
    method: 'POST',
    path: '/staff/chat/:id/acceptance',
    access: CHAT_ROLES,
    summary: 'Accepts a talk that was offered; of two at once one does',
  }),
  returnChat: endpoint<{ params: Id; reply: null }>()({
    method: 'POST',
    path: '/staff/chat/:id/return',
    access: CHAT_ROLES,
    summary: 'Puts an own talk back to the front of the queue',
  }),
  endChat: endpoint<{ params: Id; reply: ChatDetail }>()({
    method: 'POST',
    path: '/staff/chat/:id/end',
    access: CHAT_ROLES,
    summary: 'Ends an own talk',
  }),
  turnChatIntoTicket: endpoint<{ params: Id; body: ChatIntoTicket; reply: ChatDetail }>()({
    method: 'POST',
    path: '/staff/chat/:id/ticket',
    access: CHAT_ROLES,
    summary: 'Ends a talk, and opens a ticket of its member with what was said',
  }),
  writeChatNote: endpoint<{ params: Id; body: WriteChatNote; reply: ChatDetail }>()({
    method: 'POST',
    path: '/staff/chat/:id/notes',
    access: CHAT_ROLES,
    summary: 'Writes an internal note, which no member ever reads',
  }),
  pauseChats: endpoint<{ params: Id; body: PauseChats; reply: ChatDetail }>()({
    method: 'POST',
    path: '/staff/chat/:id/pause',
    access: CHAT_ROLES,
    summary: 'Ends a talk and takes no new ones of its member for 24 hours; tickets stay open to them',
  }),
} as const;
