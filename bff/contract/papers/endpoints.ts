import type {
  ChosenPapers,
  HandOver,
  ListPapers,
  MailPapers,
  PrintLabels,
  RecordPayment,
  VoidCopy,
  VoidPaper,
} from './schemas.ts';
import type { PaperCounts, PaperDetail, PaperResults, PaperRow, PrintBatchReply } from './replies.ts';
import { endpoint, type Page } from '../endpoint.ts';

export type * from './replies.ts';

const WORKERS = ['reviewer', 'service'] as const;

export const paperEndpoints = {
  cancelPaper: endpoint<{ params: { id: string }; reply: null }>()({
    method: 'POST',
    path: '/applications/:id/paper/cancellation',
    access: 'member',
    summary: 'The member needs no paper copies any more; what was paid for them goes back',
  }),
  listPapers: endpoint<{ query: ListPapers; reply: Page<PaperRow> }>()({
    method: 'GET',
    path: '/staff/papers',
    access: ['reviewer', 'service', 'finance'],
    summary: 'Paper orders',
  }),
  countPapers: endpoint<{ reply: PaperCounts }>()({
    method: 'GET',
    path: '/staff/papers/counts',
    access: ['reviewer', 'service', 'finance'],
    summary: 'How many paper orders stand in each state',
  }),
  showPaper: endpoint<{ params: { id: string }; reply: PaperDetail }>()({
    method: 'GET',
    path: '/staff/papers/:id',
    access: ['reviewer', 'service', 'finance'],
    summary: 'One paper order with its copies',
  }),
  recordPaperPayment: endpoint<{ params: { id: string }; body: RecordPayment; reply: PaperDetail }>()({
    method: 'POST',
    path: '/staff/papers/:id/payment',
    access: ['finance'],
    summary: 'Records a payment at the counter',
  }),
  orderPrintBatch: endpoint<{ body: ChosenPapers; reply: PrintBatchReply }>()({
    method: 'POST',
    path: '/staff/print-batches',
    access: WORKERS,
    summary: 'Makes one file with all copies of the chosen orders',
  }),
  listPrintBatches: endpoint<{ reply: PrintBatchReply[] }>()({
    method: 'GET',
    path: '/staff/print-batches',
    access: WORKERS,
    summary: 'The latest print batches',
  }),
  showPrintBatch: endpoint<{ params: { id: string }; reply: PrintBatchReply }>()({
    method: 'GET',
    path: '/staff/print-batches/:id',
    access: WORKERS,
    summary: 'How far a print batch has come',
  }),
  downloadPrintBatch: endpoint<{ params: { id: string }; reply: ArrayBuffer }>()({
    method: 'GET',
    path: '/staff/print-batches/:id/copies.pdf',
    access: WORKERS,
    summary: 'The file of a print batch',
    replies: 'pdf',
  }),
  printLabels: endpoint<{ body: PrintLabels; reply: ArrayBuffer }>()({
    method: 'POST',
    path: '/staff/papers/labels',
    access: WORKERS,
    summary: 'Address labels of the chosen orders that are mailed',
    replies: 'pdf',
  }),
  markPrinted: endpoint<{ body: ChosenPapers; reply: PaperResults }>()({
    method: 'POST',
    path: '/staff/papers/printed',
    access: WORKERS,
    summary: 'Chosen orders are printed: to be collected or posted',
  }),
  mailPapers: endpoint<{ body: MailPapers; reply: PaperResults }>()({
    method: 'POST',
    path: '/staff/papers/mailings',
    access: WORKERS,
    summary: 'Chosen orders went to the courier, each with its tracking number',
  }),
  completePapers: endpoint<{ body: ChosenPapers; reply: PaperResults }>()({
    method: 'POST',
    path: '/staff/papers/deliveries',
    access: WORKERS,
    summary: 'Chosen orders were delivered',
  }),
  handOverPaper: endpoint<{ params: { id: string }; body: HandOver; reply: PaperDetail }>()({
    method: 'POST',
    path: '/staff/papers/:id/handover',
    access: WORKERS,
    summary: 'Somebody collected the copies',
  }),
  voidPaper: endpoint<{ params: { id: string }; body: VoidPaper; reply: PaperDetail }>()({
    method: 'POST',
    path: '/staff/papers/:id/void',
    access: WORKERS,
    summary: 'Gives an order up',
  }),
  voidCopy: endpoint<{ params: { id: string }; body: VoidCopy; reply: PaperDetail }>()({
    method: 'POST',
    path: '/staff/paper-copies/:id/void',
    access: WORKERS,
    summary: 'Voids one lost copy, printing another in its place if wanted',
  }),
} as const;
