import { afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import fc from 'fast-check';
import '../../../models.ts';
import type { LawyerActor } from '../../../actor.ts';
import { env } from '../../../env.ts';
import { AppError } from '../../../errors.ts';
import { clock, freezeClock, releaseClock } from '../../../platform/clock/clock.ts';
import { useApi } from '../../../test/api.ts';
import { makeActivity } from '../../../test/factories/activities/activity.ts';
import { newKey } from '../../../test/factories/certificate.ts';
import { makeLawyer, memberActor, staffActor } from '../../../test/factories/registry.ts';
import { isFull } from '../../../test/heavy.ts';
import { doDueWork, useOffice } from '../../../test/office.ts';
import { becomes, payScene } from '../../../test/paying/pay-scene.ts';
import { useSandbox } from '../../../test/sandbox.ts';
import { Payment, Refund } from '../../payments/model.ts';
import { startPayment } from '../../payments/paying/start-payment.ts';
import { recordPayment } from '../../payments/paying/record-payment.ts';
import { cancelActivity } from '../office/cancel-activity.ts';
import { removeRegistration } from '../office/remove-registration.ts';
import { windUpActivity } from '../office/wind-up-activity.ts';
import { askLeave } from '../signing-up/ask-leave.ts';
import { cancelRegistration } from '../signing-up/cancel-registration.ts';
import { signUp } from '../signing-up/sign-up.ts';
import { payableRegistration } from './pay-registration.ts';

/** The same things in any order. */
const shuffled = <T>(all: T[]): T[] => fc.sample(fc.shuffledSubarray(all, { minLength: all.length }), 1)[0]!;

useOffice();
const outside = useSandbox();
const api = useApi();
const { payAtWechat } = payScene(outside);
beforeAll(() => {
  env.PUBLIC_URL = api.url;
});
beforeEach(() => freezeClock('2026-12-01T09:00:00+08:00'));
afterEach(releaseClock);

const FEE = 10_000;
const ROUNDS = isFull ? 60 : 6;

/** Whatever stands in its way is refused; nothing else goes wrong. */
const tried = (work: Promise<unknown>) =>
  work.catch((error: unknown) => {
    if (!(error instanceof AppError)) throw error;
  });

test('whatever happens to a paid seat, in whatever order and however often told: never more goes back than was paid', async () => {
  for (let round = 0; round < ROUNDS; round++) {
    const made = await makeActivity({ capacity: 2, feeFen: FEE, leaveRefund: 50 });
    const { id: activityId, title } = made.activity;
    const actor = (await memberActor({ lawyerId: (await makeLawyer()).id })) as LawyerActor;
    const input = { groupId: made.groups[0]!.id, answers: {}, waits: false, idempotencyKey: newKey() };
    const { registrationId: id } = await signUp({ actor, activityId, input });
    const payable = await payableRegistration({ actor, id });
    const way = { channel: 'native', code: undefined, address: '203.0.113.9' } as const;
    const { payment } = await startPayment({ actor: { ...actor, sessionId: 0 }, payable, ...way });
    await payAtWechat(payment);
    await becomes(payment, 'paid');
    const notice = (tradeState: string) => {
      const { appid, mchid, outTradeNo, amountFen } = payment;
      const said = { appid, mchid, outTradeNo, amountFen, currency: 'CNY', tradeState, paidAt: clock.now() };
      return recordPayment({ ...said, transactionId: `42${outTradeNo}` });
    };
    const staff = staffActor('events');
    const acts: (() => Promise<unknown>)[] = [
      () => notice('SUCCESS'),
      () => notice('SUCCESS'),
      () => notice('REFUND'),
      () => cancelRegistration({ actor, id }),
      () => askLeave({ actor, id, input: { reason: 'health', note: '', attachments: [] } }),
      () => removeRegistration({ actor: staff, id, input: { reason: '重复报名' } }),
      () =>
        cancelActivity({ actor: staff, id: activityId, input: { version: 1, title, reason: '台风', isUrgent: false } }),
      () => windUpActivity({ activityId }),
      () => doDueWork(),
    ];
    for (const act of shuffled(acts)) {
      // Half of the leaves are asked for in time.
      if (Math.random() < 0.3) freezeClock(Math.max(clock.now(), made.activity.cancelUntil));
      await tried(act());
    }
    await doDueWork();
    await windUpActivity({ activityId });
    await doDueWork();
    const refunds = await Refund.findAll({ where: { paymentId: payment.id } });
    const isGone = ({ state }: Refund) => state !== 'failed' && state !== 'declined';
    const sum = refunds.filter(isGone).reduce((fen, { amountFen }) => fen + amountFen, 0);
    const { refundedFen } = await Payment.findByPk(payment.id, { rejectOnEmpty: true });
    expect([sum <= FEE, refundedFen <= FEE]).toEqual([true, true]);
    // Cancelled in the end, so that all of it goes back.
    expect(sum).toBe(FEE);
    freezeClock('2026-12-01T09:00:00+08:00');
  }
}, 600_000);
