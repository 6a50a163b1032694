import type { PreCheckContent, SubmitApplication } from '../certificates/schemas.ts';
import type { BulkRow, BulkDetail, BulkPreCheck } from './replies.ts';
import { endpoint, type StreamedReply } from '../endpoint.ts';

export type * from './replies.ts';

export const bulkEndpoints = {
  submitBulk: endpoint<{ body: SubmitApplication; reply: BulkDetail }>()({
    method: 'POST',
    path: '/bulk-orders',
    access: 'firm',
    summary: 'Applies for one certificate each for the chosen lawyers',
  }),
  preCheckBulk: endpoint<{ body: PreCheckContent; reply: BulkPreCheck }>()({
    method: 'POST',
    path: '/bulk-orders/pre-check',
    access: 'firm',
    summary: 'How many of the chosen lawyers would get theirs at once, and why the others would not; writes nothing',
  }),
  listBulk: endpoint<{ reply: BulkRow[] }>()({
    method: 'GET',
    path: '/bulk-orders',
    access: 'firm',
    summary: 'The latest bulk applications of the firm',
  }),
  showBulk: endpoint<{ params: { id: string }; reply: BulkDetail }>()({
    method: 'GET',
    path: '/bulk-orders/:id',
    access: 'firm',
    summary: 'One bulk application with the progress of each lawyer',
  }),
  downloadBulk: endpoint<{ params: { id: string }; reply: StreamedReply }>()({
    method: 'GET',
    path: '/bulk-orders/:id/certificates.zip',
    access: 'firm',
    summary: 'The issued certificates as one ZIP',
    replies: 'zip',
  }),
} as const;
