import type { Transaction } from 'sequelize';
import type { MemberActor } from '../../../actor.ts';
import type { AcceptOfferParsed } from '../../../contract/activities/schemas.ts';
import { AppError } from '../../../errors.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { transaction } from '../../../platform/db/database.ts';
import { ofRegistration } from '../../../subject.ts';
import { writeAudit } from '../../audit/write-audit.ts';
import { writeEvent } from '../../timeline/write-event.ts';
import { expectNotFrozen, issueTicket } from '../draw/issue-ticket.ts';
import type { Activity, Registration } from '../model.ts';
import { expectLawyer } from '../policy.ts';
import { rightsOf } from '../rules.ts';
import { endRegistration } from '../seats/end-registration.ts';
import { noteHeld, payUntilOf } from '../seats/hold-seat.ts';
import { lockRegistration } from '../seats/load-locked.ts';
import { serveWaiting } from '../seats/serve-waiting.ts';
import { untellOffer } from '../seats/tell-lawyer.ts';
import { readAnswers } from './read-answers.ts';

interface Answered {
  actor: MemberActor;
  id: number;
}

/**
 * Takes the seat that is held, or confirms what the firm has signed one up for, with the answers that the firm could not
 * give; what costs something is held on until it is paid. Half-open: at the instant itself the offer has ended. Harmless
 * when it was taken before. Throws `forbidden`, `not_found`, `wrong_state` in words, `invalid_fields`.
 */
export async function acceptOffer({
  actor,
  id,
  input = { answers: {} },
}: Answered & { input?: AcceptOfferParsed }): Promise<void> {
  const lawyer = expectLawyer(actor);
  await transaction(async (t) => {
    const { activity, registration } = await lockRegistration({ id, lawyerId: lawyer.lawyerId }, t);
    if (isAccepted(registration)) return;
    expectOffer(activity, registration);
    const wasInvited = registration.state === 'invited';
    const answers = asksAnswers(activity, registration)
      ? readAnswers(activity.form, input.answers)
      : registration.answers;
    const isHeld = !wasInvited && registration.feeFen > 0;
    const state = wasInvited ? await confirmed(activity, t) : isHeld ? 'paying' : 'registered';
    const payUntil = isHeld ? await payUntilOf(t) : null;
    if (!wasInvited) await untellOffer(registration, t);
    await registration.update({ state, answers, offerUntil: null, payUntil }, { transaction: t });
    if (state === 'drawing') await issueTicket(registration, t);
    await writeEvent({ subject: ofRegistration(id), event: 'accepted', by: actor }, t);
    await noteHeld({ registration, by: actor }, t);
    await audit({ actor, action: 'registration.accepted', activity, registration }, t);
  });
}

/** What was confirmed before leads here again, where it is still alive. */
const isAccepted = ({ state }: Registration): boolean =>
  state === 'registered' || state === 'paying' || state === 'applied' || state === 'drawing';

/** Whether the lawyer has yet to answer the form of what the firm has signed him up for. */
export const asksAnswers = ({ form }: Activity, { state, byFirmId, answers }: Registration): boolean =>
  byFirmId !== null &&
  form.length > 0 &&
  (state === 'offered' || state === 'invited') &&
  Object.keys(answers).length === 0;

/** What becomes of a confirmed invitation: it holds no seat, so sign-up must still be open. Throws `wrong_state` in words. */
async function confirmed(activity: Activity, t: Transaction): Promise<'applied' | 'drawing'> {
  const { signUp } = rightsOf(activity, null, clock.now());
  if ('reason' in signUp) throw new AppError('wrong_state', { message: signUp.reason });
  if (activity.admission !== 'draw') return 'applied';
  await expectNotFrozen(activity.id, t);
  return 'drawing';
}

/** Lets the held seat go to the next who waits; the entry is closed for good. Throws as `acceptOffer`. */
export async function declineOffer({ actor, id }: Answered): Promise<void> {
  const lawyer = expectLawyer(actor);
  await transaction(async (t) => {
    const { activity, registration } = await lockRegistration({ id, lawyerId: lawyer.lawyerId }, t);
    if (registration.state === 'declined') return;
    expectOffer(activity, registration);
    await endRegistration({ registration, as: 'declined', by: actor }, t);
    await audit({ actor, action: 'registration.declined', activity, registration }, t);
    await serveWaiting(activity.id, t);
  });
}

function expectOffer(activity: Activity, { state, offerUntil }: Registration): void {
  if (activity.state === 'cancelled') throw new AppError('wrong_state', { message: '活动已取消' });
  const isOpen = (state === 'offered' || state === 'invited') && offerUntil !== null && clock.now() < offerUntil;
  if (!isOpen) throw new AppError('wrong_state', { message: '确认期限已过，名额已让给下一位' });
}

async function audit(
  done: {
    actor: MemberActor;
    action: 'registration.accepted' | 'registration.declined';
    activity: Activity;
    registration: Registration;
  },
  t: Transaction,
): Promise<void> {
  const { actor, action, activity, registration } = done;
  const line = { action, targetKind: 'registration', targetId: registration.id } as const;
  await writeAudit({ actor, ...line, target: `${activity.title} ${actor.name}` }, t);
}
