import { operationsEndpoints } from '../../contract/operations/endpoints.ts';
import * as replies from '../../contract/operations/replies.ts';
import { route } from '../../http/route.ts';
import { readDesk } from './read-desk.ts';
import { readOverview } from './read-overview.ts';
import { readWaiting } from './read-waiting.ts';

export const workbenchRoutes = [
  route(operationsEndpoints.showDesk, { reply: replies.deskReply }, ({ actor }) => readDesk({ actor })),
  route(operationsEndpoints.showOverview, { reply: replies.overviewReply }, () => readOverview()),
  route(operationsEndpoints.showWaiting, { reply: replies.waitingReply }, ({ actor }) => readWaiting({ actor })),
];
