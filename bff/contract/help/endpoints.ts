import type { CodeAsked } from '../accounts/replies.ts';
import { endpoint } from '../endpoint.ts';
import type { AskForHelp, RequestHelpCode } from './schemas.ts';

export const helpEndpoints = {
  requestHelpCode: endpoint<{ body: RequestHelpCode; reply: CodeAsked }>()({
    method: 'POST',
    path: '/help/codes',
    access: 'public',
    summary: 'Sends a code to the telephone of somebody who asks for help without signing in',
  }),
  askForHelp: endpoint<{ body: AskForHelp; reply: null }>()({
    method: 'POST',
    path: '/help/requests',
    access: 'public',
    summary: 'Asks for help without signing in; answers the same whether anybody has that number',
  }),
} as const;
