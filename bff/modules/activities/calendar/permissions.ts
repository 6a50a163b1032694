import { makeActivity } from '../../../test/factories/activities/activity.ts';
import { newKey } from '../../../test/factories/certificate.ts';
import { memberActor } from '../../../test/factories/registry.ts';
import type { Cast } from '../../../test/permissions/callers.ts';
import { answer, type Row } from '../../../test/permissions/row.ts';
import { signUp } from '../signing-up/sign-up.ts';
import { makeCalendarFeed } from './own-feed.ts';

/** A firm has no activities of its own. */
const lawyers = { realm: 'member', passes: answer(200, 'lawyer', 'other lawyer') } as const;

/** Lawyers have a calendar each; whoever knows its address reads it. */
export const PERMISSIONS: Record<string, Row> = {
  downloadActivityCalendar: {
    realm: 'member',
    passes: { ...answer(200, 'lawyer'), ...answer(404, 'other lawyer') },
    hasObject: true,
    call: async ({ lawyer }: Cast) => {
      const { activity, groups } = await makeActivity();
      const actor = await memberActor({ lawyerId: lawyer.id });
      const input = { groupId: groups[0]!.id, answers: {}, waits: false, idempotencyKey: newKey() };
      await signUp({ actor, activityId: activity.id, input });
      return { params: { id: activity.id } };
    },
  },
  showCalendarFeed: lawyers,
  makeCalendarFeed: lawyers,
  revokeCalendarFeed: lawyers,
  readCalendarFeed: {
    realm: 'public',
    answer: 200,
    call: async ({ lawyer }: Cast) => {
      const { address } = await makeCalendarFeed({ actor: await memberActor({ lawyerId: lawyer.id }) });
      return { params: { name: address.split('/').at(-1) ?? '' } };
    },
  },
};
