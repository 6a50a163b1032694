import { z } from 'zod';
import type { MemberActor } from '../../../actor.ts';
import { ACTIVITY_KINDS } from '../../../contract/activities/enums.ts';
import type { OpenActivities } from '../../../contract/activities/replies.ts';
import { toIso, toShanghaiDate } from '../../../contract/dates.ts';
import type { Condition } from '../../../contract/eligibility/schemas.ts';
import { oneOf } from '../../../contract/reply-parts.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { selectTogether } from '../../../platform/db/database.ts';
import { flag } from '../../../platform/db/rows.ts';
import { judgeMembers } from '../../eligibility/judge-members.ts';
import { treeOf } from '../../eligibility/kept-trees.ts';
import { expectLawyer } from '../policy.ts';
import { presentNamed } from '../present.ts';
import { feesInWords } from '../rules.ts';
import { readLawyer } from '../seats/read-lawyer.ts';

/** More are never open at once (activities.md, Load: 200). */
const MAX_OPEN = 500;

/** What the list says of an activity; prepared, because hundreds of models cost more than judging them. */
const openRow = z.strictObject({
  id: z.int(),
  title: z.string(),
  kind: oneOf(ACTIVITY_KINDS),
  isOnline: flag,
  place: z.string(),
  opensAt: z.int(),
  closesAt: z.int(),
  beginsAt: z.int(),
  endsAt: z.int(),
  hoursTenths: z.int(),
  capacity: z.int(),
  taken: z.int(),
  perFirmMax: z.int(),
  eligibility: z.string().nullable(),
});
const OPEN = `SELECT id, title, kind, is_online AS isOnline, place, opens_at AS opensAt, closes_at AS closesAt,
    begins_at AS beginsAt, ends_at AS endsAt, hours_tenths AS hoursTenths, capacity, taken,
    per_firm_max AS perFirmMax, eligibility
  FROM activities WHERE state = 'published' AND opens_at <= ? AND closes_at > ? ORDER BY closes_at, id LIMIT ?`;
const groupRow = z.strictObject({ activityId: z.int(), eligibility: z.string().nullable(), feeFen: z.int() });
const GROUPS = `SELECT g.activity_id AS activityId, g.eligibility, g.fee_fen AS feeFen
  FROM activity_groups g JOIN activities a ON a.id = g.activity_id
  WHERE a.state = 'published' AND a.opens_at <= ? AND a.closes_at > ? ORDER BY g.id`;

/**
 * 正在报名活动: what is open and fits, the first to close first. Facts of the lawyer are read once, however many activities
 * there are. Throws `forbidden` for a firm.
 */
export async function listOpenActivities({ actor }: { actor: MemberActor }): Promise<OpenActivities> {
  const { lawyerId } = expectLawyer(actor);
  const now = clock.now();
  const { status } = await readLawyer(lawyerId);
  const { open, groups } = await selectTogether({
    open: { row: openRow, sql: OPEN, values: [now, now, MAX_OPEN] },
    groups: { row: groupRow, sql: GROUPS, values: [now, now] },
  });
  const member = { kind: 'lawyer', id: lawyerId } as const;
  const judges = await judgeMembers({
    eligibilities: [...open, ...groups].map(({ eligibility }) => treeOf<Condition>(eligibility)),
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
    items: items.map((activity) => ({
      ...presentNamed({ ...activity, state: 'published', isOnline: activity.isOnline === 1 }, now),
      fee: feesInWords(fees.get(activity.id) ?? []),
    })),
  };
}
