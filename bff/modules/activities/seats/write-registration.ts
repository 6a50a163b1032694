import type { Transaction } from 'sequelize';
import { clock } from '../../../platform/clock/clock.ts';
import { createRow } from '../../../platform/db/prepared.ts';
import { Registration, type Activity } from '../model.ts';
import { promiseOf, promiseToSigned } from '../rules.ts';

/** One live registration of a lawyer in an activity: the unique key sees to it. */
export const liveKeyOf = (activityId: number, lawyerId: number): string => `${activityId}:${lawyerId}`;

/** Writes a registration, with what the activity promises at this moment. The key of a second one collides. */
export async function writeRegistration(
  written: {
    activity: Activity;
    state: 'paying' | 'applied' | 'drawing' | 'invited' | 'registered' | 'waiting' | 'offered';
    /** Until when a seat is held for its payment. */
    payUntil?: number | null;
    /** Until when the lawyer may confirm what was done for him. */
    offerUntil?: number | null;
    /** The firm that signs its lawyer up. */
    byFirmId?: number | null;
    /** From when one is served who has to wait because of his absences. */
    servedFrom?: number;
    feeFen: number;
  } & Pick<
    Registration,
    'groupId' | 'lawyerId' | 'firmId' | 'accountId' | 'answers' | 'reason' | 'idempotencyKey' | 'contentHash'
  >,
  t: Transaction,
): Promise<Registration> {
  const { activity, payUntil = null, offerUntil = null, byFirmId = null, ...rest } = written;
  const now = clock.now();
  return createRow(
    Registration,
    {
      ...rest,
      activityId: activity.id,
      liveKey: liveKeyOf(activity.id, rest.lawyerId),
      ...(byFirmId === null ? promiseOf(activity) : promiseToSigned(activity, now)),
      toldBeginsAt: activity.beginsAt,
      byFirmId,
      leaveRefund: activity.leaveRefund,
      payUntil,
      paidAt: null,
      signedAt: now,
      offerUntil,
      leaveReason: null,
      endedAt: null,
      hoursRecordId: null,
    },
    t,
  );
}
