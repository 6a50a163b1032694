import { operationsEndpoints } from '../../contract/operations/endpoints.ts';
import { route } from '../../http/route.ts';
import { readOverview } from './read-overview.ts';

export const workbenchRoutes = [route(operationsEndpoints.showOverview, {}, () => readOverview())];
