import { restrictionEndpoints as restrictions } from '../../../contract/activity-restrictions/endpoints.ts';
import * as replies from '../../../contract/activity-restrictions/replies.ts';
import { listRestrictions as listQuery, withReason } from '../../../contract/activity-restrictions/schemas.ts';
import { nothing } from '../../../contract/reply-parts.ts';
import { idParams, route } from '../../../http/route.ts';
import { excuseAbsence, excuseAbsences } from './excuse-absences.ts';
import { liftRestriction } from './lift-restriction.ts';
import { listRestrictions } from './list-restrictions.ts';
import { showOwnRestrictions } from './show-own-restrictions.ts';

const one = { params: idParams, body: withReason, reply: nothing };

/** 爽约限制. */
export const restrictionRoutes = [
  route(restrictions.showOwnRestrictions, { reply: replies.ownRestrictions }, ({ actor }) =>
    showOwnRestrictions({ actor }),
  ),
  route(restrictions.listRestrictions, { query: listQuery, reply: replies.restrictionRows }, ({ query }) =>
    listRestrictions(query),
  ),
  route(restrictions.liftRestriction, one, async ({ actor, params, body }) => {
    await liftRestriction({ actor, id: params.id, input: body });
    return null;
  }),
  route(restrictions.excuseAbsence, one, async ({ actor, params, body }) => {
    await excuseAbsence({ actor, id: params.id, input: body });
    return null;
  }),
  route(restrictions.excuseAbsences, one, async ({ actor, params, body }) => {
    await excuseAbsences({ actor, id: params.id, input: body });
    return null;
  }),
];
