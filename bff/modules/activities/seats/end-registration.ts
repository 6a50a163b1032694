import type { Transaction } from 'sequelize';
import type { Actor } from '../../../actor.ts';
import {
  SEATED_STATES,
  type LIVE_STATES,
  type RegistrationEvent,
  type RegistrationState,
} from '../../../contract/activities/enums.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { ofRegistration } from '../../../subject.ts';
import { giveBack, giveBackPart } from '../../payments/paying/give-back.ts';
import { writeEvent } from '../../timeline/write-event.ts';
import type { Registration } from '../model.ts';
import { releaseSeat } from './take-seat.ts';
import { untellOffer } from './tell-lawyer.ts';

/** Whether a registration takes a seat. */
export const isSeated = ({ state }: Pick<Registration, 'state'>): boolean =>
  (SEATED_STATES as readonly RegistrationState[]).includes(state);

type Ended = Exclude<RegistrationState, (typeof LIVE_STATES)[number]>;
const EVENTS: Record<Ended, RegistrationEvent> = {
  cancelled: 'cancelled',
  leave: 'leave',
  removed: 'removed',
  left: 'left',
  declined: 'declined',
  expired: 'expired',
  lapsed: 'lapsed',
  refused: 'refused',
  unplaced: 'unplaced',
  void: 'void',
};

/**
 * Ends a live registration for good and gives its seat back, and its fee by the rule that was promised; whoever waits is
 * served by the caller. Both are locked.
 */
export async function endRegistration(
  ended: {
    registration: Registration;
    as: Ended;
    by: Actor | null;
    reason?: string;
    leaveReason?: Registration['leaveReason'];
  },
  t: Transaction,
): Promise<void> {
  const { registration, as, by, reason = '', leaveReason = null } = ended;
  if (isSeated(registration)) await releaseSeat(registration, t);
  if (registration.state === 'offered') await untellOffer(registration, t);
  await registration.update(
    { state: as, liveKey: null, offerUntil: null, payUntil: null, endedAt: clock.now(), reason, leaveReason },
    { transaction: t },
  );
  await writeEvent({ subject: ofRegistration(registration.id), event: EVENTS[as], by, note: reason }, t);
  await giveBackFee({ registration, as }, t);
}

/** Percent of the fee that goes back; of a cancelled activity a job sends it (office/wind-up-activity.ts). */
function percentBack(as: Ended, { leaveRefund }: Registration): number {
  if (as === 'leave') return leaveRefund;
  return as === 'void' ? 0 : 100;
}

const WORDS: Partial<Record<Ended, string>> = { cancelled: '取消报名', leave: '请假', removed: '被移出活动名单' };

/**
 * Closes the payment of a registration that ends, and sends back what was paid. That happens once, because a registration
 * ends once.
 */
async function giveBackFee({ registration, as }: { registration: Registration; as: Ended }, t: Transaction) {
  const { id: subjectId, feeFen } = registration;
  if (feeFen === 0) return;
  const percent = percentBack(as, registration);
  const paidFor = { purpose: 'activity', subjectId, reason: WORDS[as] ?? '报名已结束' } as const;
  if (percent === 100) await giveBack(paidFor, t);
  else await giveBackPart({ ...paidFor, amountFen: Math.floor((feeFen * percent) / 100) }, t);
}
