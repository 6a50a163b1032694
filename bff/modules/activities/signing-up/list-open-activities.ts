import { Op } from 'sequelize';
import type { MemberActor } from '../../../actor.ts';
import type { OpenActivities } from '../../../contract/activities/replies.ts';
import { toIso, toShanghaiDate } from '../../../contract/dates.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { judgeMembers } from '../../eligibility/judge-members.ts';
import { Activity, ActivityGroup } from '../model.ts';
import { expectLawyer } from '../policy.ts';
import { presentNamed } from '../present.ts';
import { feesInWords } from '../rules.ts';
import { readLawyer } from '../seats/read-lawyer.ts';

/** More are never open at once (activities.md, Load: 200). */
const MAX_OPEN = 500;

/**
 * 正在报名活动: what is open and fits, the first to close first. Facts of the lawyer are read once, however many activities
 * there are. Throws `forbidden` for a firm.
 */
export async function listOpenActivities({ actor }: { actor: MemberActor }): Promise<OpenActivities> {
  const { lawyerId } = expectLawyer(actor);
  const now = clock.now();
  const { status } = await readLawyer(lawyerId);
  const where = { state: 'published', opensAt: { [Op.lte]: now }, closesAt: { [Op.gt]: now } } as const;
  const open = await Activity.findAll({ where, order: ['closesAt', 'id'], limit: MAX_OPEN });
  const groups = await ActivityGroup.findAll({ where: { activityId: open.map(({ id }) => id) } });
  const member = { kind: 'lawyer', id: lawyerId } as const;
  const judges = await judgeMembers({
    eligibilities: [...open, ...groups].map(({ eligibility }) => eligibility),
    members: [member],
    on: toShanghaiDate(now),
  });
  const fits = (at: number) => judges[at]?.(member).length === 0;
  const fees = new Map<number, number[]>();
  for (const [at, { activityId, feeFen }] of groups.entries()) {
    if (fits(open.length + at)) fees.set(activityId, [...(fees.get(activityId) ?? []), feeFen]);
  }
  const items = open.filter((activity, at) => status === 'active' && fits(at) && fees.has(activity.id));
  return {
    now: toIso(now),
    items: items.map((activity) => ({ ...presentNamed(activity, now), fee: feesInWords(fees.get(activity.id) ?? []) })),
  };
}
