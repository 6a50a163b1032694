import { clock } from '../../../platform/clock/clock.ts';
import { transaction } from '../../../platform/db/database.ts';
import { endRegistration } from './end-registration.ts';
import { lockRegistration } from './load-locked.ts';
import { serveWaiting } from './serve-waiting.ts';
import { tellLawyer } from './tell-lawyer.ts';

/**
 * Lets a seat that nobody has taken in time go to the next, and what a firm has asked its lawyer to confirm end. Harmless when
 * it was answered.
 */
export async function expireOffer({ registrationId }: { registrationId: number }): Promise<void> {
  await transaction(async (t) => {
    const { activity, registration } = await lockRegistration({ id: registrationId }, t);
    const { state, offerUntil } = registration;
    if ((state !== 'offered' && state !== 'invited') || (offerUntil ?? 0) > clock.now()) return;
    await endRegistration({ registration, as: 'expired', by: null }, t);
    const news = `您没有在期限内确认，${state === 'offered' ? '名额已让给下一位' : '代为的报名已失效'}。`;
    await tellLawyer({ activity, registration, event: 'activity_ended', news }, t);
    await serveWaiting(activity.id, t);
  });
}
