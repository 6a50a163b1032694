import type { LOCK, Transaction } from 'sequelize';
import { AppError } from '../../../errors.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { findRows } from '../../../platform/db/prepared.ts';
import { expectNotFrozen } from '../draw/issue-ticket.ts';
import { Activity, ActivityGroup } from '../model.ts';
import { currentRestriction, hasToWait, type CurrentRestriction } from '../restricted/current-restriction.ts';
import { whyWaits } from '../restrictions/restricted-rights.ts';
import { servedFrom } from '../restricted/rules.ts';
import { offersSeats, rightsOf } from '../rules.ts';
import { isKnownFull, noteFull } from '../seats/known-full.ts';
import { fullInWords } from './refuse-known-full.ts';
import { serveLater } from '../seats/serve-later.ts';
import { takeSeat } from '../seats/take-seat.ts';

interface Wanted {
  activity: Activity;
  group: ActivityGroup;
  lawyerId: number;
  waits: boolean;
}

/** What somebody gets who signs up: an application, a part in the draw, a seat, or a place on the waiting list from an instant on. */
export interface FoundPlace {
  place: 'applied' | 'drawing' | 'registered' | 'waiting';
  servedFrom: number;
}

/**
 * Finds a lawyer a place, in the transaction that judged him: on the waiting list, where his absences have him wait; otherwise
 * whatever there is. Throws `wrong_state` in words.
 */
export async function findPlace(wanted: Wanted, t: Transaction): Promise<FoundPlace> {
  const { activity, lawyerId, waits } = wanted;
  const restriction = await currentRestriction(lawyerId, t);
  if (!hasToWait(restriction, activity)) return { place: await placeFor(wanted, t), servedFrom: 0 };
  await waitAsRestricted({ activity, restriction, waits }, t);
  return { place: 'waiting', servedFrom: servedFrom(activity) };
}

/**
 * An application that takes no seat where the office admits (审核录取) or a lot is drawn (抽签); otherwise a seat; or, where
 * there is none and the lawyer wants it, the waiting list. Once it is known that there is no seat, the row that everybody
 * wants is not changed any more: whoever waits holds a shared lock on it, so that no seat becomes free unseen meanwhile.
 */
async function placeFor({ activity, group, waits }: Wanted, t: Transaction): Promise<FoundPlace['place']> {
  if (activity.admission === 'review') {
    await readFresh(activity, lockOf(activity, t), t);
    return 'applied';
  }
  if (activity.admission === 'draw') {
    await readFresh(activity, lockOf(activity, t), t);
    await expectNotFrozen(activity.id, t);
    return 'drawing';
  }
  const place = { activityId: activity.id, groupId: group.id };
  if (await isKnownFull(place)) {
    if (!waits) throw new AppError('wrong_state', { message: fullInWords(activity) });
    const shared = await readFresh(activity, lockOf(activity, t), t);
    const [seats] = await findRows(ActivityGroup, { id: group.id }, t);
    if (!seats || shared.taken >= shared.capacity || seats.taken >= seats.capacity) return queueUp(shared);
  }
  // What was judged before the lock may have changed while it was waited for: the seat is taken only where it has not.
  if (await takeSeat(place, t, clock.now())) return 'registered';
  const fresh = await readFresh(activity, t.LOCK.UPDATE, t);
  // A seat may have become free before the lock was there: nobody waits beside one.
  if (await takeSeat(place, t)) return 'registered';
  await noteFull(place);
  if (!waits) throw new AppError('wrong_state', { message: fullInWords(fresh) });
  return queueUp(fresh);
}

/** Who is counted by firm is counted one after the other. */
const lockOf = ({ perFirmMax }: Activity, t: Transaction): LOCK => (perFirmMax > 0 ? t.LOCK.UPDATE : t.LOCK.SHARE);

/** Whose absences have him wait takes no seat, though there may be one; when it is time a job offers what is left. Throws `wrong_state`. */
async function waitAsRestricted(
  { activity, restriction, waits }: { activity: Activity; restriction: CurrentRestriction; waits: boolean },
  t: Transaction,
): Promise<void> {
  const fresh = await readFresh(activity, lockOf(activity, t), t);
  if (!waits || !offersSeats(fresh, clock.now())) {
    throw new AppError('wrong_state', { message: whyWaits(fresh, restriction) });
  }
  await serveLater(fresh, t);
}

/** The activity as it is now, locked. Throws `wrong_state` where sign-up is over. */
async function readFresh({ id }: Activity, lock: LOCK, t: Transaction): Promise<Activity> {
  const [fresh] = await findRows(Activity, { id }, t, lock);
  if (!fresh) throw new AppError('not_found');
  const { signUp: right } = rightsOf(fresh, null, clock.now());
  if ('reason' in right) throw new AppError('wrong_state', { message: right.reason });
  return fresh;
}

/** Throws `wrong_state` where no seats are offered any more. */
function queueUp(activity: Activity): 'waiting' {
  if (!offersSeats(activity, clock.now())) throw new AppError('wrong_state', { message: fullInWords(activity) });
  return 'waiting';
}
