import { endpoint } from '../endpoint.ts';
import { TICKET_ROLES } from '../tickets/enums.ts';
import type { DutyTeam, Handover, OwnDuty } from './replies.ts';
import type { EndLeave, HandOver, SetLeave, SetPresence } from './schemas.ts';

export type * from './replies.ts';

export const ticketDutyEndpoints = {
  showOwnDuty: endpoint<{ reply: OwnDuty }>()({
    method: 'GET',
    path: '/staff/duty',
    access: TICKET_ROLES,
    summary: 'Whether the caller is there to be given tickets, and who may stand in',
  }),
  setOwnPresence: endpoint<{ body: SetPresence; reply: OwnDuty }>()({
    method: 'PUT',
    path: '/staff/duty/presence',
    access: TICKET_ROLES,
    summary: 'Says that the caller is there, or is not',
  }),
  setOwnLeave: endpoint<{ body: SetLeave; reply: OwnDuty }>()({
    method: 'PUT',
    path: '/staff/duty/leave',
    access: TICKET_ROLES,
    summary: "Enters the caller's leave and who stands in",
  }),
  endOwnLeave: endpoint<{ query: EndLeave; reply: OwnDuty }>()({
    method: 'DELETE',
    path: '/staff/duty/leave',
    access: TICKET_ROLES,
    summary: "Ends the caller's leave, or drops one that is planned",
  }),
  showDutyTeam: endpoint<{ reply: DutyTeam }>()({
    method: 'GET',
    path: '/staff/duty-team',
    access: ['administrator'],
    summary: 'Everybody who works on tickets: there, away or on leave, with the tickets that wait for them',
  }),
  setPresenceOf: endpoint<{ params: { id: string }; body: SetPresence; reply: DutyTeam }>()({
    method: 'PUT',
    path: '/staff/duty-team/:id/presence',
    access: ['administrator'],
    summary: 'Says of a colleague that they are there, or are not',
  }),
  setLeaveOf: endpoint<{ params: { id: string }; body: SetLeave; reply: DutyTeam }>()({
    method: 'PUT',
    path: '/staff/duty-team/:id/leave',
    access: ['administrator'],
    summary: 'Enters the leave of a colleague who cannot, and who stands in',
  }),
  endLeaveOf: endpoint<{ params: { id: string }; query: EndLeave; reply: DutyTeam }>()({
    method: 'DELETE',
    path: '/staff/duty-team/:id/leave',
    access: ['administrator'],
    summary: 'Ends the leave of a colleague',
  }),
  showHandover: endpoint<{ params: { id: string }; reply: Handover }>()({
    method: 'GET',
    path: '/staff/duty-team/:id/handover',
    access: ['administrator'],
    summary: 'What a member of staff has open, and who may take all of it',
  }),
  printHandover: endpoint<{ params: { id: string }; reply: ArrayBuffer }>()({
    method: 'GET',
    path: '/staff/duty-team/:id/handover.pdf',
    access: ['administrator'],
    summary: 'The same as a sheet to be signed',
    replies: 'pdf',
  }),
  handOver: endpoint<{ params: { id: string }; body: HandOver; reply: Handover }>()({
    method: 'POST',
    path: '/staff/duty-team/:id/handover',
    access: ['administrator'],
    summary: 'Gives everything that a member of staff has open to one colleague',
  }),
} as const;
