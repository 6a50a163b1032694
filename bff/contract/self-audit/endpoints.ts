import type { ListPages } from '../fields.ts';
import type { SelfAuditRow, SelfAuditFaultRow } from './replies.ts';
import { endpoint, type Page } from '../endpoint.ts';

export type * from './replies.ts';

export const selfAuditEndpoints = {
  listSelfAudits: endpoint<{ query: ListPages; reply: Page<SelfAuditRow> }>()({
    method: 'GET',
    path: '/staff/self-audits',
    access: ['administrator', 'reviewer'],
    summary: 'Rounds in which issued certificates were read again',
  }),
  listSelfAuditFaults: endpoint<{ params: { id: string }; query: ListPages; reply: Page<SelfAuditFaultRow> }>()({
    method: 'GET',
    path: '/staff/self-audits/:id/faults',
    access: ['administrator', 'reviewer'],
    summary: 'What was wrong in a round',
  }),
  startSelfAudit: endpoint<{ reply: SelfAuditRow }>()({
    method: 'POST',
    path: '/staff/self-audits',
    access: ['administrator'],
    summary: 'Has every issued certificate read again',
  }),
} as const;
