import { MAX_SHARE_DAYS } from '../../contract/sharing/limits.ts';
import { AppError } from '../../errors.ts';
import { addDays, endOfShanghaiDay } from '../../contract/dates.ts';
import { clock } from '../../platform/clock/clock.ts';

/**
 * The instant (epoch ms) at which a link with this last day (yyyy-MM-dd) ends; the day belongs to it. Throws
 * `invalid_fields` for a day in the past or too far away.
 */
export function endOf(expiresOn: string): number {
  if (expiresOn < clock.today() || expiresOn > addDays(clock.today(), MAX_SHARE_DAYS)) {
    throw new AppError('invalid_fields', { fields: { expiresOn: `有效期应在今天至${MAX_SHARE_DAYS}天之内` } });
  }
  return endOfShanghaiDay(expiresOn);
}
