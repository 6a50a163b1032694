import type { DeskReply, JobRow, OverviewReply, WaitingReply } from './replies.ts';
import { endpoint, type Page } from '../endpoint.ts';
import type { ListJobs } from './schemas.ts';

export type * from './replies.ts';

export const operationsEndpoints = {
  showWaiting: endpoint<{ reply: WaitingReply }>()({
    method: 'GET',
    path: '/staff/waiting',
    access: 'staff',
    summary: 'How much waits for the roles of the caller: the counts beside the menu',
  }),
  showDesk: endpoint<{ reply: DeskReply }>()({
    method: 'GET',
    path: '/staff/desk',
    access: 'staff',
    summary: "Of what waits for the caller's roles: what is the caller's own, the oldest, and what is overdue",
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
