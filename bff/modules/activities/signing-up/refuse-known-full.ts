import type { Transaction } from 'sequelize';
import { z } from 'zod';
import { WAITING_WAYS } from '../../../contract/activities/enums.ts';
import { oneOf } from '../../../contract/reply-parts.ts';
import { AppError } from '../../../errors.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { select } from '../../../platform/db/database.ts';
import { offersSeats } from '../rules.ts';
import { isKnownFull } from '../seats/known-full.ts';
import { liveKeyOf } from '../seats/write-registration.ts';

/** What is said where there is no seat. */
export const fullInWords = (activity: Parameters<typeof offersSeats>[0]): string =>
  offersSeats(activity, clock.now()) ? '名额已满，可以加入候补' : '名额已满';

const activityRow = z.strictObject({
  state: z.literal('published'),
  waiting: oneOf(WAITING_WAYS),
  beginsAt: z.int(),
  offersStopHours: z.int(),
});

/**
 * Only what seats go to in the order of coming, and one by one, can be full; who has a registration, or sent this form
 * before, is answered that.
 */
const REFUSING = `SELECT a.state, a.waiting, a.begins_at AS beginsAt, a.offers_stop_hours AS offersStopHours
  FROM activities a WHERE a.id = ? AND a.state = 'published' AND a.admission = 'order' AND a.opens_at <= ? AND a.closes_at > ?
    AND NOT EXISTS (SELECT 1 FROM activity_series s WHERE s.id = a.series_id AND s.way = 'whole')
    AND EXISTS (SELECT 1 FROM activity_groups g WHERE g.id = ? AND g.activity_id = a.id)
    AND NOT EXISTS (SELECT 1 FROM activity_registrations r WHERE r.live_key = ?)
    AND NOT EXISTS (SELECT 1 FROM activity_registrations r WHERE r.account_id = ? AND r.idempotency_key = ?)`;

/**
 * Throws `wrong_state` where a lawyer wants a seat and nothing else of a group that was full a moment ago. Thousands come in
 * the minute in which sign-up opens: they are answered by two reads, without a transaction, a lock, or the row that everybody
 * wants (activities.md, Load), and nobody judges whether they would have fitted.
 */
export async function refuseKnownFull(
  asked: { activityId: number; groupId: number; lawyerId: number; accountId: number; idempotencyKey: string },
  t?: Transaction,
): Promise<void> {
  const { activityId, groupId, lawyerId, accountId, idempotencyKey } = asked;
  if (!(await isKnownFull({ activityId, groupId }))) return;
  const now = clock.now();
  const own = [liveKeyOf(activityId, lawyerId), accountId, idempotencyKey];
  const [full] = await select(activityRow, REFUSING, [activityId, now, now, groupId, ...own], t);
  if (full) throw new AppError('wrong_state', { message: fullInWords(full) });
}
