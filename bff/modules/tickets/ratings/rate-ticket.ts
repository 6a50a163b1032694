import type { MemberActor } from '../../../actor.ts';
import type { OwnRating } from '../../../contract/ratings/replies.ts';
import type { GivenRating } from '../../../contract/ratings/schemas.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { transaction } from '../../../platform/db/database.ts';
import { ofTicket } from '../../../subject.ts';
import { readTimeline } from '../../timeline/read-timeline.ts';
import { loadTicket } from '../policy.ts';
import { noteRating } from '../statistics/note-step.ts';
import { TicketRating } from './model.ts';
import { expectRatable, presentRating } from './rating-window.ts';
import { ratedUntil } from './rules.ts';

/** What the actor has said of an own ticket, and whether it may be said now. Throws `not_found`. */
export async function showOwnRating({ actor, id }: { actor: MemberActor; id: number }): Promise<OwnRating> {
  const ticket = await loadTicket(actor, id);
  const [given, timeline] = await Promise.all([
    TicketRating.findOne({ where: { ticketId: id } }),
    readTimeline(ofTicket(id)),
  ]);
  return presentRating(given, ratedUntil(ticket, timeline));
}

/** Rates an own ticket, or changes the rating. Throws `not_found`; `wrong_state` where nobody is asked, or no longer. */
export async function rateTicket(rated: { actor: MemberActor; id: number; input: GivenRating }): Promise<void> {
  const { actor, id, input } = rated;
  await transaction(async (t) => {
    // Its row is locked: two ratings of one ticket come one after the other.
    const ticket = await loadTicket(actor, id, t);
    expectRatable(ratedUntil(ticket, await readTimeline(ofTicket(id), t)), {
      never: '该工单没有办结答复，暂不能评价',
      late: '评价期限已过（解决后7天内可以评价）',
    });
    const said = { ...input, ratedAt: clock.now() };
    const earlier = await TicketRating.findOne({ where: { ticketId: id }, transaction: t });
    if (earlier) await earlier.update(said, { transaction: t });
    else await TicketRating.create({ ticketId: id, ...said }, { transaction: t });
    await noteRating({ ticketId: id, rating: input.rating }, t);
  });
}
