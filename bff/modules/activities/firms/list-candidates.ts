import { z } from 'zod';
import type { FirmActor } from '../../../actor.ts';
import { LIVE_STATES } from '../../../contract/activities/enums.ts';
import { toShanghaiDate } from '../../../contract/dates.ts';
import type { FirmCandidate } from '../../../contract/firm-sign-up/replies.ts';
import { LAWYER_STATUSES } from '../../../contract/registry/enums.ts';
import { oneOf } from '../../../contract/reply-parts.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { selectPage, type Condition, type ListPage } from '../../../platform/db/keyset.ts';
import { judgeMembers } from '../../eligibility/judge-members.ts';
import { toNameKey, toSearchTerm } from '../../registry/facts/search-names.ts';
import { Registration } from '../model.ts';
import { ofOther } from './of-other.ts';
import { loadForFirm } from './load-for-firm.ts';

interface Asked {
  actor: FirmActor;
  id: number;
  search?: string | undefined;
  cursor?: string | undefined;
  limit?: number | undefined;
}

const row = z.strictObject({
  id: z.int(),
  name: z.string(),
  licenceNo: z.string(),
  status: oneOf(LAWYER_STATUSES),
});

/** The firm's own lawyers by name, who of them is signed up, and why one cannot be. Throws `not_found`. */
export async function listCandidates(asked: Asked): Promise<ListPage<FirmCandidate>> {
  const { actor, id, cursor, limit } = asked;
  const { activity, groups } = await loadForFirm({ actor, id });
  const page = await selectPage({
    row,
    columns: 'l.id, l.name, l.licence_no AS licenceNo, l.status',
    from: 'lawyers l',
    where: conditionsOf(asked),
    order: { by: 'l.name_key', id: 'l.id', direction: 'ascending' },
    cursor,
    limit,
  });
  const lawyerIds = page.items.map((lawyer) => lawyer.id);
  const live = await Registration.findAll({
    where: { activityId: id, lawyerId: lawyerIds, state: [...LIVE_STATES] },
    attributes: ['lawyerId', 'state'],
  });
  const stateOf = new Map(live.map(({ lawyerId, state }) => [lawyerId, state]));
  const [whole, ...each] = await judgeMembers({
    eligibilities: [activity.eligibility, ...groups.map(({ eligibility }) => eligibility)],
    members: lawyerIds.map((lawyerId) => ({ kind: 'lawyer', id: lawyerId }) as const),
    on: toShanghaiDate(clock.now()),
  });
  const items = page.items.map((lawyer): FirmCandidate => {
    const member = { kind: 'lawyer', id: lawyer.id } as const;
    const unfit = lawyer.status === 'active' ? [] : [`执业状态为${LAWYER_STATUSES[lawyer.status]}`];
    return {
      ...lawyer,
      state: stateOf.get(lawyer.id) ?? null,
      unmet: [...unfit, ...(whole?.(member) ?? []).map(ofOther)],
      groups: groups.map((group, at) => ({ id: group.id, unmet: (each[at]?.(member) ?? []).map(ofOther) })),
    };
  });
  return { ...page, items };
}

function conditionsOf({ actor, search }: Asked): Condition[] {
  // Who has left the association signs up for nothing.
  const where: Condition[] = [{ sql: "l.firm_id = ? AND l.status <> 'cancelled'", values: [actor.firmId] }];
  const term = toSearchTerm(search);
  // One firm's lawyers are few enough to be looked through.
  if (term !== '') {
    where.push({
      sql: 'INSTR(l.name_key, ?) > 0 OR INSTR(l.licence_no, ?) > 0',
      values: [toNameKey(term, 'lawyer'), term.toUpperCase()],
    });
  }
  return where;
}
