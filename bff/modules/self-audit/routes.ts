import { selfAuditEndpoints } from '../../contract/self-audit/endpoints.ts';
import { listPages } from '../../contract/fields.ts';
import { pageOf } from '../../contract/reply-parts.ts';
import * as replies from '../../contract/self-audit/replies.ts';
import { idParams, route } from '../../http/route.ts';
import { listSelfAuditFaults, listSelfAudits } from './list-self-audits.ts';
import { presentRound } from './present.ts';
import { startFullAudit } from './start-self-audit.ts';

export const selfAuditRoutes = [
  route(selfAuditEndpoints.listSelfAudits, { query: listPages, reply: pageOf(replies.selfAuditRow) }, ({ query }) =>
    listSelfAudits(query),
  ),
  route(
    selfAuditEndpoints.listSelfAuditFaults,
    { params: idParams, query: listPages, reply: pageOf(replies.selfAuditFaultRow) },
    ({ params, query }) => listSelfAuditFaults({ ...params, ...query }),
  ),
  route(selfAuditEndpoints.startSelfAudit, { reply: replies.selfAuditRow }, async ({ actor }) =>
    presentRound(await startFullAudit({ actor })),
  ),
];
