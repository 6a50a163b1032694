import { toShanghaiDate, toShanghaiMinute } from '../../../contract/dates.ts';

/** 今天 16:40; 10月8日 9:00. */
export function momentWords(at: number, now: number): string {
  const date = toShanghaiDate(at);
  const time = toShanghaiMinute(at).slice(11).replace(/^0/, '');
  if (date === toShanghaiDate(now)) return `今天 ${time}`;
  const year = date.slice(0, 4) === toShanghaiDate(now).slice(0, 4) ? '' : `${date.slice(0, 4)}年`;
  return `${year}${Number(date.slice(5, 7))}月${Number(date.slice(8))}日 ${time}`;
}

interface Promised {
  firstDueAt: number | null;
  doneDueAt: number | null;
  isExpected: boolean;
}

/** 预计今天 16:40 前答复; what is overdue is no promise any more. Holidays that are not published may still come between. */
export function promiseWords({ firstDueAt, doneDueAt, isExpected }: Promised, now: number): string {
  const due = firstDueAt ?? doneDueAt;
  if (due === null || due <= now) return '';
  const what = firstDueAt === null ? '办结' : '答复';
  return `预计${momentWords(due, now)} 前${what}${isExpected ? '（以届时公布的节假日为准）' : ''}`;
}
