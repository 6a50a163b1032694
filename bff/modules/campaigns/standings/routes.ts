import { pageOf } from '../../../contract/reply-parts.ts';
import { standingEndpoints as standings } from '../../../contract/standings/endpoints.ts';
import * as replies from '../../../contract/standings/replies.ts';
import * as schemas from '../../../contract/standings/schemas.ts';
import { route } from '../../../http/route.ts';
import { exportFirmLawyers, listFirmLawyers } from './list-firm-lawyers.ts';
import { listFirmProgress, showAllProgress } from './list-firm-progress.ts';

/** How far profiles are: for firms, and for the staff. */
export const standingRoutes = [
  route(
    standings.listFirmLawyers,
    { query: schemas.listFirmLawyers, reply: pageOf(replies.firmLawyer) },
    ({ actor, query }) => listFirmLawyers({ actor, ...query }),
  ),
  route(standings.exportFirmLawyers, { query: schemas.exportFirmLawyers }, ({ actor, query }) =>
    exportFirmLawyers({ actor, ...query }),
  ),
  route(
    standings.listFirmProgress,
    { query: schemas.listFirmProgress, reply: pageOf(replies.firmProgress) },
    ({ query }) => listFirmProgress(query),
  ),
  route(standings.showAllProgress, { reply: replies.allProgress }, () => showAllProgress()),
];
