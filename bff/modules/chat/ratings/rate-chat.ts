import type { MemberActor } from '../../../actor.ts';
import type { OwnRating } from '../../../contract/ratings/replies.ts';
import type { GivenRating } from '../../../contract/ratings/schemas.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { transaction } from '../../../platform/db/database.ts';
import { expectRatable, presentRating } from '../../tickets/ratings/rating-window.ts';
import type { Chat } from '../model.ts';
import { loadChat } from '../policy.ts';
import { ratedUntil } from '../rules.ts';

const givenOf = ({ rating, ratingWords, ratedAt }: Chat) =>
  rating && { rating, words: ratingWords ?? '', ratedAt: Number(ratedAt) };

/** What the actor has said of an own talk, and whether it may be said now. Throws `not_found`. */
export async function showOwnRating({ actor, id }: { actor: MemberActor; id: number }): Promise<OwnRating> {
  const chat = await loadChat(actor, id);
  return presentRating(givenOf(chat), ratedUntil(chat));
}

/** Rates an own talk, or changes the rating. Throws `not_found`; `wrong_state` where nobody is asked, or no longer. */
export async function rateChat(rated: { actor: MemberActor; id: number; input: GivenRating }): Promise<void> {
  const { actor, id, input } = rated;
  await transaction(async (t) => {
    const chat = await loadChat(actor, id, t);
    expectRatable(ratedUntil(chat), {
      never:
        chat.closedAt === null
          ? '对话还在进行，结束后可以评价'
          : '这次咨询没有客服接待，或因长时间没有消息结束，不作评价',
      late: '评价期限已过（结束后7天内可以评价）',
    });
    const said = { rating: input.rating, ratingWords: input.words, ratedAt: clock.now() };
    await chat.update(said, { transaction: t });
  });
}
