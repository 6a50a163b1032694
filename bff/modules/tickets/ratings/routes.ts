import { pageOf } from '../../../contract/reply-parts.ts';
import { ticketRatingEndpoints as ratings } from '../../../contract/ticket-ratings/endpoints.ts';
import { ownRating } from '../../../contract/ratings/replies.ts';
import * as replies from '../../../contract/ticket-ratings/replies.ts';
import * as schemas from '../../../contract/ratings/schemas.ts';
import { idParams, route } from '../../../http/route.ts';
import { checkMemberText } from '../../wechat/check-member-text.ts';
import { listRatings } from './list-ratings.ts';
import { rateTicket, showOwnRating } from './rate-ticket.ts';

/** 评价: what members think of what became of their tickets. */
export const ticketRatingRoutes = [
  route(ratings.showOwnRating, { params: idParams, reply: ownRating }, ({ actor, params }) =>
    showOwnRating({ actor, id: params.id }),
  ),
  route(
    ratings.rateTicket,
    { params: idParams, body: schemas.giveRating, reply: ownRating },
    async ({ actor, params, body }) => {
      await checkMemberText({ actor, fields: { words: body.words } });
      await rateTicket({ actor, id: params.id, input: body });
      return showOwnRating({ actor, id: params.id });
    },
  ),
  route(ratings.listTicketRatings, { query: schemas.listRatings, reply: pageOf(replies.ratingRow) }, ({ query }) =>
    listRatings(query),
  ),
];
