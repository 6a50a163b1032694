import { pageOf } from '../../../contract/reply-parts.ts';
import { progressEndpoints as progress } from '../../../contract/profile-progress/endpoints.ts';
import * as replies from '../../../contract/profile-progress/replies.ts';
import * as schemas from '../../../contract/profile-progress/schemas.ts';
import { route } from '../../../http/route.ts';
import { exportFirmLawyers, listFirmLawyers } from './list-firm-lawyers.ts';
import { listFirmProgress, showAllProgress } from './list-firm-progress.ts';

/** How far profiles are: for firms, and for the staff. */
export const progressRoutes = [
  route(
    progress.listFirmLawyers,
    { query: schemas.listFirmLawyers, reply: pageOf(replies.firmLawyer) },
    ({ actor, query }) => listFirmLawyers({ actor, ...query }),
  ),
  route(progress.exportFirmLawyers, { query: schemas.exportFirmLawyers }, ({ actor, query }) =>
    exportFirmLawyers({ actor, ...query }),
  ),
  route(
    progress.listFirmProgress,
    { query: schemas.listFirmProgress, reply: pageOf(replies.firmProgress) },
    ({ query }) => listFirmProgress(query),
  ),
  route(progress.showAllProgress, { reply: replies.allProgress }, () => showAllProgress()),
];
