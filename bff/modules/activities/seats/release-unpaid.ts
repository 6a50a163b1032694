import { clock } from '../../../platform/clock/clock.ts';
import { transaction } from '../../../platform/db/database.ts';
import { closePaymentsFor } from '../../payments/paying/close-payment.ts';
import { Registration } from '../model.ts';
import { endRegistration } from './end-registration.ts';
import { lockRegistration } from './load-locked.ts';
import { serveWaiting } from './serve-waiting.ts';
import { tellLawyer } from './tell-lawyer.ts';

/** Half-open: at the instant itself the time to pay is over. */
const isOver = ({ state, payUntil }: Registration): boolean =>
  state === 'paying' && payUntil !== null && payUntil <= clock.now();

/**
 * Lets a seat that nobody has paid for in time go to the next. Closed first at WeChat Pay, which decides: what was paid by
 * then is paid, and while it does not answer the seat stays held. Harmless when it was paid. Throws `unavailable`, so that
 * the job is tried again.
 */
export async function releaseUnpaid({ registrationId }: { registrationId: number }): Promise<void> {
  const found = await Registration.findByPk(registrationId);
  if (!found || !isOver(found)) return;
  await closePaymentsFor({ purpose: 'activity', subjectId: registrationId });
  await transaction(async (t) => {
    const { activity, registration } = await lockRegistration({ id: registrationId }, t);
    if (!isOver(registration)) return;
    await endRegistration({ registration, as: 'lapsed', by: null }, t);
    const news = '您没有在期限内支付，名额已释放。仍要参加的，请重新报名。';
    await tellLawyer({ activity, registration, event: 'activity_ended', news }, t);
    await serveWaiting(activity.id, t);
  });
}
