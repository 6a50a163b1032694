import type { AuditAction } from './enums.ts';
import { endpoint, type Page } from '../endpoint.ts';
import type { ListAudit } from './schemas.ts';

export interface AuditRow {
  id: number;
  at: string;
  actor: string;
  action: AuditAction;
  /** What it was done to, in words (编号, name and licence number). */
  target: string;
  detail: string;
  address: string;
}

export const auditEndpoints = {
  listAudit: endpoint<{ query: ListAudit; reply: Page<AuditRow> }>()({
    method: 'GET',
    path: '/staff/audit',
    access: ['administrator'],
    summary: 'Audit log',
  }),
} as const;
