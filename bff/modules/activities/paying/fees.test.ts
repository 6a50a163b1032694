import { afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import '../../../models.ts';
import type { LawyerActor } from '../../../actor.ts';
import { HOUR_MS } from '../../../contract/dates.ts';
import { advanceClock, clock, freezeClock, releaseClock } from '../../../platform/clock/clock.ts';
import { makeActivity } from '../../../test/factories/activities/activity.ts';
import { newKey } from '../../../test/factories/certificate.ts';
import { makeFirm, makeLawyer, memberActor, staffActor } from '../../../test/factories/registry.ts';
import { doDueWork, useOffice } from '../../../test/office.ts';
import { becomes, payScene } from '../../../test/paying/pay-scene.ts';
import { useApi } from '../../../test/api.ts';
import { useSandbox } from '../../../test/sandbox.ts';
import { env } from '../../../env.ts';
import type { Payment } from '../../payments/model.ts';
import { Refund } from '../../payments/model.ts';
import { startPayment } from '../../payments/paying/start-payment.ts';
import { recordPayment } from '../../payments/paying/record-payment.ts';
import { readReceiptFor } from '../../payments/receipts/read-receipt.ts';
import { Activity, Registration } from '../model.ts';
import { cancelActivity } from '../office/cancel-activity.ts';
import { listActivityRefunds, sendActivityRefunds } from '../office/send-refunds.ts';
import { windUpActivity } from '../office/wind-up-activity.ts';
import { releaseUnpaid } from '../seats/release-unpaid.ts';
import { acceptOffer } from '../signing-up/answer-offer.ts';
import { askLeave } from '../signing-up/ask-leave.ts';
import { cancelRegistration } from '../signing-up/cancel-registration.ts';
import { signUp } from '../signing-up/sign-up.ts';
import { payableRegistration } from './pay-registration.ts';

useOffice();
const outside = useSandbox();
const api = useApi();
const { payAtWechat, payUnheard, arrives } = payScene(outside);
let lawyers: LawyerActor[];
beforeAll(async () => {
  env.PUBLIC_URL = api.url;
  const { id: firmId } = await makeFirm();
  lawyers = [];
  for (let n = 0; n < 3; n++) {
    lawyers.push((await memberActor({ lawyerId: (await makeLawyer({ firmId })).id })) as LawyerActor);
  }
});
const NOW = '2026-12-01T09:00:00+08:00';
beforeEach(() => freezeClock(NOW));
afterEach(async () => {
  releaseClock();
  await outside.command('calm');
});

const MINUTE_MS = 60_000;
const FEE = 20_000;
const CALLED_OFF = { version: 1, reason: '台风', isUrgent: false };
type Made = Awaited<ReturnType<typeof makeActivity>>;
const paidActivity = (more: Parameters<typeof makeActivity>[0] = {}) =>
  makeActivity({ capacity: 1, feeFen: FEE, ...more });
const join = async ({ activity, groups }: Made, actor: LawyerActor) => {
  const input = { groupId: groups[0]!.id, answers: {}, waits: true, idempotencyKey: newKey() };
  const { registrationId } = await signUp({ actor, activityId: activity.id, input });
  return Registration.findByPk(registrationId, { rejectOnEmpty: true });
};
const begin = async (actor: LawyerActor, { id }: Registration) => {
  const payable = await payableRegistration({ actor, id });
  const way = { channel: 'native', code: undefined, address: '203.0.113.9' } as const;
  return (await startPayment({ actor: { ...actor, sessionId: 0 }, payable, ...way })).payment;
};
const joinAndPay = async (made: Made, actor: LawyerActor) => {
  const registration = await join(made, actor);
  const payment = await begin(actor, registration);
  await payAtWechat(payment);
  await becomes(payment, 'paid');
  return { registration: await registration.reload(), payment };
};
const takenOf = async ({ activity }: Made) => (await activity.reload()).taken;
/** What is back or on its way of a payment. */
const backOf = async ({ id }: Payment) => {
  const all = await Refund.findAll({ where: { paymentId: id } });
  return all.reduce(
    (fen, { amountFen, state }) => fen + (state === 'failed' || state === 'declined' ? 0 : amountFen),
    0,
  );
};
/** As a genuine notice tells it. */
const told = (payment: Payment) => ({
  appid: payment.appid,
  mchid: payment.mchid,
  outTradeNo: payment.outTradeNo,
  amountFen: payment.amountFen,
  currency: 'CNY',
  tradeState: 'SUCCESS',
  transactionId: `42${payment.outTradeNo}`,
  paidAt: clock.now(),
});

describe('a seat that costs something', () => {
  test('is held, paid and confirmed; the receipt says what for', async () => {
    const made = await paidActivity();
    const held = await join(made, lawyers[0]!);
    expect([held.state, held.payUntil, await takenOf(made)]).toEqual(['paying', clock.now() + 15 * MINUTE_MS, 1]);
    const payment = await begin(lawyers[0]!, held);
    // WeChat Pay takes nothing after the seat is gone.
    expect([payment.amountFen, payment.expiresAt]).toEqual([FEE, held.payUntil]);
    await payAtWechat(payment);
    await becomes(payment, 'paid');
    expect(await held.reload()).toMatchObject({ state: 'registered', payUntil: null, paidAt: clock.now() });
    advanceClock(HOUR_MS);
    await doDueWork();
    expect([(await held.reload()).state, await takenOf(made)]).toEqual(['registered', 1]);
    const receipt = await readReceiptFor({ purpose: 'activity', subjectId: held.id });
    expect(receipt.bytes.subarray(0, 5).toString()).toBe('%PDF-');
  });

  test('that nobody pays for goes to whoever waits, at the instant itself; WeChat Pay is closed first', async () => {
    const made = await paidActivity();
    const held = await join(made, lawyers[0]!);
    const next = await join(made, lawyers[1]!);
    const payment = await begin(lawyers[0]!, held);
    freezeClock(held.payUntil! - 1);
    await releaseUnpaid({ registrationId: held.id });
    expect((await held.reload()).state).toBe('paying');
    freezeClock(held.payUntil!);
    await doDueWork();
    expect([(await held.reload()).state, (await next.reload()).state]).toEqual(['lapsed', 'offered']);
    expect((await payment.reload()).state).toBe('closed');
    await expect(payAtWechat(payment)).rejects.toThrow('已关闭');
    // The offer is taken and paid for in its turn.
    await acceptOffer({ actor: lawyers[1]!, id: next.id });
    expect(await next.reload()).toMatchObject({ state: 'paying', payUntil: clock.now() + 15 * MINUTE_MS });
    expect(await takenOf(made)).toBe(1);
  });

  test('stays held while WeChat Pay does not answer, and what was paid unheard is paid', async () => {
    const made = await paidActivity();
    const held = await join(made, lawyers[0]!);
    const payment = await begin(lawyers[0]!, held);
    await payUnheard(payment);
    freezeClock(held.payUntil!);
    await outside.command('trouble', { where: 'pay', kind: 'error' });
    await expect(releaseUnpaid({ registrationId: held.id })).rejects.toThrow();
    expect((await held.reload()).state).toBe('paying');
    await outside.command('calm');
    await releaseUnpaid({ registrationId: held.id });
    expect([(await held.reload()).state, (await payment.reload()).state]).toEqual(['registered', 'paid']);
  });
});

describe('money that comes after the seat was released', () => {
  /** Released although its order was never closed. */
  const lapsed = async (made: Made) => {
    const held = await join(made, lawyers[0]!);
    const payment = await begin(lawyers[0]!, held);
    freezeClock(held.payUntil!);
    await releaseUnpaid({ registrationId: held.id });
    return { held, payment };
  };

  test('gets the seat again where it is free, once however often it is told', async () => {
    const made = await paidActivity();
    const { held, payment } = await lapsed(made);
    await Promise.all([recordPayment(told(payment)), recordPayment(told(payment))]);
    expect([(await held.reload()).state, await takenOf(made), await backOf(payment)]).toEqual(['registered', 1, 0]);
  });

  test('goes back where it is gone, and its payer is the first who waits', async () => {
    const made = await paidActivity();
    const held = await join(made, lawyers[0]!);
    const waiting = await join(made, lawyers[2]!);
    const payment = await begin(lawyers[0]!, held);
    freezeClock(held.payUntil!);
    await releaseUnpaid({ registrationId: held.id });
    expect((await waiting.reload()).state).toBe('offered');
    const later = await join(made, lawyers[1]!);
    await recordPayment(told(payment));
    expect([(await held.reload()).state, await backOf(payment), await takenOf(made)]).toEqual(['waiting', FEE, 1]);
    freezeClock((await waiting.reload()).offerUntil!);
    await doDueWork();
    expect([(await held.reload()).state, (await later.reload()).state]).toEqual(['offered', 'waiting']);
  });

  test('goes back where he has signed up anew', async () => {
    const made = await paidActivity({ capacity: 5 });
    const { held, payment } = await lapsed(made);
    const anew = await join(made, lawyers[0]!);
    await recordPayment(told(payment));
    expect([(await held.reload()).state, (await anew.reload()).state]).toEqual(['lapsed', 'paying']);
    expect([await backOf(payment), await takenOf(made)]).toEqual([FEE, 1]);
  });
});

describe('what goes back', () => {
  const leave = { reason: 'health', note: '', attachments: [] } as const;

  test('all of it until C, and the promised part for leave, whatever the office changes', async () => {
    const made = await paidActivity({ capacity: 3, leaveRefund: 50 });
    const one = await joinAndPay(made, lawyers[0]!);
    const two = await joinAndPay(made, lawyers[1]!);
    await Activity.update({ leaveRefund: 0 }, { where: { id: made.activity.id } });
    await cancelRegistration({ actor: lawyers[0]!, id: one.registration.id });
    await cancelRegistration({ actor: lawyers[0]!, id: one.registration.id });
    expect(await backOf(one.payment)).toBe(FEE);
    freezeClock(made.activity.cancelUntil);
    await askLeave({ actor: lawyers[1]!, id: two.registration.id, input: { ...leave, attachments: [] } });
    expect(await backOf(two.payment)).toBe(FEE / 2);
  });

  test('never more than was paid, under notices in any order', async () => {
    const made = await paidActivity({ capacity: 3 });
    const { registration, payment } = await joinAndPay(made, lawyers[0]!);
    await cancelRegistration({ actor: lawyers[0]!, id: registration.id });
    const refund = await Refund.findOne({ where: { paymentId: payment.id }, rejectOnEmpty: true });
    await recordPayment(told(payment));
    await arrives(refund);
    await recordPayment({ ...told(payment), tradeState: 'REFUND' });
    await windUpActivity({ activityId: made.activity.id });
    const { refundedFen, state } = await payment.reload();
    expect([refundedFen, state, await Refund.count({ where: { paymentId: payment.id } })]).toEqual([
      FEE,
      'refunded',
      1,
    ]);
  });

  test('of one who lets the seat go before paying there is nothing, and nobody can pay any more', async () => {
    const made = await paidActivity();
    const held = await join(made, lawyers[0]!);
    const payment = await begin(lawyers[0]!, held);
    await cancelRegistration({ actor: lawyers[0]!, id: held.id });
    await doDueWork();
    expect([(await payment.reload()).state, await takenOf(made)]).toEqual(['closed', 0]);
  });
});

describe('a cancelled activity', () => {
  const cancel = (made: Made, actor = staffActor('events')) =>
    cancelActivity({ actor, id: made.activity.id, input: { ...CALLED_OFF, title: made.activity.title } });

  test('sends everything back, what had been kept for a leave too, once however often it is wound up', async () => {
    const made = await paidActivity({ capacity: 3, leaveRefund: 0 });
    const paid = [];
    for (const actor of lawyers) paid.push(await joinAndPay(made, actor));
    freezeClock(made.activity.cancelUntil);
    const input = { reason: 'health' as const, note: '', attachments: [] };
    await askLeave({ actor: lawyers[0]!, id: paid[0]!.registration.id, input });
    expect(await backOf(paid[0]!.payment)).toBe(0);
    await cancel(made);
    // Three fees are more than one person may refund: they wait, the lawyers are told at once.
    await doDueWork();
    expect(await Registration.count({ where: { activityId: made.activity.id, state: 'void' } })).toBe(2);
    expect(await Promise.all(paid.map(({ payment }) => backOf(payment)))).toEqual([0, 0, 0]);
    const finance = { ...staffActor('finance'), accountId: 2 };
    const { items } = await listActivityRefunds({ actor: finance });
    expect(items[0]).toMatchObject({ state: 'waiting', payments: 3, paidFen: 3 * FEE, open: 3, can: { send: true } });
    await sendActivityRefunds({ actor: finance, id: made.activity.id });
    await Promise.all([windUpActivity({ activityId: made.activity.id }), doDueWork()]);
    await windUpActivity({ activityId: made.activity.id });
    expect(await Promise.all(paid.map(({ payment }) => backOf(payment)))).toEqual([FEE, FEE, FEE]);
  });

  test('needs somebody else than who cancelled it above the limit', async () => {
    const made = await paidActivity({ feeFen: 2 * FEE });
    const { payment } = await joinAndPay(made, lawyers[0]!);
    const both = staffActor('events', 'finance');
    await cancel(made, both);
    await doDueWork();
    await expect(sendActivityRefunds({ actor: both, id: made.activity.id })).rejects.toMatchObject({
      code: 'forbidden',
    });
    expect(await backOf(payment)).toBe(0);
  });

  test('a payment on its way when it is cancelled goes back', async () => {
    const made = await paidActivity();
    const held = await join(made, lawyers[0]!);
    const payment = await begin(lawyers[0]!, held);
    await payUnheard(payment);
    await cancel(made);
    await doDueWork();
    expect([(await held.reload()).state, await backOf(await payment.reload())]).toEqual(['void', FEE]);
  });

  test('what a bank refused is on the list of finance, and sent once more', async () => {
    const made = await paidActivity();
    const { payment } = await joinAndPay(made, lawyers[0]!);
    await cancel(made);
    await doDueWork();
    const first = await Refund.findOne({ where: { paymentId: payment.id }, rejectOnEmpty: true });
    await first.update({ state: 'failed', lastError: 'ABNORMAL' });
    await (await payment.reload()).update({ state: 'paid' });
    const actor = staffActor('finance');
    const row = async () =>
      (await listActivityRefunds({ actor })).items.find((one) => one.activityId === made.activity.id);
    expect(await row()).toMatchObject({ open: 1, failures: [{ paymentId: payment.id, lastError: 'ABNORMAL' }] });
    await sendActivityRefunds({ actor, id: made.activity.id });
    await sendActivityRefunds({ actor, id: made.activity.id });
    await windUpActivity({ activityId: made.activity.id });
    await windUpActivity({ activityId: made.activity.id });
    expect(await row()).toMatchObject({ open: 0, underWay: 1, failures: [] });
    expect(await backOf(payment)).toBe(FEE);
  });
});
