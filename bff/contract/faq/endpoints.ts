import { endpoint } from '../endpoint.ts';
import type { FaqEntries, FaqEntry, FaqReply } from './replies.ts';
import type { CreateFaq, MarkFaq, UpdateFaq } from './schemas.ts';

export type * from './replies.ts';

export const faqEndpoints = {
  listFaq: endpoint<{ reply: FaqReply }>()({
    method: 'GET',
    path: '/faq',
    access: 'public',
    summary: 'Questions that are asked often, with their answers, in order',
  }),
  markFaq: endpoint<{ params: { id: string }; body: MarkFaq; reply: null }>()({
    method: 'PUT',
    path: '/me/faq/:id/mark',
    access: 'member',
    summary: 'Says whether an answer was of use; the last word counts',
  }),
  listFaqEntries: endpoint<{ reply: FaqEntries }>()({
    method: 'GET',
    path: '/staff/faq',
    access: ['service'],
    summary: 'All entries, those that are not published too, with what members think of them',
  }),
  createFaq: endpoint<{ body: CreateFaq; reply: FaqEntry }>()({
    method: 'POST',
    path: '/staff/faq',
    access: ['service'],
    summary: 'Writes an entry',
  }),
  updateFaq: endpoint<{ params: { id: string }; body: UpdateFaq; reply: FaqEntry }>()({
    method: 'PUT',
    path: '/staff/faq/:id',
    access: ['service'],
    summary: 'Changes an entry, publishes it or takes it back',
  }),
} as const;
