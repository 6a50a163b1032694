import { UniqueConstraintError, type Transaction } from 'sequelize';
import type { StaffActor } from '../../../actor.ts';
import type { RegistrationState } from '../../../contract/activities/enums.ts';
import type { AddRegistrationParsed } from '../../../contract/activities/schemas.ts';
import { AppError } from '../../../errors.ts';
import { DAY_MS } from '../../../contract/dates.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { randomToken } from '../../../platform/crypto/tokens.ts';
import { transaction } from '../../../platform/db/database.ts';
import { ofRegistration } from '../../../subject.ts';
import { writeAudit } from '../../audit/write-audit.ts';
import { findLawyerByLicence } from '../../registry/facts/find-by-licence.ts';
import { writeEvent } from '../../timeline/write-event.ts';
import { ActivityDraw, DrawTicket } from '../draw/model.ts';
import { ActivityGroup, Registration } from '../model.ts';
import { inWords, phaseOf } from '../rules.ts';
import { noteHeld } from '../seats/hold-seat.ts';
import { lockActivity } from '../seats/load-locked.ts';
import { takeSeat } from '../seats/take-seat.ts';
import { tellLawyer } from '../seats/tell-lawyer.ts';
import { liveKeyOf, writeRegistration } from '../seats/write-registration.ts';

interface Added {
  actor: StaffActor;
  activityId: number;
  input: AddRegistrationParsed;
}

/**
 * Signs a lawyer up by hand, whatever the conditions and windows say, with the reason; seats are counted all the same. Whoever
 * waits, has applied or has yet to confirm what his firm has signed him up for is admitted by it. Throws `not_found`, `wrong_state`, `invalid_fields`.
 */
export async function addRegistration(added: Added): Promise<void> {
  try {
    await transaction((t) => add(added, t));
  } catch (error) {
    if (!(error instanceof UniqueConstraintError)) throw error;
    throw signedUpAlready();
  }
}

/** What adding somebody by hand makes a seat of. */
const ADMITTED: readonly RegistrationState[] = ['waiting', 'applied', 'invited'];

const refuse = (field: string, words: string) => new AppError('invalid_fields', { fields: { [field]: words } });
const signedUpAlready = () => refuse('licenceNo', '该律师已报名');

/** Before the draw every seat is for it. Throws `wrong_state`. */
async function expectDrawn(activityId: number, t: Transaction): Promise<void> {
  const draw = await ActivityDraw.findOne({ where: { activityId }, transaction: t });
  const open = await DrawTicket.count({ where: { activityId, isListed: true, result: null }, transaction: t });
  if (draw && draw.drawnAt !== null && open === 0) return;
  throw new AppError('wrong_state', { message: '抽签录取的活动，抽签完成后才能添加人员' });
}

async function add({ actor, activityId, input }: Added, t: Transaction): Promise<void> {
  const activity = await lockActivity(activityId, t);
  const phase = phaseOf(activity, clock.now());
  if (activity.state !== 'published' || phase === 'ended')
    throw new AppError('wrong_state', { message: '活动未发布或已结束' });
  if (activity.admission === 'draw') await expectDrawn(activityId, t);
  const group = await ActivityGroup.findOne({ where: { id: input.groupId, activityId }, transaction: t });
  if (!group) throw refuse('groupId', '请重新选择分组');
  const found = await findLawyerByLicence(input.licenceNo, t);
  if (!found) throw refuse('licenceNo', '没有找到该执业证号的律师');
  const { lawyer } = found;
  const where = { liveKey: liveKeyOf(activityId, lawyer.id) };
  const live = await Registration.findOne({ where, transaction: t, lock: t.LOCK.UPDATE });
  if (live && !ADMITTED.includes(live.state)) throw signedUpAlready();
  if (!(await takeSeat({ activityId, groupId: group.id }, t))) throw refuse('groupId', '该分组名额已满，请先增加名额');
  const feeFen = input.isFree ? 0 : group.feeFen;
  const payUntil = feeFen > 0 ? Math.min(clock.now() + DAY_MS, activity.beginsAt) : null;
  const place = { state: payUntil === null ? ('registered' as const) : ('paying' as const), payUntil, feeFen };
  const registration = live
    ? await live.update({ ...place, groupId: group.id, reason: input.reason, offerUntil: null }, { transaction: t })
    : await writeRegistration(
        {
          activity,
          ...place,
          groupId: group.id,
          lawyerId: lawyer.id,
          firmId: lawyer.firmId,
          accountId: actor.accountId,
          answers: {},
          reason: input.reason,
          idempotencyKey: randomToken(128),
          contentHash: '',
        },
        t,
      );
  const { id } = registration;
  await writeEvent({ subject: ofRegistration(id), event: 'added', by: actor, note: input.reason }, t);
  await noteHeld({ registration, by: actor }, t);
  const line = { action: 'registration.added', targetKind: 'registration', targetId: id } as const;
  await writeAudit({ actor, ...line, target: `${activity.title} ${lawyer.name}`, detail: input.reason }, t);
  const pay = payUntil === null ? '' : `请于${inWords(payUntil)}前支付报名费，逾期名额释放。`;
  const news = `协会已为您报名：${input.reason}。${pay}`;
  await tellLawyer({ activity, registration, event: 'activity_signed_up', news }, t);
}
