import { doorEndpoints as door } from '../../../contract/door/endpoints.ts';
import * as replies from '../../../contract/door/replies.ts';
import * as schemas from '../../../contract/door/schemas.ts';
import { idParams, route } from '../../../http/route.ts';
import { decideScan, dismissDevice } from './decide-scan.ts';
import { arrive, showHallDigits, showHallScreen } from './hall.ts';
import { openDoor } from './open-door.ts';
import { readRoster } from './read-roster.ts';
import { showDoor } from './show-door.ts';
import { showOwnCode } from './show-own-code.ts';
import { takeScans } from './take-scans.ts';

const page = { params: idParams, reply: replies.doorPage };

/** 签到. */
export const doorRoutes = [
  route(door.showOwnCode, { params: idParams, reply: replies.ownCode }, ({ actor, params }) =>
    showOwnCode({ actor, id: params.id }),
  ),
  route(door.arrive, { body: schemas.arrive, reply: replies.arrived }, ({ actor, body }) =>
    arrive({ actor, input: body }),
  ),
  route(
    door.openDoor,
    { params: idParams, body: schemas.openDoor, reply: replies.openedDoor },
    ({ actor, params, body }) => openDoor({ actor, activityId: params.id, input: body }),
  ),
  route(door.showDoor, page, ({ params }) => showDoor({ activityId: params.id })),
  route(door.dismissDevice, page, async ({ actor, params }) =>
    showDoor({ activityId: await dismissDevice({ actor, id: params.id }) }),
  ),
  route(door.decideScan, { ...page, body: schemas.decideScan }, async ({ actor, params, body }) =>
    showDoor({ activityId: await decideScan({ actor, id: params.id, input: body }) }),
  ),
  route(door.showHallScreen, { params: idParams, reply: replies.hallScreen }, ({ params }) =>
    showHallScreen({ activityId: params.id }),
  ),
  route(door.showHallDigits, { params: idParams, reply: replies.hallDigits }, ({ params }) =>
    showHallDigits({ activityId: params.id }),
  ),
  route(door.readRoster, { body: schemas.asDevice, reply: replies.doorRoster }, ({ body }) => readRoster(body)),
  route(door.sendScans, { body: schemas.sendScans, reply: replies.scansTaken }, ({ body }) =>
    takeScans({ input: body }),
  ),
];
