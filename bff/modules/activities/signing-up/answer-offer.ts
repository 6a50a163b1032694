import type { Transaction } from 'sequelize';
import type { MemberActor } from '../../../actor.ts';
import { AppError } from '../../../errors.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { transaction } from '../../../platform/db/database.ts';
import { ofRegistration } from '../../../subject.ts';
import { writeAudit } from '../../audit/write-audit.ts';
import { writeEvent } from '../../timeline/write-event.ts';
import type { Activity, Registration } from '../model.ts';
import { expectLawyer } from '../policy.ts';
import { endRegistration } from '../seats/end-registration.ts';
import { noteHeld, payUntilOf } from '../seats/hold-seat.ts';
import { lockRegistration } from '../seats/load-locked.ts';
import { serveWaiting } from '../seats/serve-waiting.ts';

interface Answered {
  actor: MemberActor;
  id: number;
}

/**
 * Takes the seat that is held; what costs something is held on until it is paid. Half-open: at the instant itself the offer has ended. Harmless when it was taken before.
 * Throws `forbidden`, `not_found`, `wrong_state` in words.
 */
export async function acceptOffer({ actor, id }: Answered): Promise<void> {
  const lawyer = expectLawyer(actor);
  await transaction(async (t) => {
    const { activity, registration } = await lockRegistration({ id, lawyerId: lawyer.lawyerId }, t);
    if (registration.state === 'registered' || registration.state === 'paying') return;
    expectOffer(activity, registration);
    const isPaid = registration.feeFen > 0;
    await registration.update(
      { state: isPaid ? 'paying' : 'registered', offerUntil: null, payUntil: isPaid ? await payUntilOf(t) : null },
      { transaction: t },
    );
    await writeEvent({ subject: ofRegistration(id), event: 'accepted', by: actor }, t);
    await noteHeld({ registration, by: actor }, t);
    await audit({ actor, action: 'registration.accepted', activity, registration }, t);
  });
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
  const isHeld = state === 'offered' && offerUntil !== null && clock.now() < offerUntil;
  if (!isHeld) throw new AppError('wrong_state', { message: '确认期限已过，名额已让给下一位' });
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
