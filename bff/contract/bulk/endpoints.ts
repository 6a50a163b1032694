import type { BulkOutcome } from './enums.ts';
import type { SubmitApplication } from '../certificates/schemas.ts';
import { endpoint, type StreamedReply } from '../endpoint.ts';

/** A bulk application in the list. */
export interface BulkRow {
  id: number;
  typeLabel: string;
  createdAt: string;
  total: number;
  /** How many stand where; outcomes without any are 0. */
  counts: Record<BulkOutcome, number>;
  /** Every lawyer's application is submitted or has failed. */
  isFinished: boolean;
}
export interface BulkDetail extends BulkRow {
  items: {
    lawyerId: number;
    name: string;
    licenceNo: string;
    outcome: BulkOutcome;
    applicationId: number | null;
    number: string;
    /** Why it failed or was rejected. */
    reason: string;
  }[];
}

export const bulkEndpoints = {
  submitBulk: endpoint<{ body: SubmitApplication; reply: BulkDetail }>()({
    method: 'POST',
    path: '/bulk-orders',
    access: 'firm',
    summary: 'Applies for one certificate each for the chosen lawyers',
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
