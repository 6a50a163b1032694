import type { MemberActor } from '../../../actor.ts';
import { toIso } from '../../../contract/dates.ts';
import type { OwnRating } from '../../../contract/ticket-ratings/replies.ts';
import type { RateTicketParsed } from '../../../contract/ticket-ratings/schemas.ts';
import { AppError } from '../../../errors.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { transaction } from '../../../platform/db/database.ts';
import { ofTicket } from '../../../subject.ts';
import { readTimeline } from '../../timeline/read-timeline.ts';
import { loadTicket } from '../policy.ts';
import { noteRating } from '../statistics/note-step.ts';
import { TicketRating } from './model.ts';
import { ratedUntil } from './rules.ts';

/** What the actor has said of an own ticket, and whether it may be said now. Throws `not_found`. */
export async function showOwnRating({ actor, id }: { actor: MemberActor; id: number }): Promise<OwnRating> {
  const ticket = await loadTicket(actor, id);
  const [given, timeline] = await Promise.all([
    TicketRating.findOne({ where: { ticketId: id } }),
    readTimeline(ofTicket(id)),
  ]);
  const until = ratedUntil(ticket, timeline);
  return {
    given: given && { rating: given.rating, words: given.words, at: toIso(given.ratedAt) },
    canRate: until !== null && clock.now() < until,
    until: toIso(until),
  };
}

/** Rates an own ticket, or changes the rating. Throws `not_found`; `wrong_state` where nobody is asked, or no longer. */
export async function rateTicket(rated: { actor: MemberActor; id: number; input: RateTicketParsed }): Promise<void> {
  const { actor, id, input } = rated;
  await transaction(async (t) => {
    // Its row is locked: two ratings of one ticket come one after the other.
    const ticket = await loadTicket(actor, id, t);
    const until = ratedUntil(ticket, await readTimeline(ofTicket(id), t));
    if (until === null) throw new AppError('wrong_state', { message: '该工单没有办结答复，暂不能评价' });
    if (clock.now() >= until) throw new AppError('wrong_state', { message: '评价期限已过（解决后7天内可以评价）' });
    const said = { ...input, ratedAt: clock.now() };
    const earlier = await TicketRating.findOne({ where: { ticketId: id }, transaction: t });
    if (earlier) await earlier.update(said, { transaction: t });
    else await TicketRating.create({ ticketId: id, ...said }, { transaction: t });
    await noteRating({ ticketId: id, rating: input.rating }, t);
  });
}
