import { endpoint } from '../endpoint.ts';
import type { EligiblePiece } from './replies.ts';
import type { CountEligible } from './schemas.ts';

export type * from './replies.ts';

export const eligibleCountEndpoints = {
  countEligible: endpoint<{ body: CountEligible; reply: EligiblePiece }>()({
    method: 'POST',
    path: '/staff/activities/eligible',
    access: ['events'],
    summary: 'How many practising lawyers fit conditions, with examples, a piece at a time',
  }),
} as const;
