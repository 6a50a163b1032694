import type { Row } from '../form-reading/fields.ts';

/** 社会公益 of one year against what the office asks of a year. Pure. */

/** What a year is measured by, as the office has set it; 0: by nothing. */
export interface ServiceGoal {
  year: string;
  hours: number;
  cases: number;
}

const sumOf = (rows: readonly Row[], key: string): number =>
  rows.reduce((all, { values }) => all + (typeof values[key] === 'number' ? values[key] : 0), 0);

/** What the rows that began in that year come to, and how it stands to the goal: either of the two is enough. */
export function serviceYearWords(rows: readonly Row[], { year, hours, cases }: ServiceGoal): string {
  const own = rows.filter(({ values }) => String(values['fromOn'] ?? '').startsWith(year));
  const [tenths, handled] = [sumOf(own, 'tenths'), sumOf(own, 'cases')];
  const done = `${year}年已填写公益服务${tenths / 10}小时、法律援助${handled}件`;
  const goals = [...(hours > 0 ? [`${hours}小时公益服务`] : []), ...(cases > 0 ? [`${cases}件法律援助`] : [])];
  if (goals.length === 0) return `${done}。`;
  const isReached = (hours > 0 && tenths >= hours * 10) || (cases > 0 && handled >= cases);
  return `${done}；倡议每年${goals.join('或')}，${isReached ? '已达到' : '尚未达到'}。`;
}
