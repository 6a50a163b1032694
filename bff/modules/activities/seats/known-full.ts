import type { Transaction } from 'sequelize';
import { kv } from '../../../platform/kv/kv.ts';
import { log } from '../../../platform/log/log.ts';
import type { Place } from './take-seat.ts';

/** So long it is believed that there is no seat, without asking the row that everybody wants (activities.md, Load). */
const BELIEVED_MS = 1_000;

const keyOf = ({ activityId, groupId }: Place) => `activity-full:${activityId}:${groupId}`;

/** Whether there was no seat a moment ago. A failure of the key-values only costs the shortcut. */
export const isKnownFull = (place: Place): Promise<boolean> =>
  orElse(false, async () => (await kv.get(keyOf(place))) !== undefined);

/** Notes that somebody has asked for a seat and found none. */
export const noteFull = (place: Place): Promise<void> =>
  orElse(undefined, () => kv.set(keyOf(place), '1', { ttlMs: BELIEVED_MS }));

/** Forgets that there was no seat, because one has become free: whoever comes after the commit asks the row again. */
export function forgetFull(place: Place, t: Transaction): void {
  t.afterCommit(() => void orElse(undefined, () => kv.delete(keyOf(place))));
}

async function orElse<Value>(otherwise: Value, ask: () => Promise<Value>): Promise<Value> {
  try {
    return await ask();
  } catch (error) {
    log.warn({ err: error }, 'whether an activity is full is not known');
    return otherwise;
  }
}
