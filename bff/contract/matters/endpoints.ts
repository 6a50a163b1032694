import { endpoint, type Page } from '../endpoint.ts';
import type { MatterRow } from './replies.ts';
import type { ListMatters, SettleMatter } from './schemas.ts';

export type * from './replies.ts';

export const matterEndpoints = {
  listMatters: endpoint<{ query: ListMatters; reply: Page<MatterRow> }>()({
    method: 'GET',
    path: '/staff/matters',
    access: ['registrar', 'reviewer'],
    summary: 'Letters whose facts have changed since; those that are open the oldest first, others the latest first',
  }),
  settleMatter: endpoint<{ params: { id: string }; body: SettleMatter; reply: MatterRow }>()({
    method: 'POST',
    path: '/staff/matters/:id/settlement',
    access: ['registrar', 'reviewer'],
    summary: 'Revokes the letter, or upholds it with a reason',
  }),
} as const;
