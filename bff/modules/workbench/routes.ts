import { operationsEndpoints } from '../../contract/operations/endpoints.ts';
import { route } from '../../http/route.ts';
import { readOverview } from './read-overview.ts';
import { readWaiting } from './read-waiting.ts';

export const workbenchRoutes = [
  route(operationsEndpoints.showOverview, {}, () => readOverview()),
  route(operationsEndpoints.showWaiting, {}, ({ actor }) => readWaiting({ actor })),
];
