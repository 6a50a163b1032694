import type { MemberActor } from '../../../actor.ts';
import { AppError } from '../../../errors.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { transaction } from '../../../platform/db/database.ts';
import { writeAudit } from '../../audit/write-audit.ts';
import { expectLawyer } from '../policy.ts';
import { rightsOf } from '../rules.ts';
import { endRegistration } from '../seats/end-registration.ts';
import { lockRegistration } from '../seats/load-locked.ts';
import { serveWaiting } from '../seats/serve-waiting.ts';

/**
 * Gives a seat back, which goes to the next who waits in the same transaction, or leaves the waiting list. Harmless when it
 * was done before. Throws `forbidden`, `not_found`, `wrong_state` in words.
 */
export async function cancelRegistration({ actor, id }: { actor: MemberActor; id: number }): Promise<void> {
  const lawyer = expectLawyer(actor);
  await transaction(async (t) => {
    const { activity, registration } = await lockRegistration({ id, lawyerId: lawyer.lawyerId }, t);
    if (registration.state === 'cancelled' || registration.state === 'left') return;
    const { cancel } = rightsOf(activity, registration.liveKey === null ? null : registration, clock.now());
    if ('reason' in cancel) throw new AppError('wrong_state', { message: cancel.reason });
    const as = registration.state === 'waiting' ? 'left' : 'cancelled';
    await endRegistration({ registration, as, by: actor }, t);
    const line = { action: 'registration.cancelled', targetKind: 'registration', targetId: id } as const;
    await writeAudit({ actor, ...line, target: `${activity.title} ${actor.name}` }, t);
    await serveWaiting(activity.id, t);
  });
}
