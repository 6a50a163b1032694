import { afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { paymentEndpoints } from '../../contract/endpoints/payments.ts';
import { wechatEndpoints } from '../../contract/endpoints/wechat.ts';
import { env } from '../../env.ts';
import { advanceClock, clock, freezeClock, releaseClock } from '../../platform/clock/clock.ts';
import { memberToken, useApi } from '../../test/api.ts';
import { makeCast, type Cast } from '../../test/callers.ts';
import { eventually } from '../../test/eventually.ts';
import { doDueWork, useOffice } from '../../test/office.ts';
import { chargeForPaper, COPY_FEE_FEN, owing } from '../../test/payable-papers.ts';
import { makeFirm, memberActor, staffActor } from '../../test/registry-factories.ts';
import { useSandbox } from '../../test/sandbox.ts';
import type { FirmActor, MemberActor } from '../accounts/actor.ts';
import { PaperOrder } from '../papers/model.ts';
import { voidPaper } from '../papers/void-paper.ts';
import { Setting } from '../settings/model.ts';
import { forgetSettings } from '../settings/read-settings.ts';
import { Payment, Refund } from './model.ts';
import { settlePayment } from './settle-payment.ts';
import { startPayment } from './start-payment.ts';

useOffice();
const outside = useSandbox();
const api = useApi();
let actor: MemberActor;
let cast: Cast;
beforeAll(async () => {
  await chargeForPaper();
  cast = await makeCast();
  env.PUBLIC_URL = api.url;
});
beforeEach(async () => {
  actor = await memberActor({ firmId: (await makeFirm()).id });
});
afterEach(async () => {
  releaseClock();
  await outside.command('calm');
});

const start = (applicationId: number, channel: 'native' | 'h5' = 'native', by = actor) =>
  startPayment({ actor: by, applicationId, channel, code: undefined, address: '203.0.113.9' });
const payAtWechat = (payment: Payment) => outside.command('pay', { person: 'zhiyuan', order: payment.outTradeNo });
const becomes = (payment: Payment, state: string) =>
  eventually(async () => expect((await payment.reload()).state).toBe(state));
/** Paid, the notice received. */
async function paid(copies = 2) {
  const { application, order } = await owing(actor, copies);
  const { payment } = await start(application.id);
  await payAtWechat(payment);
  await becomes(payment, 'paid');
  return { application, order, payment };
}
const refused = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: { code?: string }) => error.code,
  );

describe('paying', () => {
  test('by a code on a PC: the notice comes, and the copies go to the printer', async () => {
    const { order, payment } = await paid();
    expect(payment).toMatchObject({ amountFen: 2 * COPY_FEE_FEN, channel: 'native' });
    expect(await order.reload()).toMatchObject({ state: 'to_print', payment: 'wechat' });
  });

  test('in the mini-program, by whoever holds the phone', async () => {
    const { application } = await owing(actor);
    const token = await memberToken({ firmId: (actor as FirmActor).firmId });
    const started = await api.call(paymentEndpoints.startPayment, {
      as: token,
      params: { id: application.id },
      body: { channel: 'jsapi', code: await outside.code('login', 'zhiyuan') },
    });
    expect(started.json).toMatchObject({ state: 'paying', pay: { kind: 'jsapi', parameters: { signType: 'RSA' } } });
    const payment = await Payment.findByPk(Number(started.json['id']), { rejectOnEmpty: true });
    await payAtWechat(payment);
    await becomes(payment, 'paid');
    const shown = await api.call(paymentEndpoints.showPayment, { as: token, params: { id: application.id } });
    expect(shown.json).toMatchObject({ state: 'paid' });
    const again = { as: token, params: { id: application.id }, body: { channel: 'native' } };
    expect((await api.call(paymentEndpoints.startPayment, again)).status).toBe(409);
  });

  test('on a page inside WeChat, by the person whose binding opened the session', async () => {
    const { application } = await owing(actor);
    const params = { id: application.id };
    const body = { channel: 'jsapi' };
    const byPassword = await memberToken({ firmId: (actor as FirmActor).firmId });
    expect((await api.call(paymentEndpoints.startPayment, { as: byPassword, params, body })).status).toBe(409);
    const begun = await api.call(wechatEndpoints.beginWechatAuthorisation);
    const state = new URL(String(begun.json['url'])).searchParams.get('state') ?? '';
    const proof = { webCode: await outside.code('web'), state, browser: String(begun.json['browser']) };
    await api.call(wechatEndpoints.addWechatBinding, { as: byPassword, body: { proof } });
    const started = await api.call(paymentEndpoints.startPayment, { as: byPassword, params, body });
    expect(started.json).toMatchObject({ pay: { kind: 'jsapi', parameters: { appId: env.WECHAT_WEB_APPID } } });
  });

  test('a phone’s browser goes to the cashier and comes back to the application', async () => {
    const { application } = await owing(actor);
    const { pay } = await start(application.id, 'h5');
    const url = pay.kind === 'h5' ? pay.url : '';
    expect(decodeURIComponent(url)).toContain(`/application?id=${application.id}`);
    const page = await fetch(url.replace(/^http:\/\/[^/]+/, outside.url));
    expect(await page.text()).toContain('¥7.00');
  });

  test('the same way again is the same order; another way closes the one before', async () => {
    const { application } = await owing(actor);
    const first = await start(application.id);
    const both = await Promise.all([start(application.id), start(application.id)]);
    expect(new Set([first, ...both].map(({ payment }) => payment.id)).size).toBe(1);
    const other = await start(application.id, 'h5');
    expect(other.payment.id).not.toBe(first.payment.id);
    expect((await first.payment.reload()).state).toBe('closed');
    await expect(payAtWechat(first.payment)).rejects.toThrow('已关闭');
  });

  test('is for one’s own, for what is owed, and for what WeChat Pay answers', async () => {
    const { application } = await owing(actor);
    const stranger = await memberActor({ firmId: (await makeFirm()).id });
    expect(await refused(start(application.id, 'native', stranger))).toBe('not_found');
    await outside.command('trouble', { where: 'pay', kind: 'error' });
    expect(await refused(start(application.id))).toBe('unavailable');
    expect((await start(application.id)).payment.state).toBe('paying');
  });
});

describe('without a notice', () => {
  test('the page that waits, and the job, ask WeChat Pay', async () => {
    await outside.command('trouble', { where: 'notices', kind: 'drop', times: 1 });
    const { application } = await owing(actor);
    const { payment } = await start(application.id);
    await payAtWechat(payment);
    expect((await payment.reload()).state).toBe('paying');
    const token = await memberToken({ firmId: (actor as FirmActor).firmId });
    const shown = await api.call(paymentEndpoints.showPayment, { as: token, params: { id: application.id } });
    expect(shown.json).toMatchObject({ state: 'paid' });
  });

  test('nobody paid: closed after half an hour, and it can be begun anew', async () => {
    freezeClock(clock.now());
    const { application } = await owing(actor);
    const { payment } = await start(application.id);
    advanceClock(29 * 60_000);
    await settlePayment(payment.id);
    expect((await payment.reload()).state).toBe('paying');
    advanceClock(60_000);
    await settlePayment(payment.id);
    expect((await payment.reload()).state).toBe('closed');
    await expect(payAtWechat(payment)).rejects.toThrow();
    expect((await start(application.id)).payment.id).not.toBe(payment.id);
  });

  test('paid in the last second: not closed, but paid', async () => {
    freezeClock(clock.now());
    await outside.command('trouble', { where: 'notices', kind: 'drop', times: 1 });
    const { application } = await owing(actor);
    const { payment } = await start(application.id);
    await payAtWechat(payment);
    advanceClock(30 * 60_000);
    await settlePayment(payment.id);
    expect((await payment.reload()).state).toBe('paid');
  });
});

test('notices that come late, twice and mixed up leave one payment', async () => {
  await outside.command('trouble', { where: 'notices', kind: 'reorder', times: 1, ms: 200 });
  await outside.command('trouble', { where: 'notices', kind: 'duplicate', times: 1 });
  const one = await owing(actor);
  const two = await owing(actor);
  const payments = [(await start(one.application.id)).payment, (await start(two.application.id)).payment];
  for (const payment of payments) await payAtWechat(payment);
  for (const payment of payments) await becomes(payment, 'paid');
  expect(await PaperOrder.count({ where: { payment: 'wechat', id: [one.order.id, two.order.id] } })).toBe(2);
});

describe('money goes back', () => {
  const done = async (refund: Refund) => {
    await doDueWork();
    expect((await refund.reload()).state).toBe('processing');
    await outside.command('refund', { refund: refund.outRefundNo });
    await eventually(async () => expect((await refund.reload()).state).toBe('succeeded'));
  };
  const refundOf = (payment: Payment) =>
    Refund.findOne({ where: { paymentId: payment.id }, order: [['id', 'DESC']], rejectOnEmpty: true });

  test('when the copies are given up', async () => {
    const { order, payment } = await paid();
    await voidPaper({ actor: staffActor('service'), id: order.id, reason: '会员不再需要' });
    const refund = await refundOf(payment);
    expect(refund).toMatchObject({ state: 'requested', amountFen: 2 * COPY_FEE_FEN, requestedByName: '系统' });
    await done(refund);
    expect((await payment.reload()).state).toBe('refunded');
  });

  test('when it came for copies that were given up meanwhile', async () => {
    const { application, order } = await owing(actor);
    const { payment } = await start(application.id);
    await voidPaper({ actor: staffActor('service'), id: order.id, reason: '会员不再需要' });
    await payAtWechat(payment);
    await eventually(async () => expect((await payment.reload()).state).toBe('refunding'));
    await done(await refundOf(payment));
  });

  test('by finance; above the limit a second person has to agree', async () => {
    const setting = await Setting.findOne({ rejectOnEmpty: true });
    await setting.update({ value: JSON.stringify({ copyFeeFen: COPY_FEE_FEN, refundApprovalFen: 1000 }) });
    forgetSettings();
    const finance = await cast.tokenOf('finance');
    const administrator = await cast.tokenOf('administrator');
    const ask = (payment: Payment) =>
      api.call(paymentEndpoints.requestRefund, {
        as: finance,
        params: { id: payment.id },
        body: { reason: '重复缴费' },
      });
    const small = (await paid(2)).payment;
    expect((await ask(small)).json).toMatchObject({ state: 'refunding', refunds: [{ state: 'requested' }] });
    const large = (await paid(4)).payment;
    const asked = await ask(large);
    expect(asked.json).toMatchObject({ refunds: [{ state: 'awaiting_approval', can: { decide: false } }] });
    expect((await ask(large)).status).toBe(409);
    const refund = await refundOf(large);
    const decide = (as: string | undefined, verdict: string) =>
      api.call(paymentEndpoints.decideRefund, { as, params: { id: refund.id }, body: { verdict } });
    expect((await decide(finance, 'approve')).status).toBe(403);
    await doDueWork();
    expect((await refund.reload()).state).toBe('awaiting_approval');
    expect((await decide(administrator, 'approve')).status).toBe(200);
    expect((await decide(administrator, 'decline')).status).toBe(409);
    await done(refund);
    expect((await large.reload()).state).toBe('refunded');
  });

  test('and while WeChat Pay is away nothing is lost or sent twice', async () => {
    const { order, payment } = await paid();
    await outside.command('trouble', { where: 'pay', kind: 'error', times: 2 });
    await voidPaper({ actor: staffActor('service'), id: order.id, reason: '会员不再需要' });
    await doDueWork();
    const refund = await refundOf(payment);
    expect(refund.state).toBe('requested');
    freezeClock(clock.now() + 3_600_000);
    await outside.command('calm');
    await doDueWork();
    expect((await refund.reload()).state).toBe('processing');
    expect(
      (await outside.state()).refunds.filter(({ outRefundNo }) => outRefundNo === refund.outRefundNo),
    ).toHaveLength(1);
  });
});
