import { toYuan } from '../../../contract/text.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { ofRegistration } from '../../../subject.ts';
import type { Purpose } from '../../payments/payable.ts';
import { writeEvent } from '../../timeline/write-event.ts';
import { Activity, Registration } from '../model.ts';
import { inWords, rightsOf } from '../rules.ts';
import { lockRegistration } from '../seats/load-locked.ts';
import { tellLawyer } from '../seats/tell-lawyer.ts';
import { takeUpAgain } from './take-up-again.ts';

/** What payments must know of registrations. */
export const registrationAsPurpose: Purpose = {
  // Of a cancelled activity nothing is owed, though its registrations end one after the other.
  async lock(id, t) {
    const { activity, registration } = await lockRegistration({ id }, t);
    return { isOwed: registration.state === 'paying' && activity.state !== 'cancelled' };
  },
  isOwed: async (id) => (await Registration.count({ where: { id, state: 'paying' } })) > 0,

  async paid(id, t) {
    const { activity, registration } = await lockRegistration({ id }, t);
    await registration.update({ state: 'registered', payUntil: null, paidAt: clock.now() }, { transaction: t });
    await writeEvent({ subject: ofRegistration(id), event: 'paid', by: null, note: feeOf(registration) }, t);
    const news = `支付成功，已报名。${inWords(registration.cancelUntil)}前可以取消，全额退还。`;
    await tellLawyer({ activity, registration, event: 'activity_signed_up', news }, t);
  },

  async paidLate(id, t) {
    const { activity, registration } = await lockRegistration({ id }, t);
    if (registration.state !== 'lapsed') return false;
    if ('reason' in rightsOf(activity, null, clock.now()).signUp) return false;
    return takeUpAgain({ activity, registration }, t);
  },

  async refunded(id, amountFen, t) {
    const registration = await Registration.findByPk(id, { transaction: t, rejectOnEmpty: true });
    const activity = await Activity.findByPk(registration.activityId, { transaction: t, rejectOnEmpty: true });
    const amount = `${toYuan(amountFen)}元`;
    await writeEvent({ subject: ofRegistration(id), event: 'refunded', by: null, note: amount }, t);
    const news = `报名费${amount}已原路退回。`;
    await tellLawyer({ activity, registration, event: 'activity_refunded', news }, t);
  },

  async describe({ subjectId, amountFen }) {
    const { activityId } = await Registration.findByPk(subjectId, { rejectOnEmpty: true });
    const { title } = await Activity.findByPk(activityId, { rejectOnEmpty: true });
    return { about: { label: '活动', value: title }, lines: [{ what: '活动报名费', amountFen }] };
  },
};

const feeOf = ({ feeFen }: Registration) => `${toYuan(feeFen)}元`;
