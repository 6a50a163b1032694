import { changeEndpoints } from '../../contract/two-person/endpoints.ts';
import { idParams, route } from '../../http/route.ts';
import { confirmChange } from './confirm-change.ts';
import { endChange } from './end-change.ts';
import { listChanges } from './list-changes.ts';

export const changeRoutes = [
  route(changeEndpoints.listChanges, {}, ({ actor }) => listChanges({ actor })),
  route(changeEndpoints.confirmChange, { params: idParams }, ({ actor, params }) =>
    confirmChange({ actor, id: params.id }),
  ),
  route(changeEndpoints.declineChange, { params: idParams }, ({ actor, params }) =>
    endChange({ actor, act: 'decline', id: params.id }),
  ),
  route(changeEndpoints.withdrawChange, { params: idParams }, ({ actor, params }) =>
    endChange({ actor, act: 'withdraw', id: params.id }),
  ),
];
