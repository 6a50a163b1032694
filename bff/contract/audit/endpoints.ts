import type { AuditRow } from './replies.ts';
import { endpoint, type Page } from '../endpoint.ts';
import type { ListAudit } from './schemas.ts';

export type * from './replies.ts';

export const auditEndpoints = {
  listAudit: endpoint<{ query: ListAudit; reply: Page<AuditRow> }>()({
    method: 'GET',
    path: '/staff/audit',
    access: ['administrator'],
    summary: 'Audit log',
  }),
} as const;
