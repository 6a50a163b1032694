import { makeActivity } from '../../../test/factories/activities/activity.ts';
import { newKey } from '../../../test/factories/certificate.ts';
import { makeLawyer, memberActor } from '../../../test/factories/registry.ts';
import { staff, type Row } from '../../../test/permissions/row.ts';
import { signUp } from '../signing-up/sign-up.ts';

const REASON = '承办单位邀请的嘉宾';

/** One seat that is taken, and two who wait for it. */
async function queued() {
  const { activity, groups } = await makeActivity({ capacity: 1 });
  let last = 0;
  for (let n = 0; n < 3; n++) {
    const actor = await memberActor({ lawyerId: (await makeLawyer()).id });
    const input = { groupId: groups[0]!.id, answers: {}, waits: true, idempotencyKey: newKey() };
    last = (await signUp({ actor, activityId: activity.id, input })).registrationId;
  }
  return { activity, last };
}

export const PERMISSIONS: Record<string, Row> = {
  moveToFront: {
    realm: 'staff',
    passes: staff('events'),
    hasObject: true,
    call: async () => ({ params: { id: (await queued()).last }, body: { reason: REASON } }),
  },
  serveAll: {
    realm: 'staff',
    passes: staff('events'),
    hasObject: true,
    call: async () => {
      const { activity } = await queued();
      const { version } = await activity.reload();
      return { params: { id: activity.id }, body: { reason: REASON, version } };
    },
  },
};
