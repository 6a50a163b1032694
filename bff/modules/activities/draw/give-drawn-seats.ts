import type { Transaction } from 'sequelize';
import { DAY_MS } from '../../../contract/dates.ts';
import type { DrawResult } from '../../../contract/draws/enums.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { transaction } from '../../../platform/db/database.ts';
import { ofRegistration } from '../../../subject.ts';
import { writeEvent } from '../../timeline/write-event.ts';
import { ActivityGroup, Registration, type Activity } from '../model.ts';
import { inWords, offersSeats } from '../rules.ts';
import { endRegistration } from '../seats/end-registration.ts';
import { noteHeld } from '../seats/hold-seat.ts';
import { judgeLawyer } from '../seats/judge-lawyer.ts';
import { lockActivity } from '../seats/load-locked.ts';
import { serveWaiting } from '../seats/serve-waiting.ts';
import { takeSeat } from '../seats/take-seat.ts';
import { tellLawyer } from '../seats/tell-lawyer.ts';
import { seedOf } from './make-draw.ts';
import { ActivityDraw, DrawTicket } from './model.ts';
import { orderOf } from './order.ts';

/** So many at a time: the row of an activity is never locked for long. */
const PIECE = 50;

/**
 * Gives the seats of a draw that was held, in its order: a seat while there is one, then the waiting list in the same order.
 * The order follows from what is stored, and what is decided is not decided again: whoever dies amid it is followed by the
 * next attempt, and two processes at once do the same.
 */
export async function giveDrawnSeats({
  activityId,
  signal,
  piece = PIECE,
}: {
  activityId: number;
  signal?: AbortSignal;
  piece?: number;
}): Promise<void> {
  while ((await transaction((t) => giveSome({ activityId, piece }, t))) === piece) signal?.throwIfAborted();
}

async function giveSome({ activityId, piece }: { activityId: number; piece: number }, t: Transaction): Promise<number> {
  const activity = await lockActivity(activityId, t);
  const draw = await ActivityDraw.findOne({ where: { activityId }, transaction: t });
  if (!draw || draw.drawnAt === null || activity.state === 'cancelled') return 0;
  const all = await DrawTicket.findAll({ where: { activityId, isListed: true }, transaction: t });
  const order = orderOf(
    { seed: seedOf(draw), listHash: draw.listHash, outcome: draw.outcome },
    all.map(({ ticket }) => ticket),
  );
  const positions = new Map(order.map((ticket, at) => [ticket, at + 1]));
  const open = all.filter(({ result }) => result === null);
  const next = open
    .map((ticket) => ({ ticket, position: positions.get(ticket.ticket)! }))
    .sort((one, other) => one.position - other.position)
    .slice(0, piece);
  for (const { ticket, position } of next) {
    const result = await decide({ activity, ticket, position }, t);
    await ticket.update({ position, result }, { transaction: t });
  }
  // Whoever withdrew meanwhile has left a seat.
  if (next.length > 0 && next.length === open.length) await serveWaiting(activityId, t);
  return next.length;
}

interface One {
  activity: Activity;
  registration: Registration;
  position: number;
}

async function decide(
  { activity, ticket, position }: { activity: Activity; ticket: DrawTicket; position: number },
  t: Transaction,
): Promise<DrawResult> {
  const registration = await Registration.findByPk(ticket.registrationId, {
    transaction: t,
    lock: t.LOCK.UPDATE,
    rejectOnEmpty: true,
  });
  if (registration.state !== 'drawing') return 'gone';
  const one = { activity, registration, position };
  const groups = await ActivityGroup.findAll({ where: { activityId: activity.id }, transaction: t });
  const unmet = await judgeLawyer({ activity, groups, lawyerId: registration.lawyerId }, t);
  const why = [...unmet.activity, ...(unmet.groups.get(registration.groupId) ?? [])];
  if (why.length > 0) return dismiss(one, why, t);
  if (await takeSeat(registration, t)) return seat(one, t);
  if (offersSeats(activity, clock.now())) return queueUp(one, t);
  const reason = `未中签（抽签顺序第${position}位）`;
  await endRegistration({ registration, as: 'unplaced', by: null, reason }, t);
  await tellLawyer({ activity, registration, event: 'activity_ended', news: `${reason}。` }, t);
  return 'lost';
}

async function dismiss({ activity, registration }: One, why: string[], t: Transaction): Promise<'gone'> {
  const reason = `抽签时不符合报名条件：${why.join('；')}`.slice(0, 300);
  await endRegistration({ registration, as: 'removed', by: null, reason }, t);
  await tellLawyer({ activity, registration, event: 'activity_ended', news: `${reason}。` }, t);
  return 'gone';
}

/** Nobody sits before the page when it is drawn: a day to pay. */
async function seat({ activity, registration, position }: One, t: Transaction): Promise<'won'> {
  const payUntil = registration.feeFen > 0 ? Math.min(clock.now() + DAY_MS, activity.beginsAt) : null;
  await registration.update({ state: payUntil === null ? 'registered' : 'paying', payUntil }, { transaction: t });
  const note = `抽签顺序第${position}位`;
  await writeEvent({ subject: ofRegistration(registration.id), event: 'won', by: null, note }, t);
  await noteHeld({ registration, by: null }, t);
  const pay = payUntil === null ? '' : `请于${inWords(payUntil)}前支付报名费，逾期名额释放。`;
  const { cancelUntil, leaveUntil } = registration;
  const past = clock.now() >= cancelUntil ? '' : `${inWords(cancelUntil)}前可以取消，此后`;
  const news = `您已中签（${note}）。${pay}${past}请假至${inWords(leaveUntil)}止。`;
  await tellLawyer({ activity, registration, event: 'activity_signed_up', news }, t);
  return 'won';
}

async function queueUp({ activity, registration, position }: One, t: Transaction): Promise<'waiting'> {
  await registration.update({ state: 'waiting', queue: position }, { transaction: t });
  const note = `抽签顺序第${position}位`;
  await writeEvent({ subject: ofRegistration(registration.id), event: 'waiting', by: null, note }, t);
  const news = `您未中签，已按抽签顺序（第${position}位）列为候补，有空出的名额时通知您。`;
  await tellLawyer({ activity, registration, event: 'activity_signed_up', news }, t);
  return 'waiting';
}
