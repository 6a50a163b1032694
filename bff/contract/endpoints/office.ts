import type { AuditAction } from '../audit-actions.ts';
import type { JobState } from '../jobs.ts';
import type { ListAudit, ListJobs, OfficeSettings } from '../schemas/office.ts';
import type { ChangeRow } from './changes.ts';
import { endpoint, type Page } from './endpoint.ts';

/** What every client may know before anybody signs in. */
export interface PublicSettings {
  association: string;
  associationEnglish: string;
  /** Telephone for basic data and for discipline records (certificates.md, step 4). */
  registryPhone: string;
  disciplinePhone: string;
  officeAddress: string;
  officeHours: string;
  /** 用途 that members may choose from. */
  purposes: string[];
  /** What a paper copy and the postage of an order cost, in fen; 0: free. */
  copyFeeFen: number;
  postageFen: number;
  /** Members can pay by WeChat; otherwise only at the counter. */
  paysOnline: boolean;
  /** What the mini-program asks a member to allow before telling by WeChat. */
  subscribeTemplates: string[];
  /** There is a mini-program that pages can lead into. */
  hasMiniProgram: boolean;
  /** Codes can be sent to telephones. */
  hasSms: boolean;
  /** The installation signs with a test certificate. */
  isTest: boolean;
}
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
export interface JobRow {
  id: number;
  name: string;
  state: JobState;
  attempts: number;
  runAt: string;
  lastError: string;
  payload: Record<string, unknown>;
}
export interface OverviewReply {
  pending: number;
  /** Waiting longer than one working day (24 h). */
  overdue: number;
  submittedToday: number;
  issuedToday: number;
  failedJobs: number;
  /** Percent of the decisions of the last 30 days that needed no person; null before the first one. */
  automaticShare: number | null;
  /** Median minutes from submission to decision by a person, last 30 days. */
  medianMinutes: number | null;
  perDay: { date: string; submitted: number }[];
}

export const officeEndpoints = {
  showPublicSettings: endpoint<{ reply: PublicSettings }>()({
    method: 'GET',
    path: '/settings/public',
    access: 'public',
    summary: 'Association name, telephone numbers, test label',
  }),
  showSettings: endpoint<{ reply: OfficeSettings }>()({
    method: 'GET',
    path: '/staff/settings',
    access: ['administrator'],
    summary: 'Settings',
  }),
  updateSettings: endpoint<{ body: OfficeSettings; reply: OfficeSettings & { waiting: ChangeRow | null } }>()({
    method: 'PUT',
    path: '/staff/settings',
    access: ['administrator'],
    summary: 'Changes settings',
  }),
  showOverview: endpoint<{ reply: OverviewReply }>()({
    method: 'GET',
    path: '/staff/overview',
    access: 'staff',
    summary: 'Numbers of the 工作台',
  }),
  listAudit: endpoint<{ query: ListAudit; reply: Page<AuditRow> }>()({
    method: 'GET',
    path: '/staff/audit',
    access: ['administrator'],
    summary: 'Audit log',
  }),
  listJobs: endpoint<{ query: ListJobs; reply: Page<JobRow> }>()({
    method: 'GET',
    path: '/staff/jobs',
    access: ['administrator', 'reviewer'],
    summary: 'Background work that needs a look',
  }),
  retryJob: endpoint<{ params: { id: string }; reply: JobRow }>()({
    method: 'POST',
    path: '/staff/jobs/:id/retry',
    access: ['administrator', 'reviewer'],
    summary: 'Runs failed background work again',
  }),
} as const;
