import { chatRatingEndpoints as ratings } from '../../../contract/chat-ratings/endpoints.ts';
import { chatRatingRow } from '../../../contract/chat-ratings/replies.ts';
import { ownRating } from '../../../contract/ratings/replies.ts';
import * as schemas from '../../../contract/ratings/schemas.ts';
import { pageOf } from '../../../contract/reply-parts.ts';
import { idParams, route } from '../../../http/route.ts';
import { checkMemberText } from '../../wechat/check-member-text.ts';
import { listRatings } from './list-ratings.ts';
import { rateChat, showOwnRating } from './rate-chat.ts';

/** 评价: what members think of their talks. */
export const chatRatingRoutes = [
  route(ratings.showOwnChatRating, { params: idParams, reply: ownRating }, ({ actor, params }) =>
    showOwnRating({ actor, id: params.id }),
  ),
  route(
    ratings.rateChat,
    { params: idParams, body: schemas.giveRating, reply: ownRating },
    async ({ actor, params, body }) => {
      await checkMemberText({ actor, fields: { words: body.words } });
      await rateChat({ actor, id: params.id, input: body });
      return showOwnRating({ actor, id: params.id });
    },
  ),
  route(ratings.listChatRatings, { query: schemas.listRatings, reply: pageOf(chatRatingRow) }, ({ query }) =>
    listRatings(query),
  ),
];
