import type { LawyerStanding } from '../registry/standing.ts';

/** 执业经历 and 执业年限: pure arithmetic on plain dates. */

/** First break in the history of firms since first practice, or null. A change of firm leaves at most the next day free. */
export function practiceGap(lawyer: LawyerStanding): string | null {
  const periods = [...lawyer.periods].sort((a, b) => (a.fromOn < b.fromOn ? -1 : 1));
  const first = periods[0];
  if (!first || first.fromOn > lawyer.firstPractisedOn)
    return `首次执业日期${lawyer.firstPractisedOn}之后缺少执业机构记录`;
  for (const [i, period] of periods.entries()) {
    if (period.firmId === null) return `${period.fromOn}起在本会以外机构（${period.firmName}）执业`;
    const next = periods[i + 1];
    if (!next) return period.untilOn === null ? null : `${period.untilOn}之后缺少执业机构记录`;
    if (period.untilOn === null || next.fromOn > dayAfter(period.untilOn)) {
      return `${period.untilOn ?? period.fromOn}至${next.fromOn}之间执业记录不连续`;
    }
  }
  return null;
}

function dayAfter(date: string): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}

/** Whole years and months from the first day of practice to `today`: 执业年限. */
export function practiceLength(fromOn: string, today: string): { years: number; months: number } {
  const [fromYear = 0, fromMonth = 0, fromDay = 0] = fromOn.split('-').map(Number);
  const [year = 0, month = 0, day = 0] = today.split('-').map(Number);
  // The last day of a shorter month completes it: 31 January to 28 February is one month (民法典第二百零二条).
  const isLastDay = day === new Date(Date.UTC(year, month, 0)).getUTCDate();
  const total = (year - fromYear) * 12 + month - fromMonth - (day < fromDay && !isLastDay ? 1 : 0);
  return { years: Math.max(0, Math.floor(total / 12)), months: Math.max(0, total % 12) };
}
