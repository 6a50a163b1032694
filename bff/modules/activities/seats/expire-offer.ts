import { clock } from '../../../platform/clock/clock.ts';
import { transaction } from '../../../platform/db/database.ts';
import { endRegistration } from './end-registration.ts';
import { lockRegistration } from './load-locked.ts';
import { serveWaiting } from './serve-waiting.ts';
import { tellLawyer } from './tell-lawyer.ts';

/** Lets a seat that nobody has taken in time go to the next. Harmless when the offer was answered. */
export async function expireOffer({ registrationId }: { registrationId: number }): Promise<void> {
  await transaction(async (t) => {
    const { activity, registration } = await lockRegistration({ id: registrationId }, t);
    if (registration.state !== 'offered' || (registration.offerUntil ?? 0) > clock.now()) return;
    await endRegistration({ registration, as: 'expired', by: null }, t);
    const news = '您没有在期限内确认，名额已让给下一位。';
    await tellLawyer({ activity, registration, event: 'activity_ended', news }, t);
    await serveWaiting(activity.id, t);
  });
}
