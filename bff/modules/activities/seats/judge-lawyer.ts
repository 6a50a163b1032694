import type { Transaction } from 'sequelize';
import { toShanghaiDate } from '../../../contract/dates.ts';
import { LAWYER_STATUSES } from '../../../contract/registry/enums.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { judgeMembers } from '../../eligibility/judge-members.ts';
import type { Activity, ActivityGroup } from '../model.ts';
import { readLawyer, type LawyerRow } from './read-lawyer.ts';

/** Why a lawyer may not sign up: for the activity, and for each of its groups by id; a sentence each. */
export interface Unmet {
  activity: string[];
  groups: ReadonlyMap<number, string[]>;
}

/**
 * Judges a lawyer, as of today, of an activity and its groups. In a transaction that decides on it the lawyer was locked
 * before.
 * @param judged.lawyer where it has been read since
 */
export async function judgeLawyer(
  judged: { activity: Activity; groups: readonly ActivityGroup[]; lawyerId: number; lawyer?: LawyerRow },
  t?: Transaction,
): Promise<Unmet> {
  const { activity, groups, lawyerId } = judged;
  const member = { kind: 'lawyer', id: lawyerId } as const;
  const { status } = judged.lawyer ?? (await readLawyer(lawyerId, t));
  const [whole, ...each] = await judgeMembers(
    {
      eligibilities: [activity.eligibility, ...groups.map(({ eligibility }) => eligibility)],
      members: [member],
      on: toShanghaiDate(clock.now()),
    },
    t,
  );
  const unfit = status === 'active' ? [] : [`活动面向正常执业的律师（您的状态为${LAWYER_STATUSES[status]}）`];
  return {
    activity: [...unfit, ...(whole?.(member) ?? [])],
    groups: new Map(groups.map(({ id }, at) => [id, each[at]?.(member) ?? []])),
  };
}
