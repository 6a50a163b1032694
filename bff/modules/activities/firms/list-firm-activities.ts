import { Op } from 'sequelize';
import type { FirmActor } from '../../../actor.ts';
import { LIVE_STATES } from '../../../contract/activities/enums.ts';
import { toIso } from '../../../contract/dates.ts';
import type { FirmActivities } from '../../../contract/firm-sign-up/replies.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { Activity, ActivityGroup, Registration } from '../model.ts';
import { presentNamed } from '../present.ts';
import { feesInWords } from '../rules.ts';
import { fitsFirm } from '../signing-up/fits-firm.ts';

/** More are never open at once (activities.md, Load: 200). */
const MAX_OPEN = 500;

/** 正在报名活动 of a firm: what is open and what it may read, the first to close first, with how many of its own are in it. */
export async function listFirmActivities({ actor }: { actor: FirmActor }): Promise<FirmActivities> {
  const { firmId } = actor;
  const now = clock.now();
  const where = { state: 'published', opensAt: { [Op.lte]: now }, closesAt: { [Op.gt]: now } } as const;
  const open = await Activity.findAll({ where, order: ['closesAt', 'id'], limit: MAX_OPEN });
  const ids = open.map(({ id }) => id);
  const groups = await ActivityGroup.findAll({ where: { activityId: ids } });
  const readable = await fitsFirm({ firmId, activities: open, groups });
  const counted = await Registration.count({
    where: { activityId: ids, firmId, state: [...LIVE_STATES] },
    group: ['activityId'],
  });
  const signedUp = new Map(counted.map(({ activityId, count }) => [Number(activityId), count]));
  const feesOf = (id: number) => groups.filter(({ activityId }) => activityId === id).map(({ feeFen }) => feeFen);
  return {
    now: toIso(now),
    items: open
      .filter(({ id }) => readable.has(id))
      .map((activity) => ({
        ...presentNamed(activity, now),
        fee: feesInWords(feesOf(activity.id)),
        signedUp: signedUp.get(activity.id) ?? 0,
      })),
  };
}
