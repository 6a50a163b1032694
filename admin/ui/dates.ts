import { toShanghaiDate, toShanghaiMinute, toShanghaiSecond } from '../../bff/contract/dates.ts';

/** ISO instant → `yyyy-MM-dd HH:mm` in Asia/Shanghai, wherever the browser stands; nothing → a dash. */
export const formatInstant = (iso: string | null): string => (iso ? toShanghaiMinute(Date.parse(iso)) : '—');

/** ISO instant → `yyyy-MM-dd HH:mm:ss` in Asia/Shanghai, where the order of acts matters. */
export const formatSecond = (iso: string): string => toShanghaiSecond(Date.parse(iso));

/** ISO instant → `yyyy-MM-dd` in Asia/Shanghai. */
export const formatDay = (iso: string): string => toShanghaiDate(Date.parse(iso));

/** Minutes of office hours as people say them: 45分钟, 3个工作小时, 2.5个工作日. */
export function officeTimeText({ minutes, workdayMinutes }: { minutes: number; workdayMinutes: number }): string {
  if (minutes < 60) return `${Math.max(1, Math.round(minutes))}分钟`;
  if (minutes < workdayMinutes) return `${Math.round(minutes / 60)}个工作小时`;
  return `${Math.round((minutes / workdayMinutes) * 2) / 2}个工作日`;
}

/** Whole minutes as people say them: 45分钟, 3小时, 2天5小时. */
export function formatMinutes(minutes: number): string {
  if (minutes < 60) return `${Math.max(0, Math.round(minutes))}分钟`;
  const hours = Math.floor(minutes / 60);
  if (hours < 24) return `${hours}小时`;
  return hours % 24 === 0 ? `${Math.floor(hours / 24)}天` : `${Math.floor(hours / 24)}天${hours % 24}小时`;
}
