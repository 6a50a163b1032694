import { toShanghaiDate, toShanghaiMinute, toShanghaiSecond } from '../../bff/contract/dates';

/** An ISO instant as yyyy-MM-dd HH:mm in China's one time zone, whatever the device is set to. */
export function shownTime(instant: string): string {
  const time = Date.parse(instant);
  return Number.isNaN(time) ? '' : toShanghaiMinute(time);
}

/** The same to the second: for a record of when something was asked. */
export function shownSecond(instant: string): string {
  const time = Date.parse(instant);
  return Number.isNaN(time) ? '' : toShanghaiSecond(time);
}

/** The date of an instant in China, yyyy-MM-dd. */
export function shownDate(instant: string): string {
  return shownTime(instant).slice(0, 10);
}

/** Today in China, yyyy-MM-dd. */
export function today(): string {
  return toShanghaiDate(Date.now());
}
