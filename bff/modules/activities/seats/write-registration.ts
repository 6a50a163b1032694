import type { Transaction } from 'sequelize';
import { clock } from '../../../platform/clock/clock.ts';
import { Registration, type Activity } from '../model.ts';
import { promiseOf } from '../rules.ts';

/** One live registration of a lawyer in an activity: the unique key sees to it. */
export const liveKeyOf = (activityId: number, lawyerId: number): string => `${activityId}:${lawyerId}`;

/** Writes a registration, with what the activity promises at this moment. The key of a second one collides. */
export async function writeRegistration(
  written: {
    activity: Activity;
    state: 'paying' | 'applied' | 'drawing' | 'registered' | 'waiting';
    /** Of a seat that is held for its payment. */
    payUntil?: number | null;
    /** Of one who has to wait because of his absences. */
    servedFrom?: number;
    feeFen: number;
  } & Pick<
    Registration,
    'groupId' | 'lawyerId' | 'firmId' | 'accountId' | 'answers' | 'reason' | 'idempotencyKey' | 'contentHash'
  >,
  t: Transaction,
): Promise<Registration> {
  const { activity, payUntil = null, ...rest } = written;
  return Registration.create(
    {
      ...rest,
      activityId: activity.id,
      liveKey: liveKeyOf(activity.id, rest.lawyerId),
      ...promiseOf(activity),
      leaveRefund: activity.leaveRefund,
      payUntil,
      paidAt: null,
      signedAt: clock.now(),
      offerUntil: null,
      leaveReason: null,
      endedAt: null,
      hoursRecordId: null,
    },
    { transaction: t },
  );
}
