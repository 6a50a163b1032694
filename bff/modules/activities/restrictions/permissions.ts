import { answer, staff, type Row } from '../../../test/permissions/row.ts';
import { DAY_MS } from '../../../contract/dates.ts';
import { makeActivity } from '../../../test/factories/activities/activity.ts';
import { newKey } from '../../../test/factories/certificate.ts';
import { makeLawyer, memberActor } from '../../../test/factories/registry.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { Presence } from '../presence/model.ts';
import { signUp } from '../signing-up/sign-up.ts';
import { Restriction } from '../restricted/model.ts';

const body = { reason: '参加行政机关组织的听证' };

/** An absence of a lawyer of its own. */
async function absence(): Promise<{ activityId: number; registrationId: number }> {
  const { activity, groups } = await makeActivity();
  const actor = await memberActor({ lawyerId: (await makeLawyer()).id });
  const input = { groupId: groups[0]!.id, answers: {}, waits: false, idempotencyKey: newKey() };
  const { registrationId } = await signUp({ actor, activityId: activity.id, input });
  await Presence.create({
    registrationId,
    outcome: 'absent',
    arrivedAt: null,
    leftAt: null,
    way: 'rule',
    byId: null,
    byName: '',
    recordedAt: clock.now(),
  });
  return { activityId: activity.id, registrationId };
}

/** Lawyers read what follows from their own absences, the staff of 活动 see to all of them. */
export const PERMISSIONS: Record<string, Row> = {
  showOwnRestrictions: { realm: 'member', passes: answer(200, 'lawyer', 'other lawyer') },
  listRestrictions: { realm: 'staff', passes: staff('events') },
  liftRestriction: {
    realm: 'staff',
    passes: staff('events'),
    hasObject: true,
    call: async () => {
      const [lawyerId, now] = [(await makeLawyer()).id, clock.now()];
      const { id } = await Restriction.create({ lawyerId, fromAt: now, untilAt: now + DAY_MS, causes: [] });
      return { params: { id }, body };
    },
  },
  excuseAbsence: {
    realm: 'staff',
    passes: staff('events'),
    hasObject: true,
    call: async () => ({ params: { id: (await absence()).registrationId }, body }),
  },
  excuseAbsences: {
    realm: 'staff',
    passes: staff('events'),
    hasObject: true,
    call: async () => ({ params: { id: (await absence()).activityId }, body }),
  },
};
