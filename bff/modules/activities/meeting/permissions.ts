import type { Call } from '../../../test/api.ts';
import { makeActivity } from '../../../test/factories/activities/activity.ts';
import { newKey } from '../../../test/factories/certificate.ts';
import { memberActor } from '../../../test/factories/registry.ts';
import type { Cast } from '../../../test/permissions/callers.ts';
import { answer, staff, type Row } from '../../../test/permissions/row.ts';
import { HOUR_MS } from '../../../contract/dates.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { Activity, Registration } from '../model.ts';
import { MeetingLine } from '../presence/model.ts';
import { CodeQuestion } from '../presence/question-model.ts';
import { signUp } from '../signing-up/sign-up.ts';

const online = () => makeActivity({ isOnline: true, meetingUrl: 'https://meeting.example.com/a', capacity: 100 });

/** A seat of the lawyer in a meeting that has begun. */
async function seated({ lawyer }: Cast): Promise<Call> {
  const { activity, groups } = await online();
  const actor = await memberActor({ lawyerId: lawyer.id });
  const input = { groupId: groups[0]!.id, answers: {}, waits: false, idempotencyKey: newKey() };
  const { registrationId } = await signUp({ actor, activityId: activity.id, input });
  await activity.update({ closesAt: clock.now() - HOUR_MS, beginsAt: clock.now() - HOUR_MS });
  return { params: { id: registrationId } };
}
/** The same, and the question is asked now. */
async function asked(cast: Cast): Promise<Call> {
  const call = await seated(cast);
  const { activityId } = await Registration.findByPk(Number(call.params?.['id']), { rejectOnEmpty: true });
  const now = clock.now();
  await Activity.update({ beginsAt: now - 1, endsAt: now + HOUR_MS }, { where: { id: activityId } });
  await CodeQuestion.create({ activityId, ordinal: 1, permille: 0, code: '0417' });
  return { ...call, body: { code: '0417' } };
}
const withLine = async (): Promise<Call> => {
  const { activity } = await online();
  const there = { activityId: activity.id, shownName: '旁听', joinedAt: 1, leftAt: 2, lineHash: newKey() };
  const { id } = await MeetingLine.create({ ...there, registrationId: null, way: '' });
  return { params: { id }, body: { registrationId: null } };
};

/** Who has a seat enters; the staff of 活动 say who was there. */
export const PERMISSIONS: Record<string, Row> = {
  enterMeeting: {
    realm: 'member',
    passes: { ...answer(200, 'lawyer'), ...answer(404, 'other lawyer') },
    hasObject: true,
    call: seated,
  },
  // Callers are let in, and are told that there is no file.
  importMeeting: {
    realm: 'staff',
    passes: answer(400, 'events', 'administrator'),
    call: async () => ({ params: { id: (await online()).activity.id } }),
  },
  listMeetingLines: {
    realm: 'staff',
    passes: staff('events'),
    hasObject: true,
    call: async () => ({ params: { id: (await online()).activity.id } }),
  },
  listCodeQuestions: {
    realm: 'staff',
    passes: staff('events'),
    hasObject: true,
    call: async () => ({ params: { id: (await online()).activity.id } }),
  },
  drawCodeQuestions: {
    realm: 'staff',
    passes: staff('events'),
    hasObject: true,
    call: async () => ({ params: { id: (await online()).activity.id }, body: { count: 2 } }),
  },
  showOwnQuestions: {
    realm: 'member',
    passes: { ...answer(200, 'lawyer'), ...answer(404, 'other lawyer') },
    hasObject: true,
    call: seated,
  },
  answerCodeQuestion: {
    realm: 'member',
    passes: { ...answer(200, 'lawyer'), ...answer(404, 'other lawyer') },
    hasObject: true,
    call: asked,
  },
  decideMeetingLine: { realm: 'staff', passes: staff('events'), hasObject: true, call: withLine },
};
