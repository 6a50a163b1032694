import { addDays, daysBetween, fullMonths } from '../../../contract/dates.ts';
import type { LawyerFacts } from '../../registry/facts/registry-facts.ts';

/** 执业经历 and 执业年限: pure arithmetic on plain dates. */

const inOrder = ({ periods }: LawyerFacts) => [...periods].sort((a, b) => (a.fromOn < b.fromOn ? -1 : 1));

/**
 * First break in the history of firms since first practice, or time elsewhere, or null. A change of firm leaves at most
 * the next day free.
 */
export function practiceGap(lawyer: LawyerFacts): string | null {
  const outside = inOrder(lawyer).find(({ firmId }) => firmId === null);
  if (outside) return `${outside.fromOn}起在本会以外机构（${outside.firmName}）执业`;
  return historyGap(lawyer);
}

/** What makes a history of firms doubtful as such, wherever they are: a gap, an overlap, another firm than registered. */
export function historyConflict(lawyer: LawyerFacts): string | null {
  const periods = inOrder(lawyer);
  for (const [i, period] of periods.entries()) {
    const next = periods[i + 1];
    // The last day in one firm may be the first in the next.
    if (next && (period.untilOn === null || next.fromOn < period.untilOn)) {
      return `${period.firmName}与${next.firmName}的执业期间重叠`;
    }
  }
  const gap = historyGap(lawyer);
  if (gap) return gap;
  const current = periods.at(-1);
  return current?.firmId === lawyer.firmId && current.firmName === lawyer.firmName ? null : '执业机构记录与登记不一致';
}

function historyGap(lawyer: LawyerFacts): string | null {
  const periods = inOrder(lawyer);
  const first = periods[0];
  if (!first || first.fromOn > lawyer.firstPractisedOn)
    return `首次执业日期${lawyer.firstPractisedOn}之后缺少执业机构记录`;
  for (const [i, period] of periods.entries()) {
    const next = periods[i + 1];
    if (!next) return period.untilOn === null ? null : `${period.untilOn}之后缺少执业机构记录`;
    if (period.untilOn === null || next.fromOn > addDays(period.untilOn, 1)) {
      return `${period.untilOn ?? period.fromOn}至${next.fromOn}之间执业记录不连续`;
    }
  }
  return null;
}

/**
 * Days up to `today` on which the register knows the lawyer in no firm, having left one (执业中断). Of the time before the first
 * record nothing is known: that is a gap of the register, not of practice.
 */
export function daysOfBreaks(lawyer: LawyerFacts, today: string): number {
  let [days, last] = [0, ''];
  for (const { fromOn, untilOn } of inOrder(lawyer)) {
    if (fromOn > today) break;
    if (last !== '' && fromOn > last) days += daysBetween(last, fromOn) - 1;
    const end = untilOn ?? today;
    if (end > last) last = end;
  }
  return last !== '' && last < today ? days + daysBetween(last, today) : days;
}

/** Whole years and months from the first day of practice to `today`, less that many days of breaks: 执业年限. */
export function practiceLength(fromOn: string, today: string, breaks = 0): { years: number; months: number } {
  const months = Math.max(0, fullMonths(addDays(fromOn, breaks), today));
  return { years: Math.floor(months / 12), months: months % 12 };
}
