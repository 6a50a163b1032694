import { HOUR_MS, toShanghaiDate } from '../../../bff/contract/dates.ts';
import type { World } from '../world.ts';

/** The provider's usual limits for one number: thirty seconds, an hour, a day of Beijing. */
const LIMITS = { thirtySeconds: 1, hour: 5, day: 10 };

/** The limit that one more text to this number would break, by its error code; null: none. */
export function overQuota(world: World, to: string): string | null {
  const now = world.now();
  const sent = world.texts.filter((text) => text.to === to);
  const since = (ms: number) => sent.filter(({ at }) => now - at < ms).length;
  if (since(30_000) >= LIMITS.thirtySeconds) return 'LimitExceeded.PhoneNumberThirtySecondLimit';
  if (since(HOUR_MS) >= LIMITS.hour) return 'LimitExceeded.PhoneNumberOneHourLimit';
  if (sent.filter(({ at }) => toShanghaiDate(at) === toShanghaiDate(now)).length >= LIMITS.day)
    return 'LimitExceeded.PhoneNumberDailyLimit';
  return null;
}
