import { Secret } from 'otpauth';
import type { MemberActor } from '../../../actor.ts';
import { HOUR_MS, toIso } from '../../../contract/dates.ts';
import type { OwnCode } from '../../../contract/door/replies.ts';
import { AppError } from '../../../errors.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { Activity, Registration } from '../model.ts';
import { expectLawyer } from '../policy.ts';
import { activityKey, registrationName, registrationSecret } from './codes.ts';

const AFTER_MS = 2 * HOUR_MS;

/**
 * What the code of the lawyer's own registration is made of, on his own device and without a network. Throws `forbidden`,
 * `not_found`, `wrong_state` where he has no seat.
 */
export async function showOwnCode({ actor, id }: { actor: MemberActor; id: number }): Promise<OwnCode> {
  const { lawyerId } = expectLawyer(actor);
  const registration = await Registration.findOne({ where: { id, lawyerId } });
  if (!registration) throw new AppError('not_found');
  const { activityId, state } = registration;
  const activity = await Activity.findByPk(activityId, { rejectOnEmpty: true });
  if (state !== 'registered' || activity.state === 'cancelled') {
    throw new AppError('wrong_state', { message: '您没有占有名额，不能出示签到码' });
  }
  const key = activityKey(activityId);
  return {
    now: toIso(clock.now()),
    activityId,
    title: activity.title,
    name: registrationName(key, id),
    secret: new Secret({ buffer: Uint8Array.from(registrationSecret(key, id)).buffer }).base32,
    until: toIso(activity.endsAt + AFTER_MS),
  };
}
