import type { MemberActor } from '../../../actor.ts';
import { AppError } from '../../../errors.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { expectLawyer } from '../policy.ts';
import { rightsOf } from '../rules.ts';
import { ActivitySeries } from '../sessions/model.ts';
import { cancelRegistration } from '../signing-up/cancel-registration.ts';
import { sessionsOf } from './load-series.ts';
import { isLive, latestOf } from './show-own-series.ts';

/**
 * Gives back every seat of a series that can still be given back, each in a transaction of its own: what cannot be cancelled
 * any more stays, for a leave. Throws `forbidden` (firm), `not_found`, `wrong_state` where there is none.
 */
export async function cancelWhole({ actor, id }: { actor: MemberActor; id: number }): Promise<void> {
  const lawyer = expectLawyer(actor);
  if (!(await ActivitySeries.findByPk(id, { attributes: ['id'] }))) throw new AppError('not_found');
  const sessions = await sessionsOf(id);
  const own = await latestOf(lawyer, sessions);
  const mine = sessions.flatMap((session) => {
    const registration = own.get(session.id);
    return registration && isLive(registration) ? [{ session, registration }] : [];
  });
  if (mine.length === 0) throw new AppError('not_found');
  const now = clock.now();
  const free = mine.filter(({ session, registration }) => 'until' in rightsOf(session, registration, now).cancel);
  if (free.length === 0) throw new AppError('wrong_state', { message: '各场的取消均已截止，可以逐场请假' });
  for (const { registration } of free) await cancelRegistration({ actor, id: registration.id });
}
