import { addMonths, daysBetween, fullMonths } from '../../../contract/dates.ts';
import type { ConditionOf } from '../../../contract/eligibility/conditions.ts';
import type { Judgement } from '../../eligibility/atom.ts';

/**
 * 执业年限 in full years to the day: 满3年 from the anniversary on, that day included; 不超过5年 until the anniversary,
 * that day included (民法典第一千二百五十九条). Without `on`, as of today.
 */
export function judgePractice(
  { minYears = 0, maxYears, on }: Pick<ConditionOf<'practice'>, 'minYears' | 'maxYears' | 'on'>,
  firstPractisedOn: string,
  today: string,
): Judgement {
  const asOf = on ?? today;
  const anniversary = (years: number) => addMonths(firstPractisedOn, years * 12);
  const holds =
    firstPractisedOn <= asOf &&
    asOf >= anniversary(minYears) &&
    (maxYears === undefined || asOf <= anniversary(maxYears));
  return {
    holds,
    // Made only where it is said: hundreds of activities are judged for one list.
    get figure() {
      return firstPractisedOn >= asOf
        ? `您${firstPractisedOn}起执业`
        : `至${asOf}您满${lengthInWords(firstPractisedOn, asOf)}`;
    },
  };
}

/** 2年4个月; days only where they show that an anniversary is past, or where there is nothing else. */
function lengthInWords(fromOn: string, on: string): string {
  const total = fullMonths(fromOn, on);
  const [years, months, days] = [Math.floor(total / 12), total % 12, daysBetween(addMonths(fromOn, total), on)];
  if (months > 0) return `${years > 0 ? `${years}年` : ''}${months}个月`;
  if (years === 0) return `${days}天`;
  return days > 0 ? `${years}年零${days}天` : `${years}年`;
}
