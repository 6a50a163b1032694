import type { StaffActor } from '../../../actor.ts';
import type { CreateActivityParsed } from '../../../contract/activities/schemas.ts';
import { AppError } from '../../../errors.ts';
import { transaction } from '../../../platform/db/database.ts';
import { writeAudit } from '../../audit/write-audit.ts';
import { Activity, ActivityGroup } from '../model.ts';
import { expectFitsSeries } from '../sessions/expect-fits-series.ts';
import { columnsOf } from './enter-activity.ts';
import { keepAttachments } from '../content/keep-attachments.ts';
import { keepPoster } from '../content/keep-poster.ts';

/** Writes an activity as a draft; answers its id. Throws `invalid_fields`. */
export async function createActivity({
  actor,
  input: { copiedFrom, poster, attachments, ...input },
}: {
  actor: StaffActor;
  input: CreateActivityParsed;
}): Promise<number> {
  const columns = columnsOf(input);
  return transaction(async (t) => {
    if (copiedFrom !== undefined && !(await Activity.findByPk(copiedFrom, { attributes: ['id'], transaction: t })))
      throw new AppError('invalid_fields', { fields: { copiedFrom: '原活动已不存在' } });
    await expectFitsSeries({ ...input, id: null }, t);
    const { id } = await Activity.create(
      {
        ...columns,
        copiedFromId: copiedFrom ?? null,
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
    if (poster) await keepPoster({ actor, activityId: id, poster, copiedFrom: copiedFrom ?? null }, t);
    if (attachments)
      await keepAttachments({ actor, activityId: id, tokens: attachments, copiedFrom: copiedFrom ?? null }, t);
    const line = { action: 'activity.created', targetKind: 'activity', targetId: id, target: input.title } as const;
    await writeAudit({ actor, ...line }, t);
    return id;
  });
}
