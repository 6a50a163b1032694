import type { StaffActor } from '../../../actor.ts';
import type { PublishActivityParsed } from '../../../contract/activities/schemas.ts';
import { AppError } from '../../../errors.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { transaction } from '../../../platform/db/database.ts';
import { writeAudit } from '../../audit/write-audit.ts';
import { readSettings } from '../../settings/read-settings.ts';
import { makeDraw } from '../draw/make-draw.ts';
import { ActivityGroup } from '../model.ts';
import { expectPayable } from './enter-activity.ts';
import { loadSeen } from './load-activity.ts';
import { expectAcknowledged, readOddities } from './warnings.ts';

interface Asked {
  actor: StaffActor;
  id: number;
  input: PublishActivityParsed;
}

/** Whether the office wants a second person to publish. */
export const wantsSecondPerson = async (): Promise<boolean> => (await readSettings()).activityApproval === 'second';

/** Proposes a draft for publication by a second person. Throws `not_found`, `changed_meanwhile`, `wrong_state`, `invalid_fields`. */
export async function submitActivity({ actor, id, input }: Asked): Promise<void> {
  await transaction(async (t) => {
    const activity = await loadSeen({ id, version: input.version }, t);
    if (activity.state !== 'draft') throw new AppError('wrong_state');
    expectPayable(await ActivityGroup.findAll({ where: { activityId: id }, transaction: t }));
    expectAcknowledged(await readOddities(activity, t), input.acknowledged);
    await activity.update(
      { state: 'pending', submittedById: actor.accountId, opinion: '', version: activity.version + 1 },
      { transaction: t },
    );
    const line = {
      action: 'activity.submitted',
      targetKind: 'activity',
      targetId: id,
      target: activity.title,
    } as const;
    await writeAudit({ actor, ...line }, t);
  });
}

/**
 * Publishes an activity: a draft, or, where the office wants a second person, one that somebody else has proposed. Throws
 * `not_found`, `changed_meanwhile`, `wrong_state`, `forbidden` in words, `invalid_fields`.
 */
export async function publishActivity({ actor, id, input }: Asked): Promise<void> {
  const isByTwo = await wantsSecondPerson();
  await transaction(async (t) => {
    const activity = await loadSeen({ id, version: input.version }, t);
    const { state, submittedById } = activity;
    if (state !== 'pending' && (state !== 'draft' || isByTwo)) {
      throw new AppError('wrong_state', { message: state === 'draft' ? '请先提交，由另一人批准发布' : '活动已发布' });
    }
    if (isByTwo && submittedById === actor.accountId) {
      throw new AppError('forbidden', { message: '须由提交人以外的另一人批准发布' });
    }
    expectPayable(await ActivityGroup.findAll({ where: { activityId: id }, transaction: t }));
    expectAcknowledged(await readOddities(activity, t), input.acknowledged);
    const now = clock.now();
    await activity.update(
      { state: 'published', publishedBy: actor.name, publishedAt: now, version: activity.version + 1 },
      { transaction: t },
    );
    const line = {
      action: 'activity.published',
      targetKind: 'activity',
      targetId: id,
      target: activity.title,
    } as const;
    await writeAudit({ actor, ...line }, t);
    if (activity.admission === 'draw') await makeDraw({ actor, activity }, t);
  });
}

/** Makes a proposed activity a draft again, with the reason. Throws `not_found`, `changed_meanwhile`, `wrong_state`. */
export async function returnActivity(asked: {
  actor: StaffActor;
  id: number;
  input: { version: number; reason: string };
}): Promise<void> {
  const { actor, id, input } = asked;
  await transaction(async (t) => {
    const activity = await loadSeen({ id, version: input.version }, t);
    if (activity.state !== 'pending') throw new AppError('wrong_state');
    await activity.update(
      { state: 'draft', submittedById: null, opinion: input.reason, version: activity.version + 1 },
      { transaction: t },
    );
    const line = { action: 'activity.returned', targetKind: 'activity', targetId: id, target: activity.title } as const;
    await writeAudit({ actor, ...line, detail: input.reason }, t);
  });
}
