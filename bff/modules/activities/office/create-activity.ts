import type { StaffActor } from '../../../actor.ts';
import type { ActivityInput } from '../../../contract/activities/schemas.ts';
import { transaction } from '../../../platform/db/database.ts';
import { writeAudit } from '../../audit/write-audit.ts';
import { Activity, ActivityGroup } from '../model.ts';
import { columnsOf } from './enter-activity.ts';

/** Writes an activity as a draft; answers its id. Throws `invalid_fields`. */
export async function createActivity({ actor, input }: { actor: StaffActor; input: ActivityInput }): Promise<number> {
  const columns = columnsOf(input);
  return transaction(async (t) => {
    const { id } = await Activity.create(
      {
        ...columns,
        state: 'draft',
        taken: 0,
        createdById: actor.accountId,
        createdBy: actor.name,
        submittedById: null,
        publishedBy: '',
        publishedAt: null,
        opinion: '',
        cancelReason: '',
        version: 1,
      },
      { transaction: t },
    );
    for (const { name, capacity, eligibility, feeFen } of input.groups) {
      await ActivityGroup.create({ activityId: id, name, capacity, eligibility, feeFen, taken: 0 }, { transaction: t });
    }
    const line = { action: 'activity.created', targetKind: 'activity', targetId: id, target: input.title } as const;
    await writeAudit({ actor, ...line }, t);
    return id;
  });
}
