import { endpoint } from '../endpoint.ts';
import type { OwnTicket } from '../tickets/replies.ts';
import type { FieldChangeEffects, FieldChangeReply, FirmsToJoin, OwnFieldChange } from './replies.ts';
import type { DecideFieldChange, FindFirmsToJoin, OpenFieldChange, OpenJoining } from './schemas.ts';

export type * from './replies.ts';

export const fieldChangeEndpoints = {
  openFieldChange: endpoint<{ body: OpenFieldChange; reply: OwnTicket }>()({
    method: 'POST',
    path: '/me/field-changes',
    access: 'member',
    summary: 'Opens a ticket that asks for another value of the registry; the same key twice is one ticket',
  }),
  openJoining: endpoint<{ body: OpenJoining; reply: OwnTicket }>()({
    method: 'POST',
    path: '/me/joinings',
    access: 'member',
    summary:
      'Of a firm: opens a ticket about a lawyer who joins it, in the same words whether the registry knows the lawyer',
  }),
  findFirmsToJoin: endpoint<{ query: FindFirmsToJoin; reply: FirmsToJoin }>()({
    method: 'GET',
    path: '/me/firms-to-join',
    access: 'member',
    summary: 'Firms by a part of their name or the beginning of their number, for who has moved to one',
  }),
  showOwnFieldChange: endpoint<{ params: { id: string }; reply: OwnFieldChange }>()({
    method: 'GET',
    path: '/me/tickets/:id/field-change',
    access: 'member',
    summary: 'What an own ticket asks of the registry',
  }),
  showFieldChange: endpoint<{ params: { id: string }; reply: FieldChangeReply }>()({
    method: 'GET',
    path: '/staff/tickets/:id/field-change',
    access: ['registrar'],
    summary: 'What a ticket asks of the registry, beside what it says now',
  }),
  showFieldChangeEffects: endpoint<{ params: { id: string }; reply: FieldChangeEffects }>()({
    method: 'GET',
    path: '/staff/tickets/:id/field-change/effects',
    access: ['registrar'],
    summary: 'What rests on the value that a ticket wants changed: letters, reviews, orders',
  }),
  decideFieldChange: endpoint<{ params: { id: string }; body: DecideFieldChange; reply: FieldChangeReply }>()({
    method: 'POST',
    path: '/staff/tickets/:id/field-change/decision',
    access: ['registrar'],
    summary: 'Adopts it, which changes the registry and solves the ticket, or refuses it, or notes that it was settled',
  }),
} as const;
