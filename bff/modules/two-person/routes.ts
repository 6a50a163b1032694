import { changeEndpoints } from '../../contract/two-person/endpoints.ts';
import { refusalInput } from '../../contract/two-person/schemas.ts';
import * as replies from '../../contract/two-person/replies.ts';
import { idParams, route } from '../../http/route.ts';
import { confirmChange } from './confirm-change.ts';
import { endChange } from './end-change.ts';
import { listChanges } from './list-changes.ts';

export const changeRoutes = [
  route(changeEndpoints.listChanges, { reply: replies.changesReply }, ({ actor }) => listChanges({ actor })),
  route(changeEndpoints.confirmChange, { params: idParams, reply: replies.confirmedChange }, ({ actor, params }) =>
    confirmChange({ actor, id: params.id }),
  ),
  route(
    changeEndpoints.declineChange,
    { params: idParams, body: refusalInput, reply: replies.changeRow },
    ({ actor, params, body }) => endChange({ actor, act: 'decline', id: params.id, reason: body.reason }),
  ),
  route(changeEndpoints.withdrawChange, { params: idParams, reply: replies.changeRow }, ({ actor, params }) =>
    endChange({ actor, act: 'withdraw', id: params.id }),
  ),
];
