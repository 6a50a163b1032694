import { operationsEndpoints } from '../../contract/operations/endpoints.ts';
import * as replies from '../../contract/operations/replies.ts';
import { route } from '../../http/route.ts';
import { readOverview } from './read-overview.ts';

export const workbenchRoutes = [
  route(operationsEndpoints.showOverview, { reply: replies.overviewReply }, () => readOverview()),
];
