import type { Transaction } from 'sequelize';
import { clock } from '../../../platform/clock/clock.ts';
import { ofRegistration } from '../../../subject.ts';
import { writeEvent } from '../../timeline/write-event.ts';
import type { Activity, Registration } from '../model.ts';
import { comeBack } from '../seats/come-back.ts';
import { tellLawyer } from '../seats/tell-lawyer.ts';

/**
 * The money of a seat that was released came after all (activities.md, Edge cases): where there is a seat it is his again;
 * where there is none the money goes back and he waits as the first. Answers whether the money stays. Both are locked.
 */
export async function takeUpAgain(
  { activity, registration }: { activity: Activity; registration: Registration },
  t: Transaction,
): Promise<boolean> {
  const came = await comeBack({ activity, registration }, t);
  const subject = ofRegistration(registration.id);
  if (came === 'registered') {
    await registration.update({ paidAt: clock.now() }, { transaction: t });
    await writeEvent({ subject, event: 'paid', by: null }, t);
    const news = '支付成功，已报名。';
    await tellLawyer({ activity, registration, event: 'activity_signed_up', news }, t);
  }
  if (came === 'waiting') {
    await writeEvent({ subject, event: 'paid_late', by: null, note: '款项退回，列为候补第一位' }, t);
    const news = '支付到账时名额已让给他人，款项将原路退回；已为您列为候补第一位。';
    await tellLawyer({ activity, registration, event: 'activity_ended', news }, t);
  }
  return came === 'registered';
}
