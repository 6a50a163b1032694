import { auditEndpoints } from '../../contract/audit/endpoints.ts';
import { listAudit as listAuditQuery } from '../../contract/audit/schemas.ts';
import { pageOf } from '../../contract/reply-parts.ts';
import * as replies from '../../contract/audit/replies.ts';
import { route } from '../../http/route.ts';
import { listAudit } from './list-audit.ts';
import { presentAuditPage } from './present.ts';

export const auditRoutes = [
  route(auditEndpoints.listAudit, { query: listAuditQuery, reply: pageOf(replies.auditRow) }, async ({ query }) =>
    presentAuditPage(await listAudit(query)),
  ),
];
