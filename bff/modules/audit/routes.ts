import { officeEndpoints } from '../../contract/endpoints/office.ts';
import { listAudit as listAuditQuery } from '../../contract/schemas/office.ts';
import { route } from '../../http/route.ts';
import { listAudit } from './list-audit.ts';
import { presentAuditPage } from './present.ts';

export const auditRoutes = [
  route(officeEndpoints.listAudit, { query: listAuditQuery }, async ({ query }) =>
    presentAuditPage(await listAudit(query)),
  ),
];
