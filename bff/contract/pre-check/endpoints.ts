import type { PreCheckContent } from '../certificates/schemas.ts';
import { endpoint } from '../endpoint.ts';
import type { PreCheckReply } from './replies.ts';

export type * from './replies.ts';

export const preCheckEndpoints = {
  preCheck: endpoint<{ body: PreCheckContent; reply: PreCheckReply }>()({
    method: 'POST',
    path: '/applications/pre-check',
    access: 'member',
    summary: 'What would become of the form if it were submitted now, with reasons and remedies; writes nothing',
  }),
} as const;
