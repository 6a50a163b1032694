import { UniqueConstraintError, type LOCK, type Transaction } from 'sequelize';
import type { LawyerActor, MemberActor } from '../../../actor.ts';
import type { SignUpParsed } from '../../../contract/activities/schemas.ts';
import type { SignedUp } from '../../../contract/activities/replies.ts';
import { AppError } from '../../../errors.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { contentHashOf, submitOnce } from '../../../platform/db/submit-once.ts';
import { enqueue } from '../../../platform/jobs/enqueue.ts';
import { ofRegistration } from '../../../subject.ts';
import { writeAudit } from '../../audit/write-audit.ts';
import { lockForReading } from '../../registry/facts/lock-subjects.ts';
import { writeEvent } from '../../timeline/write-event.ts';
import { Activity, ActivityGroup, Registration } from '../model.ts';
import { expectNotFrozen, issueTicket } from '../draw/issue-ticket.ts';
import { expectLawyer } from '../policy.ts';
import { currentRestriction, hasToWait } from '../restrictions/current-restriction.ts';
import type { Restriction } from '../restrictions/model.ts';
import { whyWaits } from '../restrictions/restricted-rights.ts';
import { servedFrom } from '../restrictions/rules.ts';
import { inWords, offersSeats, rightsOf } from '../rules.ts';
import { noteHeld, payUntilOf } from '../seats/hold-seat.ts';
import { judgeLawyer } from '../seats/judge-lawyer.ts';
import { isKnownFull, noteFull } from '../seats/known-full.ts';
import { readLawyer } from '../seats/read-lawyer.ts';
import { takeSeat } from '../seats/take-seat.ts';
import { tellLawyer } from '../seats/tell-lawyer.ts';
import { liveKeyOf, writeRegistration } from '../seats/write-registration.ts';
import { readAnswers } from './read-answers.ts';

interface Asked {
  actor: MemberActor;
  activityId: number;
  input: SignUpParsed;
}

/**
 * Signs a lawyer up, or puts him on the waiting list where he wants it. Once for one key, and once for one lawyer: whoever
 * is signed up already is answered what he has. Locks: registry subjects → activity → group → registration; the row that
 * everybody wants comes last. Throws `forbidden` (firm), `not_found`, `wrong_state` in words, `invalid_fields`.
 */
export async function signUp({ actor, activityId, input }: Asked): Promise<SignedUp> {
  const lawyer = expectLawyer(actor);
  const where = { accountId: lawyer.accountId, idempotencyKey: input.idempotencyKey };
  const contentHash = contentHashOf({ activityId, ...input });
  const id = await orLive(
    { activityId, lawyerId: lawyer.lawyerId },
    submitOnce({
      contentHash,
      conflict: '您刚才的报名已收到；如需修改，请先取消再重新报名',
      find: (t) => Registration.findOne({ where, ...(t && { transaction: t }) }),
      submit: async (t) =>
        (await findLive({ activityId, lawyerId: lawyer.lawyerId }, t)) ??
        submit({ actor: lawyer, activityId, input, contentHash }, t),
    }),
  );
  const { state } = await Registration.findByPk(id, { rejectOnEmpty: true });
  return { registrationId: id, state };
}

/** The twin of another page was faster: what the lawyer has now is the answer. */
async function orLive(whose: { activityId: number; lawyerId: number }, submitted: Promise<number>): Promise<number> {
  try {
    return await submitted;
  } catch (error) {
    const live = error instanceof UniqueConstraintError ? await findLive(whose) : null;
    if (live === null) throw error;
    return live;
  }
}

async function findLive(
  { activityId, lawyerId }: { activityId: number; lawyerId: number },
  t?: Transaction,
): Promise<number | null> {
  const where = { liveKey: liveKeyOf(activityId, lawyerId) };
  return (await Registration.findOne({ where, ...(t && { transaction: t }) }))?.id ?? null;
}

async function submit(
  asked: { actor: LawyerActor; activityId: number; input: SignUpParsed; contentHash: string },
  t: Transaction,
): Promise<number> {
  const { actor, activityId, input, contentHash } = asked;
  const { lawyerId, accountId } = actor;
  const activity = await Activity.findByPk(activityId, { transaction: t });
  if (!activity || activity.state === 'draft' || activity.state === 'pending') throw new AppError('not_found');
  const { signUp: right } = rightsOf(activity, null, clock.now());
  if ('reason' in right) throw new AppError('wrong_state', { message: right.reason });
  const groups = await ActivityGroup.findAll({ where: { activityId }, transaction: t });
  const group = groups.find(({ id }) => id === input.groupId);
  if (!group) throw new AppError('invalid_fields', { fields: { groupId: '请重新选择分组' } });
  const answers = readAnswers(activity.form, input.answers);
  const { firmId } = await readLawyer(lawyerId, t);
  await lockForReading({ firmIds: firmId === null ? [] : [firmId], lawyerIds: [lawyerId] }, t);
  const unmet = await judgeLawyer({ activity, groups, lawyerId }, t);
  const why = [...unmet.activity, ...(unmet.groups.get(group.id) ?? [])];
  if (why.length > 0) throw new AppError('wrong_state', { message: why.join('；') });

  const restriction = await currentRestriction(lawyerId, t);
  const waitsFrom = hasToWait(restriction, activity) ? servedFrom(activity) : 0;
  const place = hasToWait(restriction, activity)
    ? await waitAsRestricted({ activity, restriction, waits: input.waits }, t)
    : await placeFor({ activity, group, waits: input.waits }, t);
  const isHeld = place === 'registered' && group.feeFen > 0;
  const { idempotencyKey } = input;
  const registration = await writeRegistration(
    {
      activity,
      state: isHeld ? 'paying' : place,
      payUntil: isHeld ? await payUntilOf(t) : null,
      servedFrom: waitsFrom,
      feeFen: group.feeFen,
      groupId: group.id,
      lawyerId,
      firmId,
      accountId,
      answers,
      reason: '',
      idempotencyKey,
      contentHash,
    },
    t,
  );
  await note({ actor, activity, registration }, t);
  return registration.id;
}

/**
 * Finds the lawyer a place: an application that takes no seat where the office admits (审核录取) or a lot is drawn (抽签);
 * otherwise a seat; or, where there is none and the lawyer wants it, the waiting list. Once it is known that there is no seat,
 * the row that everybody wants is not changed any more: whoever waits holds a shared lock on it, so that no seat becomes free
 * unseen meanwhile. Throws `wrong_state`.
 */
async function placeFor(
  { activity, group, waits }: { activity: Activity; group: ActivityGroup; waits: boolean },
  t: Transaction,
): Promise<'applied' | 'drawing' | 'registered' | 'waiting'> {
  if (activity.admission === 'review') {
    await readFresh(activity.id, t.LOCK.SHARE, t);
    return 'applied';
  }
  if (activity.admission === 'draw') {
    await readFresh(activity.id, t.LOCK.SHARE, t);
    await expectNotFrozen(activity.id, t);
    return 'drawing';
  }
  const place = { activityId: activity.id, groupId: group.id };
  if (await isKnownFull(place)) {
    if (!waits) throw new AppError('wrong_state', { message: full(activity) });
    const shared = await readFresh(activity.id, t.LOCK.SHARE, t);
    const { taken, capacity } = await ActivityGroup.findByPk(group.id, { transaction: t, rejectOnEmpty: true });
    if (shared.taken >= shared.capacity || taken >= capacity) return queueUp(shared);
  }
  const taken = await takeSeat(place, t);
  // What was judged before the lock may have changed while it was waited for.
  const fresh = await readFresh(activity.id, t.LOCK.UPDATE, t);
  if (taken) return 'registered';
  // A seat may have become free before the lock was there: nobody waits beside one.
  if (await takeSeat(place, t)) return 'registered';
  await noteFull(place);
  if (!waits) throw new AppError('wrong_state', { message: full(fresh) });
  return queueUp(fresh);
}

/** Whose absences have him wait takes no seat, though there may be one; when it is time a job offers what is left. Throws `wrong_state`. */
async function waitAsRestricted(
  { activity, restriction, waits }: { activity: Activity; restriction: Restriction; waits: boolean },
  t: Transaction,
): Promise<'waiting'> {
  const fresh = await readFresh(activity.id, t.LOCK.SHARE, t);
  if (!waits || !offersSeats(fresh, clock.now())) {
    throw new AppError('wrong_state', { message: whyWaits(fresh, restriction) });
  }
  const runAt = servedFrom(fresh);
  const payload = { activityId: fresh.id };
  await enqueue('serve-waiting', payload, { t, runAt, dedupeKey: `serve-waiting:${fresh.id}:${runAt}` });
  return 'waiting';
}

/** The activity as it is now, locked. Throws `wrong_state` where sign-up is over. */
async function readFresh(id: number, lock: LOCK, t: Transaction): Promise<Activity> {
  const fresh = await Activity.findByPk(id, { transaction: t, lock, rejectOnEmpty: true });
  const { signUp: right } = rightsOf(fresh, null, clock.now());
  if ('reason' in right) throw new AppError('wrong_state', { message: right.reason });
  return fresh;
}

/** Throws `wrong_state` where no seats are offered any more. */
function queueUp(activity: Activity): 'waiting' {
  if (!offersSeats(activity, clock.now())) throw new AppError('wrong_state', { message: full(activity) });
  return 'waiting';
}

/** 1234 5678 9012. */
const inFours = (ticket: string) => ticket.replace(/(\d{4})(?=\d)/g, '$1 ');

const full = (activity: Activity) => (offersSeats(activity, clock.now()) ? '名额已满，可以加入候补' : '名额已满');

async function note(
  { actor, activity, registration }: { actor: LawyerActor; activity: Activity; registration: Registration },
  t: Transaction,
): Promise<void> {
  const isWaiting = registration.state === 'waiting';
  const ticket = registration.state === 'drawing' ? await issueTicket(registration, t) : '';
  const subject = ofRegistration(registration.id);
  if (registration.state === 'paying') await noteHeld({ registration, by: actor }, t);
  else await writeEvent({ subject, event: eventOf(registration), by: actor }, t);
  const action = isWaiting ? 'registration.waiting' : 'registration.created';
  const line = { action, targetKind: 'registration', targetId: registration.id } as const;
  await writeAudit({ actor, ...line, target: `${activity.title} ${actor.name}` }, t);
  await tellLawyer({ activity, registration, event: 'activity_signed_up', news: newsOf(registration, ticket) }, t);
}

const eventOf = ({ state }: Registration) =>
  state === 'waiting' || state === 'applied' || state === 'drawing' ? state : 'signed_up';

function newsOf({ state, payUntil, cancelUntil, leaveUntil }: Registration, ticket: string): string {
  if (state === 'drawing') return `报名已提交，参加抽签，您的抽签号是${inFours(ticket)}，结果将通知您。`;
  if (state === 'applied') return '报名已提交，由协会审核录取，结果将通知您。';
  if (state === 'waiting') return '已加入候补，有空出的名额时按先后顺序通知您。';
  if (payUntil !== null) return `名额已为您保留至${inWords(payUntil)}，请在此前支付报名费，逾期名额释放。`;
  return `报名成功。${inWords(cancelUntil)}前可以取消，此后请假至${inWords(leaveUntil)}止。`;
}
