import type { Transaction } from 'sequelize';
import { LIVE_STATES } from '../../../contract/activities/enums.ts';
import { AppError } from '../../../errors.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { findRows } from '../../../platform/db/prepared.ts';
import { enqueue } from '../../../platform/jobs/enqueue.ts';
import { lockForReading } from '../../registry/facts/lock-subjects.ts';
import { Activity, ActivityGroup, Registration } from '../model.ts';
import { confirmUntil, rightsOf } from '../rules.ts';
import { payUntilOf } from '../seats/hold-seat.ts';
import { judgeLawyer } from '../seats/judge-lawyer.ts';
import { readAddressee, type Addressee } from '../seats/read-addressee.ts';
import { readLawyer } from '../seats/read-lawyer.ts';
import { whyNotAlone } from '../sessions/series-of.ts';
import { writeRegistration } from '../seats/write-registration.ts';
import { findPlace, type FoundPlace } from './find-place.ts';
import { expectNotOnLeave } from './on-leave.ts';
import { readAnswers } from './read-answers.ts';

interface Entered {
  activityId: number;
  groupId: number;
  lawyerId: number;
  accountId: number;
  /** 整期报名: all sessions of a series at once. */
  isWhole?: true;
  /** null: the lawyer himself signs up, and gives answers. */
  firm: { id: number; name: string } | null;
  answers: Readonly<Record<string, string | boolean>>;
  waits: boolean;
  idempotencyKey: string;
  contentHash: string;
}

/** What the firm cannot answer for its lawyer. */
export const asksSomething = ({ form }: Pick<Activity, 'form'>): boolean => form.some(({ isRequired }) => isRequired);

/**
 * Signs a lawyer up: judged under locks of what he is judged by, then given what there is. Whom the firm signs up where it
 * costs something, where the office admits, or where the form asks what only he knows, confirms first. Locks: registry
 * subjects → activity → group → registration; the row that everybody wants comes last. Throws `not_found`, `wrong_state` in
 * words, `invalid_fields`.
 */
export async function enterLawyer(
  entered: Entered,
  t: Transaction,
): Promise<{ activity: Activity; registration: Registration; addressee: Addressee | null }> {
  const { activityId, groupId, lawyerId, firm } = entered;
  const [activity] = await findRows(Activity, { id: activityId }, t);
  if (!activity || activity.state === 'draft' || activity.state === 'pending') throw new AppError('not_found');
  const alone = entered.isWhole ? null : await whyNotAlone(activity, t);
  if (alone !== null) throw new AppError('wrong_state', { message: alone });
  const { signUp: right } = rightsOf(activity, null, clock.now());
  if ('reason' in right) throw new AppError('wrong_state', { message: right.reason });
  await expectNotOnLeave({ activityId, lawyerId }, t);
  const groups = await findRows(ActivityGroup, { activityId }, t);
  const group = groups.find(({ id }) => id === groupId);
  if (!group) throw new AppError('invalid_fields', { fields: { groupId: '请重新选择分组' } });
  const answers = firm === null ? readAnswers(activity.form, entered.answers) : {};
  const { firmId } = await readLawyer(lawyerId, t);
  await lockForReading({ firmIds: firmId === null ? [] : [firmId], lawyerIds: [lawyerId] }, t);
  const lawyer = await readLawyer(lawyerId, t);
  if (firm !== null && lawyer.firmId !== firm.id) throw new AppError('not_found');
  const unmet = await judgeLawyer({ activity, groups, lawyerId, lawyer }, t);
  const why = [...unmet.activity, ...(unmet.groups.get(group.id) ?? [])];
  if (why.length > 0) throw new AppError('wrong_state', { message: why.join('；') });

  // All that telling reads, before the row is locked that everybody wants; a whole series is told of once.
  const told = { lawyerId, accountId: entered.accountId, event: 'activity_signed_up' } as const;
  const addressee = entered.isWhole ? null : await readAddressee({ ...told, lawyer }, t);
  const { place, servedFrom } = await findPlace({ activity, group, lawyerId, waits: entered.waits }, t);
  await expectRoomOfFirm({ activity, firmId }, t);
  const begins = await beginningOf({ activity, group, place, isByFirm: firm !== null }, t);
  const { accountId, idempotencyKey, contentHash } = entered;
  const registration = await writeRegistration(
    {
      activity,
      ...begins,
      servedFrom,
      feeFen: group.feeFen,
      groupId: group.id,
      lawyerId,
      firmId,
      byFirmId: firm?.id ?? null,
      accountId,
      answers,
      reason: firm === null ? '' : `由${firm.name}代为报名`,
      idempotencyKey,
      contentHash,
    },
    t,
  );
  const { id: registrationId, offerUntil } = registration;
  if (offerUntil !== null) await enqueue('expire-offer', { registrationId }, { t, runAt: offerUntil });
  return { activity, registration, addressee };
}

/**
 * Of one firm no more are signed up, on the waiting list included, than the activity takes. The activity is locked against
 * everybody else who counts. Throws `wrong_state`.
 */
async function expectRoomOfFirm(
  { activity, firmId }: { activity: Activity; firmId: number | null },
  t: Transaction,
): Promise<void> {
  const { id: activityId, perFirmMax } = activity;
  if (perFirmMax === 0 || firmId === null) return;
  const where = { activityId, firmId, state: [...LIVE_STATES] };
  if ((await Registration.count({ where, transaction: t })) < perFirmMax) return;
  throw new AppError('wrong_state', { message: `本活动每所最多${perFirmMax}人，本所已满` });
}

type Beginning = Pick<Registration, 'state' | 'payUntil' | 'offerUntil'>;

/** As what a place is written down. Throws `wrong_state` where a seat could come that nobody has been asked about. */
async function beginningOf(
  found: { activity: Activity; group: ActivityGroup; place: FoundPlace['place']; isByFirm: boolean },
  t: Transaction,
): Promise<Beginning & { state: 'paying' | 'applied' | 'drawing' | 'invited' | 'registered' | 'waiting' | 'offered' }> {
  const { activity, group, place, isByFirm } = found;
  const isPaid = group.feeFen > 0;
  const none = { payUntil: null, offerUntil: null };
  const confirms = isByFirm && (isPaid || activity.admission === 'review' || asksSomething(activity));
  if (!confirms) {
    if (place !== 'registered' || !isPaid) return { state: place, ...none };
    return { state: 'paying', payUntil: await payUntilOf(t), offerUntil: null };
  }
  const { closesAt, beginsAt } = activity;
  const now = clock.now();
  if (place === 'registered') return { state: 'offered', payUntil: null, offerUntil: confirmUntil(now, beginsAt) };
  if (place !== 'waiting') return { state: 'invited', payUntil: null, offerUntil: confirmUntil(now, closesAt) };
  if (asksSomething(activity)) {
    throw new AppError('wrong_state', { message: '名额已满，报名表须由律师本人填写，请由其本人加入候补' });
  }
  return { state: 'waiting', ...none };
}
