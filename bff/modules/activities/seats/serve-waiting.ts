import { Op, type Transaction } from 'sequelize';
import { clock } from '../../../platform/clock/clock.ts';
import { enqueue } from '../../../platform/jobs/enqueue.ts';
import { ofRegistration } from '../../../subject.ts';
import { writeEvent } from '../../timeline/write-event.ts';
import { Activity, ActivityGroup, Registration } from '../model.ts';
import { currentRestriction, hasToWait, type CurrentRestriction } from '../restricted/current-restriction.ts';
import { servedFrom } from '../restricted/rules.ts';
import { inWords, offersSeats, offerToldFrom, offerUntil } from '../rules.ts';
import { endRegistration } from './end-registration.ts';
import { judgeLawyer } from './judge-lawyer.ts';
import { serveLater } from './serve-later.ts';
import { takeSeat } from './take-seat.ts';
import { tellLawyer } from './tell-lawyer.ts';

/**
 * Hands free seats to those who wait, the earliest first, in the transaction in which they became free: an offer holds its
 * seat. Who does not fit any more is skipped and told, and so is who has been restricted since. The activity is locked; it
 * is read anew, since seats were counted past it.
 */
export async function serveWaiting(activityId: number, t: Transaction): Promise<void> {
  for (;;) {
    const activity = await Activity.findByPk(activityId, { transaction: t, rejectOnEmpty: true });
    if (!offersSeats(activity, clock.now()) || activity.taken >= activity.capacity) return;
    const groups = await ActivityGroup.findAll({ where: { activityId }, transaction: t });
    const withRoom = groups.filter(({ taken, capacity }) => taken < capacity);
    const next = await Registration.findOne({
      where: {
        activityId,
        state: 'waiting',
        servedFrom: { [Op.lte]: clock.now() },
        groupId: { [Op.in]: withRoom.map(({ id }) => id) },
      },
      order: ['queue', 'id'],
      transaction: t,
      lock: t.LOCK.UPDATE,
    });
    if (!next) return;
    await serve({ activity, groups, next }, t);
  }
}

async function serve(
  { activity, groups, next }: { activity: Activity; groups: ActivityGroup[]; next: Registration },
  t: Transaction,
): Promise<void> {
  const unmet = await judgeLawyer({ activity, groups, lawyerId: next.lawyerId }, t);
  const why = [...unmet.activity, ...(unmet.groups.get(next.groupId) ?? [])];
  if (why.length > 0) {
    const reason = `候补到位时不符合报名条件：${why.join('；')}`.slice(0, 300);
    await endRegistration({ registration: next, as: 'removed', by: null, reason }, t);
    return tellLawyer({ activity, registration: next, event: 'activity_ended', news: `${reason}。` }, t);
  }
  const restriction = await currentRestriction(next.lawyerId, t);
  if (hasToWait(restriction, activity)) return passOver({ activity, next, restriction }, t);
  // The activity is locked and its group had room.
  if (!(await takeSeat(next, t))) throw new Error('a seat was taken past the lock of its activity');
  const subject = ofRegistration(next.id);
  // A seat that costs something is only offered: nobody is charged for what they have not accepted.
  if (activity.waiting === 'admits' && next.feeFen === 0) {
    await next.update({ state: 'registered' }, { transaction: t });
    await writeEvent({ subject, event: 'admitted', by: null }, t);
    return tellLawyer({ activity, registration: next, event: 'activity_offered', news: '候补到位，已为您录取。' }, t);
  }
  const now = clock.now();
  const until = offerUntil(now, activity.beginsAt);
  const sentFrom = offerToldFrom(now, activity.beginsAt);
  await next.update({ state: 'offered', offerUntil: until }, { transaction: t });
  await writeEvent({ subject, event: 'offered', by: null, note: `请于${inWords(until)}前确认` }, t);
  await enqueue('expire-offer', { registrationId: next.id }, { t, runAt: until });
  const news = `候补到位，名额为您保留至${inWords(until)}，请登录后确认是否参加。`;
  await tellLawyer({ activity, registration: next, event: 'activity_offered', news, sentFrom }, t);
}

/** Absences that came after joining the waiting list have him wait like those before it. */
async function passOver(
  { activity, next, restriction }: { activity: Activity; next: Registration; restriction: CurrentRestriction },
  t: Transaction,
): Promise<void> {
  const from = servedFrom(activity);
  await next.update({ servedFrom: from }, { transaction: t });
  await serveLater(activity, t);
  const news = `您因爽约受限（至${inWords(restriction.untilAt)}），有空出的名额，您${inWords(from)}起才能递补，候补的次序不变。`;
  await tellLawyer({ activity, registration: next, event: 'activity_signed_up', news }, t);
}
