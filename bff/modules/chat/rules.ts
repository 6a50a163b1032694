import type { Role } from '../../contract/accounts/enums.ts';
import type { ChatEvent, ChatOfferRole, ChatState } from '../../contract/chat/enums.ts';
import { MAX_CHAT_MESSAGES_A_MINUTE, MAX_SAME_WORDS, MINUTES_A_TALK } from '../../contract/chat/limits.ts';
import type { ChatPlace } from '../../contract/chat/replies.ts';
import { DAY_MS } from '../../contract/dates.ts';
import { RATING_DAYS } from '../../contract/ratings/limits.ts';
import type { SubjectKind } from '../../contract/registry/enums.ts';

/** Who asks for a talk. */
export type Asking = { member: { kind: SubjectKind; id: number } } | { staff: { id: number; roles: readonly Role[] } };

/** To whom a talk is offered: to one of the desk, to a role, or to nobody. */
export interface Offer {
  offeredTo: number | null;
  offeredRole: ChatOfferRole | null;
}

interface Talk extends Offer {
  state: ChatState;
  memberKind: SubjectKind;
  memberId: number;
  assigneeId: number | null;
}

/** A member sees their own; the desk what waits, what is one's own or offered to one, and whoever leads it everything. */
export function mayShow(asking: Asking, talk: Talk): boolean {
  if ('member' in asking) return talk.memberKind === asking.member.kind && talk.memberId === asking.member.id;
  const { id, roles } = asking.staff;
  return (
    // Administrators lead the desk, and see every talk of it.
    roles.includes('administrator') ||
    talk.state === 'waiting' ||
    talk.assigneeId === id ||
    isOfferedTo({ id, roles }, talk)
  );
}

/** Whether somebody of the desk may accept a talk: it was offered to them, or to one of their roles. */
export const isOfferedTo = ({ id, roles }: { id: number; roles: readonly Role[] }, talk: Offer): boolean =>
  Number(talk.offeredTo) === id || (talk.offeredRole !== null && roles.includes(talk.offeredRole));

/** Whoever may speak: the member, and of the desk the one who has taken it. */
export function isPartOf(asking: Asking, talk: Talk): boolean {
  if (talk.state === 'closed') return false;
  return 'member' in asking ? mayShow(asking, talk) : talk.assigneeId === asking.staff.id;
}

/** How long one waits behind so many. */
export const placeBehind = (ahead: number): ChatPlace => ({ ahead, minutes: Math.max(1, ahead * MINUTES_A_TALK) });

/** What is wrong with one more message after the last ones of the same sender, the latest first; null: nothing. */
export function tooMuch(
  before: readonly { at: number; words: string | null }[],
  next: { at: number; words: string | null },
): string | null {
  const lately = before.filter(({ at }) => at > next.at - 60_000).length;
  if (lately >= MAX_CHAT_MESSAGES_A_MINUTE) return '发送得太快了，请稍等一分钟再发';
  const same = before.findIndex(({ words }) => words === null || words !== next.words);
  const times = same === -1 ? before.length : same;
  if (next.words !== null && times >= MAX_SAME_WORDS) return '这条消息已经发送过多次，请等候答复，不必重复发送';
  return null;
}

/** Events that leave a talk with whom it was; after any other one it may be somebody else's to read. */
const STAYS: readonly (ChatEvent | null)[] = [
  null,
  'read',
  'retracted',
  'asked',
  'facts_asked',
  'facts_right',
  'facts_wrong',
];
export const changesHands = (event: ChatEvent | null): boolean => !STAYS.includes(event);

/** Ends at which a member is there to be asked; silence and leaving the queue are none. */
const ASKED_AFTER: readonly (ChatEvent | null)[] = ['ended_by_member', 'ended_by_staff', 'ticketed'];

/**
 * Until when a talk is rated, epoch ms; null where nobody is asked: it is under way, was never taken, or ended because
 * nobody said anything more (desk.md, What members see).
 */
export function ratedUntil(chat: {
  closedAt: number | null;
  takenAt: number | null;
  endedBy: ChatEvent | null;
}): number | null {
  if (chat.closedAt === null || chat.takenAt === null || !ASKED_AFTER.includes(chat.endedBy)) return null;
  return Number(chat.closedAt) + RATING_DAYS * DAY_MS;
}

/** 客服02: members read of a colleague, not of a person. */
export const deskName = (accountId: number): string => `客服${String(accountId % 100).padStart(2, '0')}`;
