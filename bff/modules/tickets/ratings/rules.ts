import { DAY_MS } from '../../../contract/dates.ts';
import { RATING_DAYS } from '../../../contract/ratings/limits.ts';
import type { TicketEvent, TicketState } from '../../../contract/tickets/enums.ts';

/** Lines that say that a ticket is done; what else its course says later (a merge undone, a mail that came back) is not about that. */
const DONE: readonly TicketEvent[] = ['solved', 'adopted', 'settled', 'refused', 'lapsed'];

/**
 * Until when a ticket is rated, epoch ms; null where nobody is asked: it was never solved by a person's answer (taken
 * back, merged, closed because nobody said anything more), or is being worked on again. What ends a correction is such an
 * answer as well.
 */
export function ratedUntil(
  { state, solvedAt }: { state: TicketState; solvedAt: number | null },
  timeline: readonly { event: TicketEvent; byKind: 'member' | 'staff' | 'system' }[],
): number | null {
  if ((state !== 'solved' && state !== 'closed') || solvedAt === null) return null;
  const last = timeline.findLast(({ event }) => DONE.includes(event));
  if (!last || last.event === 'lapsed' || last.byKind !== 'staff') return null;
  return solvedAt + RATING_DAYS * DAY_MS;
}
