import type { FirmActor } from '../../../actor.ts';
import { AppError } from '../../../errors.ts';
import { Activity, ActivityGroup } from '../model.ts';
import { fitsFirm } from '../signing-up/fits-firm.ts';

/** An activity that the firm may read, with its groups. Throws `not_found`. */
export async function loadForFirm({
  actor,
  id,
}: {
  actor: FirmActor;
  id: number;
}): Promise<{ activity: Activity; groups: ActivityGroup[] }> {
  const activity = await Activity.findByPk(id);
  if (activity?.state !== 'published' && activity?.state !== 'cancelled') throw new AppError('not_found');
  const groups = await ActivityGroup.findAll({ where: { activityId: id }, order: ['id'] });
  const readable = await fitsFirm({ firmId: actor.firmId, activities: [activity], groups });
  if (!readable.has(id)) throw new AppError('not_found');
  return { activity, groups };
}
