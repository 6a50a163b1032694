import { endpoint } from '../endpoint.ts';
import type { EligiblePiece, FoundListed } from './replies.ts';
import type { CountEligible, FindListed } from './schemas.ts';

export type * from './replies.ts';

export const eligibleCountEndpoints = {
  countEligible: endpoint<{ body: CountEligible; reply: EligiblePiece }>()({
    method: 'POST',
    path: '/staff/activities/eligible',
    access: ['events'],
    summary: 'How many practising lawyers fit conditions, with examples, a piece at a time',
  }),
  findListed: endpoint<{ body: FindListed; reply: FoundListed }>()({
    method: 'POST',
    path: '/staff/activities/listed',
    access: ['events'],
    summary: 'Whose licence numbers these are, for a list of those who are invited',
  }),
} as const;
