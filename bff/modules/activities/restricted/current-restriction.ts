import type { Transaction } from 'sequelize';
import { z } from 'zod';
import { clock } from '../../../platform/clock/clock.ts';
import { select } from '../../../platform/db/database.ts';
import { servedFrom } from './rules.ts';

const restrictionRow = z.strictObject({ fromAt: z.int(), untilAt: z.int() });
/** From when until when, epoch ms. */
export type CurrentRestriction = z.infer<typeof restrictionRow>;

/** The restriction in which a lawyer is now, half-open; null: none. */
export async function currentRestriction(lawyerId: number, t?: Transaction): Promise<CurrentRestriction | null> {
  const now = clock.now();
  const [longest] = await select(
    restrictionRow,
    `SELECT from_at AS fromAt, until_at AS untilAt FROM activity_restrictions
      WHERE lawyer_id = ? AND lifted_at IS NULL AND from_at <= ? AND until_at > ? ORDER BY until_at DESC LIMIT 1`,
    [lawyerId, now, now],
    t,
  );
  return longest ?? null;
}

/** Whether it has a lawyer wait for an activity now: where seats go to who comes first, while it is not known to be popular. */
export const hasToWait = (
  restriction: CurrentRestriction | null,
  activity: { admission: string; opensAt: number },
): restriction is CurrentRestriction =>
  restriction !== null && activity.admission === 'order' && clock.now() < servedFrom(activity);
