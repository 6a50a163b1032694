import { meetingEndpoints as meetings } from '../../../contract/activity-meeting/endpoints.ts';
import * as replies from '../../../contract/activity-meeting/replies.ts';
import * as schemas from '../../../contract/activity-meeting/schemas.ts';
import { nothing } from '../../../contract/reply-parts.ts';
import { uploadedFile } from '../../../http/read-upload.ts';
import { idParams, route } from '../../../http/route.ts';
import { answerQuestion } from './answer-question.ts';
import { decideLine } from './decide-line.ts';
import { drawQuestions } from './draw-questions.ts';
import { enterMeeting } from './enter-meeting.ts';
import { importList } from './import-list.ts';
import { listLines } from './list-lines.ts';
import { listQuestions } from './list-questions.ts';
import { showOwnQuestions } from './own-questions.ts';

/** 线上活动. */
export const meetingRoutes = [
  route(meetings.enterMeeting, { params: idParams, reply: replies.meetingAddress }, ({ actor, params }) =>
    enterMeeting({ actor, id: params.id }),
  ),
  route(
    meetings.importMeeting,
    { params: idParams, body: uploadedFile, reply: replies.meetingImported },
    ({ actor, params, body }) => importList({ actor, id: params.id, file: body.bytes }),
  ),
  route(
    meetings.listMeetingLines,
    { params: idParams, query: schemas.listMeetingLines, reply: replies.meetingLines },
    ({ params, query }) => listLines({ id: params.id, ...query }),
  ),
  route(
    meetings.decideMeetingLine,
    { params: idParams, body: schemas.decideMeetingLine, reply: nothing },
    async ({ actor, params, body }) => {
      await decideLine({ actor, id: params.id, input: body });
      return null;
    },
  ),
  route(meetings.listCodeQuestions, { params: idParams, reply: replies.codeQuestions }, ({ params }) =>
    listQuestions(params.id),
  ),
  route(
    meetings.drawCodeQuestions,
    { params: idParams, body: schemas.drawQuestions, reply: replies.codeQuestions },
    async ({ actor, params, body }) => {
      await drawQuestions({ actor, id: params.id, input: body });
      return listQuestions(params.id);
    },
  ),
  route(meetings.showOwnQuestions, { params: idParams, reply: replies.ownQuestions }, ({ actor, params }) =>
    showOwnQuestions({ actor, id: params.id }),
  ),
  route(
    meetings.answerCodeQuestion,
    { params: idParams, body: schemas.answerQuestion, reply: replies.ownQuestions },
    async ({ actor, params, body }) => {
      await answerQuestion({ actor, id: params.id, input: body });
      return showOwnQuestions({ actor, id: params.id });
    },
  ),
];
