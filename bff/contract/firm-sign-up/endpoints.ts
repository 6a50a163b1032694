import { endpoint, type Page } from '../endpoint.ts';
import type { FirmActivities, FirmCandidate, LawyersSignedUp } from './replies.ts';
import type { ListFirmCandidates, SignUpLawyers } from './schemas.ts';

export type * from './replies.ts';

type Id = { id: string };

/** 为本所律师报名. */
export const firmSignUpEndpoints = {
  listFirmActivities: endpoint<{ reply: FirmActivities }>()({
    method: 'GET',
    path: '/me/firm/activities',
    access: 'firm',
    summary: 'Activities whose sign-up is open and that the firm may sign its lawyers up for',
  }),
  listFirmCandidates: endpoint<{ params: Id; query: ListFirmCandidates; reply: Page<FirmCandidate> }>()({
    method: 'GET',
    path: '/me/firm/activities/:id/lawyers',
    access: 'firm',
    summary: "The firm's own lawyers, who of them is signed up, and why one cannot be",
  }),
  signUpLawyers: endpoint<{ params: Id; body: SignUpLawyers; reply: LawyersSignedUp }>()({
    method: 'POST',
    path: '/me/firm/activities/:id/registrations',
    access: 'firm',
    summary: 'Signs several of its lawyers up at once; each line says what came of it, or why not',
  }),
} as const;
