import { endpoint } from '../endpoint.ts';
import type { CodeQuestions, MeetingAddress, MeetingImported, MeetingLines, OwnQuestions } from './replies.ts';
import type { AnswerQuestion, DecideMeetingLine, DrawQuestions, ListMeetingLines } from './schemas.ts';

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
  listCodeQuestions: endpoint<{ params: Id; reply: CodeQuestions }>()({
    method: 'GET',
    path: '/staff/activities/:id/code-questions',
    access: ['events'],
    summary: 'When an online activity asks for presence, the digits its host says, and how many have answered',
  }),
  drawCodeQuestions: endpoint<{ params: Id; body: DrawQuestions; reply: CodeQuestions }>()({
    method: 'POST',
    path: '/staff/activities/:id/code-questions',
    access: ['events'],
    summary: 'Draws when it asks, anew; until the activity begins',
  }),
  showOwnQuestions: endpoint<{ params: Id; reply: OwnQuestions }>()({
    method: 'GET',
    path: '/me/registrations/:id/code-questions',
    access: 'member',
    summary: 'Whether an own online activity asks for presence now, and how often one has answered',
  }),
  answerCodeQuestion: endpoint<{ params: Id; body: AnswerQuestion; reply: OwnQuestions }>()({
    method: 'POST',
    path: '/me/registrations/:id/code-answers',
    access: 'member',
    summary: 'Answers what is asked now with the four digits that the host has said',
  }),
} as const;
