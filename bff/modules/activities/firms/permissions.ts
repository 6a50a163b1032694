import { makeActivity } from '../../../test/factories/activities/activity.ts';
import { newKey } from '../../../test/factories/certificate.ts';
import type { Cast } from '../../../test/permissions/callers.ts';
import { answer, type Row } from '../../../test/permissions/row.ts';

/** Every firm signs up its own lawyers; those of another one are a line that says so. */
const firms = answer(200, 'firm', 'other firm');

const open = async () => makeActivity({ capacity: 100 });

export const PERMISSIONS: Record<string, Row> = {
  listFirmActivities: { realm: 'member', passes: firms },
  listFirmCandidates: {
    realm: 'member',
    passes: firms,
    hasObject: true,
    call: async () => ({ params: { id: (await open()).activity.id } }),
  },
  signUpLawyers: {
    realm: 'member',
    passes: firms,
    hasObject: true,
    call: async ({ lawyer }: Cast) => {
      const { activity, groups } = await open();
      const body = { groupId: groups[0]!.id, lawyerIds: [lawyer.id], waits: false, idempotencyKey: newKey() };
      return { params: { id: activity.id }, body };
    },
  },
};
