import { z } from 'zod';
import { keptFileReply } from '../files/replies.ts';
import { SUBJECT_KINDS } from '../registry/enums.ts';
import { instant, oneOf, reply } from '../reply-parts.ts';
import { TEXT_DOUBTS } from '../text-doubts.ts';
import { TICKET_CATEGORIES, TICKET_EVENTS, TICKET_STATES } from './enums.ts';
import { TIE_KINDS } from './ties.ts';

const ticketNamed = {
  id: z.int(),
  /** G2611290001 */
  number: z.string(),
  category: oneOf(TICKET_CATEGORIES),
  title: z.string(),
  state: oneOf(TICKET_STATES),
  openedAt: instant,
  lastMessageAt: instant,
};

/** What a ticket is about besides its words, as it was called when the ticket was opened. */
const tied = z.strictObject({ kind: oneOf(TIE_KINDS), key: z.string(), name: z.string() });

/** A line of 我的工单. */
export const ownTicketRow = reply('OwnTicketRow', ticketNamed);
export type OwnTicketRow = z.infer<typeof ownTicketRow>;

/** Open tickets of the member that may ask the same already, the latest first. */
export const alikeTickets = reply('AlikeTickets', { items: z.array(ownTicketRow) });
export type AlikeTickets = z.infer<typeof alikeTickets>;

const ticketMessage = z.strictObject({
  id: z.int(),
  /** Members read of the association, not of a person. */
  by: z.string(),
  isMembers: z.boolean(),
  /** Number of the ticket in which it was written, where that was merged into this one. */
  from: z.string().nullable(),
  at: instant,
  body: z.string(),
  attachments: z.array(keptFileReply),
});

/** The identity numbers in it, which it has masked: each is shown whole for a reason (revealTicketNumber). */
const ticketMessageToStaff = ticketMessage.extend({
  numbers: z.array(z.strictObject({ id: z.int(), masked: z.string() })),
  /** What is to be known of a text that nobody has cleared; null: nothing. */
  doubt: oneOf(TEXT_DOUBTS).nullable(),
});

const timeline = z.array(
  z.strictObject({ event: oneOf(TICKET_EVENTS), at: instant, by: z.string(), note: z.string() }),
);

/** The earlier ticket into which this one was merged; what is said goes there. */
const mergedInto = z.strictObject({ id: z.int(), number: z.string() }).nullable();

/** A ticket as whoever opened it sees it: there is no place for an internal note. */
export const ownTicket = reply('OwnTicket', {
  ...ticketNamed,
  /** Of which lawyer a firm asks; '' of nobody in particular. */
  aboutName: z.string(),
  /** What it is about besides its words; null: nothing. */
  tied: tied.nullable(),
  messages: z.array(ticketMessage),
  timeline,
  /** 预计今天 16:40 前答复; '' where nothing is promised. */
  promise: z.string(),
  mergedInto,
  can: z.strictObject({ add: z.boolean(), cancel: z.boolean() }),
});
export type OwnTicket = z.infer<typeof ownTicket>;

/** What is promised for a category, before anything is sent. */
export const ticketPromises = reply('TicketPromises', {
  /** 国庆假期，10月8日 9:00 起处理, and what holds during 年度考核; '' while somebody is there and nothing special holds. */
  beginsWords: z.string(),
  promises: z.array(z.strictObject({ category: oneOf(TICKET_CATEGORIES), words: z.string() })),
});
export type TicketPromises = z.infer<typeof ticketPromises>;

/** A line of the staff's queue. */
export const ticketRow = reply('TicketRow', {
  ...ticketNamed,
  askerKind: oneOf(SUBJECT_KINDS),
  askerId: z.int(),
  askerName: z.string(),
  /** '' while nobody has taken it. */
  assigneeName: z.string(),
  isMine: z.boolean(),
  /** When it is due next; null: no clock runs. */
  dueAt: instant.nullable(),
  /** Open minutes until then; negative once it is overdue. */
  leftMinutes: z.int().nullable(),
  /** Less than a quarter of its time is left. */
  isSoon: z.boolean(),
  /** Holidays may still come between. */
  isExpected: z.boolean(),
});
export type TicketRow = z.infer<typeof ticketRow>;

export const ticketDetail = reply('TicketDetail', {
  ...ticketRow.shape,
  messages: z.array(ticketMessageToStaff),
  /** Asked for before sign-in: nobody has proved to be the member. */
  isUnverified: z.boolean(),
  /** The lawyer of whom a firm asks. */
  about: z.strictObject({ id: z.int(), name: z.string() }).nullable(),
  /** What it, and those that were merged into it, are about; `id`: what staff open, null while there is nothing to open. */
  ties: z.array(tied.extend({ id: z.int().nullable() })),
  timeline,
  mergedInto,
  can: z.strictObject({
    take: z.boolean(),
    answer: z.boolean(),
    /** Not while what it asks of the registry is undecided. */
    solve: z.boolean(),
    move: z.boolean(),
    merge: z.boolean(),
    /** Undo the merge of this ticket into another one. */
    unmerge: z.boolean(),
    split: z.boolean(),
  }),
  version: z.int(),
});
export type TicketDetail = z.infer<typeof ticketDetail>;

/** 内部备注: on a path of their own, in a table of their own. */
export const ticketNotes = reply('TicketNotes', {
  items: z.array(z.strictObject({ id: z.int(), by: z.string(), at: instant, body: z.string() })),
});
export type TicketNotes = z.infer<typeof ticketNotes>;
