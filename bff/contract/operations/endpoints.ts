import type { JobState, WaitingKey } from './enums.ts';
import { endpoint, type Page } from '../endpoint.ts';
import type { ListJobs } from './schemas.ts';

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

/** How much waits, up to WAITING_CAP, of each thing that the caller's roles may work on; nothing of the others. */
export type WaitingReply = Partial<Record<WaitingKey, number>>;

export const operationsEndpoints = {
  showWaiting: endpoint<{ reply: WaitingReply }>()({
    method: 'GET',
    path: '/staff/waiting',
    access: 'staff',
    summary: 'How much waits for the roles of the caller: the counts beside the menu',
  }),
  showOverview: endpoint<{ reply: OverviewReply }>()({
    method: 'GET',
    path: '/staff/overview',
    access: 'staff',
    summary: 'Numbers of the 工作台',
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
