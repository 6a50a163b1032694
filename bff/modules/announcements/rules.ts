import type { AnnouncementPhase, AnnouncementState } from '../../contract/announcements/enums.ts';
import { DAY_MS } from '../../contract/dates.ts';

/** Where an announcement stands. Pure. */
export function phaseOf(
  one: { state: AnnouncementState; publishedAt: number | null; validUntil: number | null },
  now: number,
): AnnouncementPhase {
  if (one.state !== 'published') return one.state;
  if (one.publishedAt === null || one.publishedAt > now) return 'scheduled';
  return one.validUntil !== null && one.validUntil <= now ? 'ended' : 'published';
}

/** How far an account has read. */
export interface ReadMark {
  seenAt: number;
  opened: Readonly<Record<string, number>>;
}

/** The mark of an account that has never marked anything: what is older than a month counts as read. */
export const unmarked = (now: number): ReadMark => ({ seenAt: now - 30 * DAY_MS, opened: {} });

/** Whether it counts as read; what asks to be confirmed is unread until it is. Pure. */
export function isRead(
  one: { id: number; mustConfirm: boolean; askedAt: number },
  by: { mark: ReadMark; confirmed: ReadonlySet<number> },
): boolean {
  if (one.mustConfirm) return by.confirmed.has(one.id);
  return one.askedAt <= by.mark.seenAt || (by.mark.opened[one.id] ?? 0) >= one.askedAt;
}

/**
 * So many opened announcements are remembered one by one; beyond that, only the instant until which everything was marked.
 */
const MAX_OPENED = 100;

/** The mark after one more was opened at `now`. Pure. */
export function opening(mark: ReadMark, id: number, now: number): ReadMark {
  const all: Record<string, number> = { ...mark.opened, [id]: now };
  const latest = Object.entries(all)
    .sort(([, a], [, b]) => b - a)
    .slice(0, MAX_OPENED);
  return { ...mark, opened: Object.fromEntries(latest) };
}

/** The mark after everything that appeared until `askedAt` was seen. Pure. */
export function seeing(mark: ReadMark, askedAt: number): ReadMark {
  const seenAt = Math.max(mark.seenAt, askedAt);
  return { seenAt, opened: Object.fromEntries(Object.entries(mark.opened).filter(([, at]) => at > seenAt)) };
}
