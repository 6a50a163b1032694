/** A part of a day in which the office is open, from (included) to (excluded), HH:mm in Asia/Shanghai. */
export interface Period {
  from: string;
  to: string;
}

/** Minutes after midnight; NaN for what is no time of a day. */
export function minuteOf(time: string): number {
  const [, hours, minutes] = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(time) ?? [];
  return hours === undefined ? Number.NaN : Number(hours) * 60 + Number(minutes);
}

/** What is wrong with the periods of a day, in words for whoever typed them; null: nothing. */
export function periodFault(periods: readonly Period[]): string | null {
  for (const [index, { from, to }] of periods.entries()) {
    if (Number.isNaN(minuteOf(from)) || Number.isNaN(minuteOf(to))) return '时间应写作 09:00';
    if (minuteOf(to) <= minuteOf(from)) return `${from}–${to}：结束时间应晚于开始时间`;
    const before = periods[index - 1];
    if (before && minuteOf(from) < minuteOf(before.to)) return `${from}–${to}：与前一时段重叠或颠倒`;
  }
  return null;
}

/** 9:00–11:30，13:30–18:00 */
export const periodWords = (periods: readonly Period[]): string =>
  periods.map(({ from, to }) => `${shortTime(from)}–${shortTime(to)}`).join('，');

/** 工作日 9:00–11:30，13:30–18:00 */
export const hoursWords = (periods: readonly Period[]): string => `工作日 ${periodWords(periods)}`;

const shortTime = (time: string): string => time.replace(/^0/, '');
