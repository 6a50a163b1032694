import { reviewEndpoints } from '../../../contract/review/endpoints.ts';
import { statisticsWindow } from '../../../contract/review/schemas.ts';
import { nothing } from '../../../contract/reply-parts.ts';
import * as replies from '../../../contract/review/replies.ts';
import { idParams, route } from '../../../http/route.ts';
import { listOwnWords } from './list-own-words.ts';
import type { LetterReading } from './letter-reading-model.ts';
import { finishReading, openReading, secondsOf } from './read-letter.ts';
import { readReviewStatistics } from './read-review-statistics.ts';
import { announcePresence, endPresence } from './review-presence.ts';

const readingParams = idParams.extend({ reading: idParams.shape.id });
const presentReading = (reading: LetterReading) => ({
  id: reading.id,
  isRead: reading.readAt !== null,
  seconds: secondsOf(reading),
});

/** What the review desk needs besides the applications themselves. */
export const reviewRoutes = [
  route(
    reviewEndpoints.announcePresence,
    { params: idParams, reply: replies.presenceReply },
    async ({ actor, params }) => {
      const { others, application } = await announcePresence({ actor, id: params.id });
      return { others, state: application.state };
    },
  ),
  route(reviewEndpoints.endPresence, { params: idParams, reply: nothing }, async ({ actor, params }) => {
    await endPresence({ actor, id: params.id });
    return null;
  }),
  route(reviewEndpoints.openReading, { params: idParams, reply: replies.readingReply }, async ({ actor, params }) =>
    presentReading(await openReading({ actor, id: params.id })),
  ),
  route(
    reviewEndpoints.finishReading,
    { params: readingParams, reply: replies.readingReply },
    async ({ actor, params }) => presentReading(await finishReading({ actor, ...params })),
  ),
  route(reviewEndpoints.listOwnWords, { reply: replies.ownWordsReply }, ({ actor }) => listOwnWords({ actor })),
  route(
    reviewEndpoints.showReviewStatistics,
    { query: statisticsWindow, reply: replies.reviewStatistics },
    ({ query }) => readReviewStatistics({ days: Number(query.days) }),
  ),
];
