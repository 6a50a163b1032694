import { waitingEndpoints as waiting } from '../../../contract/activity-waiting/endpoints.ts';
import * as schemas from '../../../contract/activity-waiting/schemas.ts';
import { nothing } from '../../../contract/reply-parts.ts';
import { idParams, route } from '../../../http/route.ts';
import { moveToFront } from './move-to-front.ts';
import { serveAll } from './serve-all.ts';

/** What staff do for those on a waiting list. */
export const waitingRoutes = [
  route(
    waiting.moveToFront,
    { params: idParams, body: schemas.moveToFront, reply: nothing },
    async ({ actor, params, body }) => {
      await moveToFront({ actor, id: params.id, input: body });
      return null;
    },
  ),
  route(
    waiting.serveAll,
    { params: idParams, body: schemas.serveAll, reply: nothing },
    async ({ actor, params, body }) => {
      await serveAll({ actor, id: params.id, input: body });
      return null;
    },
  ),
];
