import { z } from 'zod';
import { keptFileReply } from '../files/replies.ts';
import { PROFILE_STATES } from '../profile/enums.ts';
import { SUBJECT_KINDS } from '../registry/enums.ts';
import { instant, named, oneOf, reply } from '../reply-parts.ts';
import {
  CHAT_CLOSED_FOR,
  CHAT_EVENTS,
  CHAT_FACT_KEYS,
  CHAT_KINDS,
  CHAT_OFFER_ROLES,
  CHAT_SIDES,
  CHAT_STATES,
} from './enums.ts';

/** A value of the registry that a member is asked to confirm, as it was when it was asked. */
export const chatFact = z.strictObject({ field: z.enum(CHAT_FACT_KEYS), label: z.string(), value: z.string() });
export type ChatFact = z.infer<typeof chatFact>;

/** One number of a talk. Order is `seq` and nothing else. */
export const chatMessage = reply('ChatMessage', {
  seq: z.int(),
  at: instant,
  kind: oneOf(CHAT_KINDS),
  by: oneOf(CHAT_SIDES),
  /** Members read 客服02, not a name. */
  byName: z.string(),
  /** As whoever sent it called it; null: it came by itself. */
  clientId: z.string().nullable(),
  /** '' once it was taken back. */
  text: z.string(),
  /** null: no file, or taken back. */
  file: keptFileReply.nullable(),
  /** What happened, where the line tells of an event. */
  event: oneOf(CHAT_EVENTS).nullable(),
  /** Of 正在与您核对, and of an answer that says which is wrong. */
  facts: z.array(chatFact).nullable(),
  /** Which number the event is about: taken back, read up to, confirmed. */
  about: z.int().nullable(),
});
export type ChatMessage = z.infer<typeof chatMessage>;

/** Numbers after the one that was asked for; `end`: there are no more. */
export const chatMessages = reply('ChatMessages', { items: z.array(chatMessage), end: z.boolean() });
export type ChatMessages = z.infer<typeof chatMessages>;

export const chatSent = reply('ChatSent', { seq: z.int(), at: instant });
export type ChatSent = z.infer<typeof chatSent>;

const place = z.strictObject({
  /** How many wait before it. */
  ahead: z.int(),
  minutes: z.int(),
});
export type ChatPlace = z.infer<typeof place>;

/** A talk as its member sees it. */
export const ownChat = reply('OwnChat', {
  id: z.int(),
  subject: z.string(),
  state: oneOf(CHAT_STATES),
  openedAt: instant,
  closedAt: instant.nullable(),
  /** 客服02; '' before somebody is there. */
  staffName: z.string(),
  lastSeq: z.int(),
  /** While it waits. */
  place: place.nullable(),
  /** What has become of it. */
  ticket: z.strictObject({ id: z.int(), number: z.string() }).nullable(),
  can: z.strictObject({ send: z.boolean(), end: z.boolean(), ticket: z.boolean() }),
});
export type OwnChat = z.infer<typeof ownChat>;

/** The page 联系客服 before anything is said. */
export const chatDoor = reply('ChatDoor', {
  isOpen: z.boolean(),
  closedFor: oneOf(CHAT_CLOSED_FOR).nullable(),
  /** 工作日 9:00–11:30，13:30–18:00 */
  hours: z.string(),
  /** 今天 13:30; '' while it is open, or nobody knows. */
  opensWords: z.string(),
  /** 11:30 ends the morning soon; '' otherwise. */
  closesWords: z.string(),
  waiting: z.int(),
  /** The talk that is under way. */
  current: ownChat.nullable(),
});
export type ChatDoor = z.infer<typeof chatDoor>;

/** A line of the desk. */
export const chatRow = reply('ChatRow', {
  id: z.int(),
  subject: z.string(),
  state: oneOf(CHAT_STATES),
  memberKind: oneOf(SUBJECT_KINDS),
  memberId: z.int(),
  memberName: z.string(),
  openedAt: instant,
  /** Since when it waits for somebody. */
  waitsSince: instant,
  closedAt: instant.nullable(),
  assigneeName: z.string(),
  isMine: z.boolean(),
  /** Numbers of the member that nobody of the staff has read. */
  unread: z.int(),
  lastSeq: z.int(),
  /** Who spoke last, and when. */
  lastBy: oneOf(CHAT_SIDES),
  lastAt: instant,
  /** Offered by whoever has it, with a word; `to` is a name, or 客服（任一人）. */
  offer: z.strictObject({ by: z.string(), to: z.string(), isToMe: z.boolean(), word: z.string() }).nullable(),
});
export type ChatRow = z.infer<typeof chatRow>;

export const chatDesk = reply('ChatDesk', {
  /** 在岗. */
  isPresent: z.boolean(),
  mostTalks: z.int(),
  waiting: z.array(chatRow),
  own: z.array(chatRow),
  offered: z.array(chatRow),
  /** Talks that others have, for administrators. */
  others: z.array(chatRow),
  /** Who else is there, to hand over to. */
  colleagues: z.array(z.strictObject({ id: z.int(), name: z.string(), talks: z.int() })),
  /** Roles to hand over to, with how many of each are there besides. */
  roles: z.array(z.strictObject({ role: z.enum(CHAT_OFFER_ROLES), present: z.int() })),
});
export type ChatDesk = z.infer<typeof chatDesk>;

/** Who asks, without anything private. */
const card = z.strictObject({
  licenceNo: z.string(),
  /** The firm of a lawyer. */
  firm: z.strictObject({ id: z.int(), name: z.string() }).nullable(),
  isCancelled: z.boolean(),
  openTickets: z.array(z.strictObject({ id: z.int(), number: z.string(), title: z.string() })),
  lastCertificates: z.array(z.strictObject({ id: z.int(), number: z.string(), at: instant })),
  earlierTalks: z.int(),
  /** How far 信息补全 of a lawyer is; null: a firm has none. */
  profile: oneOf(PROFILE_STATES).nullable(),
  /** The next activity that a lawyer has a seat in; null: none. */
  nextActivity: z.strictObject({ title: z.string(), beginsAt: instant }).nullable(),
});
export const chatDetail = reply('ChatDetail', {
  ...chatRow.shape,
  card,
  ticket: z.strictObject({ id: z.int(), number: z.string() }).nullable(),
  notes: z.array(z.strictObject({ id: z.int(), by: z.string(), at: instant, body: z.string() })),
  can: z.strictObject({
    take: z.boolean(),
    send: z.boolean(),
    handOver: z.boolean(),
    accept: z.boolean(),
    /** Says no to what was offered to oneself; what is offered to a role nobody has to answer. */
    refuse: z.boolean(),
    /** Takes back an own offer. */
    withdraw: z.boolean(),
    end: z.boolean(),
    ticket: z.boolean(),
    pause: z.boolean(),
  }),
});
export type ChatDetail = z.infer<typeof chatDetail>;

/** What the server says over a socket, and answers a poll with. */
export const serverFrame = named(
  'ChatFrame',
  z.discriminatedUnion('t', [
    z.strictObject({ t: z.literal('welcome'), v: z.literal(1) }),
    z.strictObject({ t: z.literal('msg'), c: z.int(), m: chatMessage }),
    z.strictObject({ t: z.literal('typing'), c: z.int(), by: oneOf(CHAT_SIDES) }),
    z.strictObject({ t: z.literal('queue'), c: z.int(), ahead: z.int(), minutes: z.int() }),
    /** The lists of the desk are others now. */
    z.strictObject({ t: z.literal('desk') }),
    z.strictObject({ t: z.literal('beat') }),
    z.strictObject({ t: z.literal('bye'), code: z.int(), retryAfterMs: z.int() }),
  ]),
);
export type ServerFrame = z.infer<typeof serverFrame>;

export const polledFrames = reply('ChatFrames', { frames: z.array(serverFrame) });
export type PolledFrames = z.infer<typeof polledFrames>;
