import type { PreCheckContent, SubmitApplication } from '../certificates/schemas.ts';
import type { PayableReply } from '../payments/replies.ts';
import type { StartPayment } from '../payments/schemas.ts';
import type { BulkRow, BulkDetail, BulkPaper, BulkPreCheck } from './replies.ts';
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
  showBulkPaper: endpoint<{ params: { id: string }; reply: BulkPaper }>()({
    method: 'GET',
    path: '/bulk-orders/:id/paper',
    access: 'firm',
    summary: 'What the paper of a bulk application costs together, and what has been paid for it',
  }),
  startBulkPayment: endpoint<{ params: { id: string }; body: StartPayment; reply: PayableReply }>()({
    method: 'POST',
    path: '/bulk-orders/:id/payment',
    access: 'firm',
    summary: 'Begins to pay for all paper of a bulk application that waits for it, in one sum',
  }),
  downloadBulkReceipt: endpoint<{ params: { id: string; bundleId: string }; reply: ArrayBuffer }>()({
    method: 'GET',
    path: '/bulk-orders/:id/payments/:bundleId/receipt',
    access: 'firm',
    summary: 'The receipt of what was paid for the paper of a bulk application, as PDF',
    replies: 'pdf',
  }),
  cancelBulkPaper: endpoint<{ params: { id: string }; reply: BulkPaper }>()({
    method: 'POST',
    path: '/bulk-orders/:id/paper-cancellation',
    access: 'firm',
    summary: 'Gives up all paper of a bulk application that has not gone to the printer; what was paid goes back',
  }),
} as const;
