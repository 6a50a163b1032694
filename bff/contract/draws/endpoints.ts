import type { StaffActivity } from '../activities/replies.ts';
import { endpoint } from '../endpoint.ts';
import type { DrawPage } from './replies.ts';
import type { EnterOutcome } from './schemas.ts';

export type * from './replies.ts';

export const drawEndpoints = {
  showDraw: endpoint<{ params: { code: string }; reply: DrawPage }>()({
    method: 'GET',
    path: '/draws/:code',
    access: 'public',
    summary: 'Everything that is needed to recompute the draw of an activity; the seed once it is held',
  }),
  enterOutcome: endpoint<{ params: { id: string }; body: EnterOutcome; reply: StaffActivity }>()({
    method: 'POST',
    path: '/staff/activities/:id/draw',
    access: ['events'],
    summary: 'Enters what came of the public draw; once a second person has entered the same, seats are drawn',
  }),
} as const;
