import type { ChangeRow, ChangesReply, ConfirmedChange } from './replies.ts';
import type { RefusalInput } from './schemas.ts';
import { endpoint } from '../endpoint.ts';

export type * from './replies.ts';

export const changeEndpoints = {
  listChanges: endpoint<{ reply: ChangesReply }>()({
    method: 'GET',
    path: '/staff/changes',
    access: ['administrator'],
    summary: 'Changes that take two persons',
  }),
  confirmChange: endpoint<{ params: { id: string }; reply: ConfirmedChange }>()({
    method: 'POST',
    path: '/staff/changes/:id/confirmation',
    access: ['administrator'],
    summary: 'The second person agrees, and the change is made; never who asked for it, nor whose account it is',
  }),
  declineChange: endpoint<{ params: { id: string }; body: RefusalInput; reply: ChangeRow }>()({
    method: 'POST',
    path: '/staff/changes/:id/refusal',
    access: ['administrator'],
    summary: 'Somebody else than who asked does not agree, and says why',
  }),
  withdrawChange: endpoint<{ params: { id: string }; reply: ChangeRow }>()({
    method: 'POST',
    path: '/staff/changes/:id/withdrawal',
    access: ['administrator'],
    summary: 'Who asked for it takes it back',
  }),
} as const;
