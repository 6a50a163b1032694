import type { ChangeKind, ChangeState } from './enums.ts';
import { endpoint } from '../endpoint.ts';
import type { SentAccess } from '../staff/endpoints.ts';

/** A change that takes two persons, as administrators see it. */
export interface ChangeRow {
  id: number;
  kind: ChangeKind;
  state: ChangeState;
  /** What it is about, in words. */
  target: string;
  before: string;
  after: string;
  requestedBy: string;
  requestedAt: string;
  expiresAt: string;
  decidedBy: string;
  decidedAt: string | null;
  can: { confirm: boolean; decline: boolean; withdraw: boolean };
}
/** The answer of an act that does nothing until a second person confirms it. */
export interface Waiting {
  waiting: ChangeRow;
}
export interface ChangesReply {
  /** What waits, and the latest that is over. */
  items: ChangeRow[];
  /** Open accounts of administrators: with one there is nobody to confirm. */
  administrators: number;
}
export interface ConfirmedChange {
  change: ChangeRow;
  /** Of a new account or a new password: where its code was mailed. */
  given: SentAccess | null;
}

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
  declineChange: endpoint<{ params: { id: string }; reply: ChangeRow }>()({
    method: 'POST',
    path: '/staff/changes/:id/refusal',
    access: ['administrator'],
    summary: 'Somebody else than who asked does not agree',
  }),
  withdrawChange: endpoint<{ params: { id: string }; reply: ChangeRow }>()({
    method: 'POST',
    path: '/staff/changes/:id/withdrawal',
    access: ['administrator'],
    summary: 'Who asked for it takes it back',
  }),
} as const;
