import type { InSession, MemberActor } from '../../../actor.ts';
import type { PayableReply, PaymentDetail } from '../../../contract/payments/endpoints.ts';
import type { PaymentChannel } from '../../../contract/payments/enums.ts';
import { AppError } from '../../../errors.ts';
import { clock } from '../../../platform/clock/clock.ts';
import type { Payable } from '../../payments/payable.ts';
import { readReceiptFor } from '../../payments/receipts/read-receipt.ts';
import { showOwnPayment, startOwnPayment } from '../../payments/paying/own-payment.ts';
import { Activity, Registration } from '../model.ts';
import { expectLawyer } from '../policy.ts';

interface Own {
  actor: MemberActor;
  id: number;
}

/** What WeChat Pay shows to the payer: 127 bytes, so forty characters at most. */
const MAX_DESCRIPTION = 36;
/** WeChat Pay takes no order that ends sooner. */
const SHORTEST_MS = 60_000;

/** Lets a lawyer pay for the seat that is held. Throws `forbidden`, `not_found`, `wrong_state`, and as `startOwnPayment`. */
export async function payRegistration(
  asked: Own & { actor: InSession; channel: PaymentChannel; code: string | undefined; address: string },
): Promise<PayableReply> {
  const { actor, id, channel, code, address } = asked;
  return startOwnPayment({ actor, payable: await payableRegistration({ actor, id }), channel, code, address });
}

/** What a lawyer owes for a seat. Throws `forbidden`, `not_found`, `wrong_state` in words when nothing is owed. */
export async function payableRegistration(own: Own): Promise<Payable> {
  const { id, activityId, state, feeFen, payUntil } = await readOwn(own);
  const { title, state: stands } = await Activity.findByPk(activityId, { rejectOnEmpty: true });
  if (state !== 'paying' || payUntil === null || stands === 'cancelled') throw new AppError('wrong_state');
  if (payUntil - clock.now() < SHORTEST_MS) {
    throw new AppError('wrong_state', { message: '保留名额的时间已到，请稍后重新报名' });
  }
  return {
    purpose: 'activity',
    subjectId: id,
    totalFen: feeFen,
    description: `活动报名费 ${[...title].slice(0, MAX_DESCRIPTION).join('')}`,
    page: `activity?id=${activityId}`,
    until: payUntil,
  };
}

/** How the payment of a registration stands; null: none was begun. Throws `forbidden`, `not_found`. */
export async function showRegistrationPayment(own: Own): Promise<PaymentDetail | null> {
  return showOwnPayment({ purpose: 'activity', subjectId: (await readOwn(own)).id });
}

/** The receipt of a registration. Throws `forbidden`, `not_found`, `wrong_state` for what was not paid or is back. */
export async function readRegistrationReceipt(own: Own) {
  return readReceiptFor({ purpose: 'activity', subjectId: (await readOwn(own)).id });
}

async function readOwn({ actor, id }: Own): Promise<Registration> {
  const { lawyerId } = expectLawyer(actor);
  const registration = await Registration.findOne({ where: { id, lawyerId } });
  if (!registration) throw new AppError('not_found');
  return registration;
}
