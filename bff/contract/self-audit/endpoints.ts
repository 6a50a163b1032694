import type { SelfAuditFaultKind, SelfAuditScope } from './enums.ts';
import type { ListPages } from '../fields.ts';
import { endpoint, type Page } from '../endpoint.ts';

/** One round of reading issued certificates again. */
export interface SelfAuditRow {
  id: number;
  scope: SelfAuditScope;
  startedAt: string;
  /** null: under way. */
  finishedAt: string | null;
  checked: number;
  faulty: number;
  /** Files that no certificate names; harmless, and never deleted by themselves. */
  orphans: number;
  startedBy: string;
}
export interface SelfAuditFaultRow {
  id: number;
  /** 编号; empty for a file that no certificate names. */
  number: string;
  applicationId: number | null;
  kind: SelfAuditFaultKind;
  detail: string;
}

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
