import { staff, type Row } from '../../../test/permissions/row.ts';
import type { Call } from '../../../test/api.ts';
import { makeActivity } from '../../../test/factories/activities/activity.ts';
import { newKey } from '../../../test/factories/certificate.ts';
import { makeLawyer, memberActor } from '../../../test/factories/registry.ts';
import { signUp } from '../signing-up/sign-up.ts';

/** An activity with one who signed up. */
const listed = (body?: object) => async (): Promise<Call> => {
  const { activity, groups } = await makeActivity();
  const actor = await memberActor({ lawyerId: (await makeLawyer()).id });
  const input = { groupId: groups[0]!.id, answers: {}, waits: false, idempotencyKey: newKey() };
  await signUp({ actor, activityId: activity.id, input });
  return { params: { id: activity.id }, ...(body && { body }) };
};
const message = { audience: 'registered', words: '请提前15分钟签到。' };

/** The staff of 活动 write to those on a list. */
export const PERMISSIONS: Record<string, Row> = {
  listRosterMessages: { realm: 'staff', passes: staff('events'), hasObject: true, call: listed() },
  previewRosterMessage: { realm: 'staff', passes: staff('events'), hasObject: true, call: listed(message) },
  sendRosterMessage: {
    realm: 'staff',
    passes: staff('events'),
    hasObject: true,
    call: listed({ ...message, count: 1 }),
  },
};
