import type { Transaction } from 'sequelize';
import type { Actor } from '../../../actor.ts';
import { SEATED_STATES, type RegistrationEvent, type RegistrationState } from '../../../contract/activities/enums.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { ofRegistration } from '../../../subject.ts';
import { writeEvent } from '../../timeline/write-event.ts';
import type { Registration } from '../model.ts';
import { releaseSeat } from './take-seat.ts';

/** Whether a registration takes a seat. */
export const isSeated = ({ state }: Pick<Registration, 'state'>): boolean =>
  (SEATED_STATES as readonly RegistrationState[]).includes(state);

type Ended = Exclude<RegistrationState, 'registered' | 'waiting' | 'offered'>;
const EVENTS: Record<Ended, RegistrationEvent> = {
  cancelled: 'cancelled',
  leave: 'leave',
  removed: 'removed',
  left: 'left',
  declined: 'declined',
  expired: 'expired',
  void: 'void',
};

/** Ends a live registration for good and gives its seat back; whoever waits is served by the caller. Both are locked. */
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
  await registration.update(
    { state: as, liveKey: null, offerUntil: null, endedAt: clock.now(), reason, leaveReason },
    { transaction: t },
  );
  await writeEvent({ subject: ofRegistration(registration.id), event: EVENTS[as], by, note: reason }, t);
}
