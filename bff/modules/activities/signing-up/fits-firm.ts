import { z } from 'zod';
import { toShanghaiDate } from '../../../contract/dates.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { select } from '../../../platform/db/database.ts';
import { judgeMembers } from '../../eligibility/judge-members.ts';
import type { Activity, ActivityGroup } from '../model.ts';

const idRow = z.strictObject({ id: z.int() });

/**
 * Which of these activities a firm may read: those that all members may, and those that one of its practising lawyers fits.
 * Facts of all its lawyers are read once, and only where that has to be judged.
 */
export async function fitsFirm(asked: {
  firmId: number;
  activities: readonly Activity[];
  groups: readonly ActivityGroup[];
}): Promise<ReadonlySet<number>> {
  const { firmId, activities, groups } = asked;
  const open = activities.filter(({ visibility }) => visibility === 'all').map(({ id }) => id);
  const narrow = activities.filter(({ visibility }) => visibility !== 'all');
  if (narrow.length === 0) return new Set(open);
  const lawyers = await select(idRow, "SELECT id FROM lawyers WHERE firm_id = ? AND status = 'active' ORDER BY id", [
    firmId,
  ]);
  const members = lawyers.map(({ id }) => ({ kind: 'lawyer', id }) as const);
  const own = groups.filter(({ activityId }) => narrow.some(({ id }) => id === activityId));
  const judges = await judgeMembers({
    eligibilities: [...narrow, ...own].map(({ eligibility }) => eligibility),
    members,
    on: toShanghaiDate(clock.now()),
  });
  const fitting = narrow.filter((activity, at) =>
    members.some(
      (member) =>
        judges[at]?.fits(member) &&
        own.some((group, nth) => group.activityId === activity.id && judges[narrow.length + nth]?.fits(member)),
    ),
  );
  return new Set([...open, ...fitting.map(({ id }) => id)]);
}
