import { AppError } from '../../errors.ts';
import { kv } from './kv.ts';

/** At most `limit` counted events in a window of `windowMs` for one caller. */
export interface RateLimit {
  name: string;
  limit: number;
  windowMs: number;
}

/** Counts one event; throws `too_many_requests` when the window is full. */
export async function countAgainst(rate: RateLimit, caller: string): Promise<void> {
  const used = await kv.increment(`rate:${rate.name}:${caller}`, { ttlMs: rate.windowMs });
  if (used > rate.limit) throw new AppError('too_many_requests');
}

/** Throws `too_many_requests` when the window is already full; counts nothing. */
export async function checkAgainst(rate: RateLimit, caller: string): Promise<void> {
  const used = Number((await kv.get(`rate:${rate.name}:${caller}`)) ?? 0);
  if (used >= rate.limit) throw new AppError('too_many_requests');
}
