import { endpoint } from '../endpoint.ts';
import type { MeetingAddress, MeetingImported, MeetingLines } from './replies.ts';
import type { DecideMeetingLine, ListMeetingLines } from './schemas.ts';

export type * from './replies.ts';

type Id = { id: string };

/** 线上活动: where the meeting is, and who was there. */
export const meetingEndpoints = {
  enterMeeting: endpoint<{ params: Id; reply: MeetingAddress }>()({
    method: 'POST',
    path: '/me/registrations/:id/meeting',
    access: 'member',
    summary: 'Where the meeting of an own registration is entered, from half an hour before it; noted in its timeline',
  }),
  importMeeting: endpoint<{ params: Id; body: object; reply: MeetingImported }>()({
    method: 'POST',
    path: '/staff/activities/:id/meeting',
    access: ['events'],
    summary: "Reads a meeting service's list of who was there; the same list again adds nothing",
    takes: 'file',
  }),
  listMeetingLines: endpoint<{ params: Id; query: ListMeetingLines; reply: MeetingLines }>()({
    method: 'GET',
    path: '/staff/activities/:id/meeting',
    access: ['events'],
    summary: 'Lines of those lists, the first first',
  }),
  decideMeetingLine: endpoint<{ params: Id; body: DecideMeetingLine; reply: null }>()({
    method: 'POST',
    path: '/staff/meeting-lines/:id/decision',
    access: ['events'],
    summary: 'Says whose line it is, or that it counts for nobody',
  }),
} as const;
