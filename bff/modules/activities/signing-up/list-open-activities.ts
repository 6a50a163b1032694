import type { MemberActor } from '../../../actor.ts';
import type { OpenActivities } from '../../../contract/activities/replies.ts';
import { toIso, toShanghaiDate } from '../../../contract/dates.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { judgeMembers } from '../../eligibility/judge-members.ts';
import { expectLawyer } from '../policy.ts';
import { feesInWords, phaseOf } from '../rules.ts';
import { readLawyer } from '../seats/read-lawyer.ts';
import { openActivities } from './open-activities.ts';

/**
 * 正在报名活动: what is open and fits, the first to close first. Facts of the lawyer are read once, however many activities
 * there are. Throws `forbidden` for a firm.
 */
export async function listOpenActivities({ actor }: { actor: MemberActor }): Promise<OpenActivities> {
  const { lawyerId } = expectLawyer(actor);
  const now = clock.now();
  const { status } = await readLawyer(lawyerId);
  const open = status === 'active' ? await openActivities(now) : [];
  const member = { kind: 'lawyer', id: lawyerId } as const;
  const judges = await judgeMembers({
    eligibilities: open.flatMap(({ eligibility, groups }) => [
      eligibility,
      ...groups.map((group) => group.eligibility),
    ]),
    members: [member],
    on: toShanghaiDate(now),
  });
  let at = 0;
  const fits = () => judges[at++]?.fits(member) === true;
  const items: OpenActivities['items'] = [];
  for (const { named, series, groups, ...activity } of open) {
    const isFor = fits();
    const fees = groups.filter(fits).map(({ feeFen }) => feeFen);
    if (!isFor || fees.length === 0) continue;
    const phase = phaseOf({ ...activity, state: 'published' }, now);
    items.push({ ...named, phase, fee: feesInWords(fees), series });
  }
  return { now: toIso(now), items };
}
