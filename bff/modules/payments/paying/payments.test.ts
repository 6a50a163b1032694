import { afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Page } from '../../../contract/endpoint.ts';
import { paymentEndpoints, type StaffPaymentRow } from '../../../contract/payments/endpoints.ts';
import { wechatEndpoints } from '../../../contract/wechat/endpoints.ts';
import { env } from '../../../env.ts';
import { advanceClock, clock, freezeClock, releaseClock } from '../../../platform/clock/clock.ts';
import { memberToken, useApi } from '../../../test/api.ts';
import { makeCast, type Cast } from '../../../test/permissions/callers.ts';
import { eventually } from '../../../test/eventually.ts';
import { doDueWork, useOffice } from '../../../test/office.ts';
import { becomes, begin, payScene, refused } from '../../../test/paying/pay-scene.ts';
import { chargeForPaper, COPY_FEE_FEN, owing } from '../../../test/factories/payable-papers.ts';
import { makeFirm, memberActor, staffActor } from '../../../test/factories/registry.ts';
import { useSandbox } from '../../../test/sandbox.ts';
import type { FirmActor, MemberActor } from '../../../actor.ts';
import { recordCounterPayment } from '../../papers/orders/mark-paper-paid.ts';
import { PaperOrder } from '../../papers/model.ts';
import { Payment } from '../model.ts';
import { settlePayment } from './settle-payment.ts';

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

const { payAtWechat, payUnheard, paid } = payScene(outside);
const start = (applicationId: number, channel: 'native' | 'h5' = 'native', by = actor) =>
  begin(by, applicationId, { channel });

const payments = async (query: Record<string, string>) =>
  (await api.call(paymentEndpoints.listPayments, { as: await cast.tokenOf('finance'), query }))
    .json as unknown as Page<StaffPaymentRow>;

describe('paying', () => {
  test('by a code on a PC: the notice comes, and the copies go to the printer', async () => {
    const { order, payment } = await paid(actor);
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

  test('from another network it is another order, since WeChat Pay compares addresses', async () => {
    const { application } = await owing(actor);
    const first = await start(application.id, 'h5');
    const second = await begin(actor, application.id, { channel: 'h5', address: '198.51.100.7' });
    expect(second.payment.id).not.toBe(first.payment.id);
    expect((await first.payment.reload()).state).toBe('closed');
  });

  test('any account of the member may pay', async () => {
    const { application } = await owing(actor);
    const { accountId } = await memberActor({ firmId: cast.firm.id });
    const colleague = { ...actor, accountId };
    expect((await start(application.id, 'native', colleague)).payment.state).toBe('paying');
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
    const { application } = await owing(actor);
    const { payment } = await start(application.id);
    await payUnheard(payment);
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
    const { application } = await owing(actor);
    const { payment } = await start(application.id);
    await payUnheard(payment);
    advanceClock(30 * 60_000);
    await settlePayment(payment.id);
    expect((await payment.reload()).state).toBe('paid');
  });
});

describe('what is not owed any more', () => {
  test('paid at the counter: the online order is closed', async () => {
    const { application, order } = await owing(actor);
    const { payment } = await start(application.id);
    await recordCounterPayment({ actor: staffActor('finance'), id: order.id, receiptNo: 'A001' });
    await doDueWork();
    expect((await payment.reload()).state).toBe('closed');
    await expect(payAtWechat(payment)).rejects.toThrow('已关闭');
    expect(await refused(start(application.id))).toBe('wrong_state');
  });

  test('paid twice, online in the same minute: that goes back', async () => {
    const { application, order } = await owing(actor);
    const { payment } = await start(application.id);
    await payUnheard(payment);
    await recordCounterPayment({ actor: staffActor('finance'), id: order.id, receiptNo: 'A002' });
    await doDueWork();
    expect((await payment.reload()).state).toBe('refunding');
    expect(await order.reload()).toMatchObject({ payment: 'counter', state: 'to_print' });
  });

  test('closed here, but somebody had paid: that goes back, and it can be paid again', async () => {
    const { application } = await owing(actor);
    const { payment } = await start(application.id);
    await payment.update({ state: 'closed', closedAt: clock.now(), openKey: null });
    await payAtWechat(payment);
    await becomes(payment, 'refunding');
    expect((await start(application.id)).payment.state).toBe('paying');
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
  const areDone = async () => (await outside.state()).notices.every(({ isDone }) => isDone);
  await eventually(async () => expect(await areDone()).toBe(true));
  expect(await PaperOrder.count({ where: { payment: 'wechat', id: [one.order.id, two.order.id] } })).toBe(2);
});

test('the list is sorted by amount or time, page by page, and adds up what its filters let through', async () => {
  const ours = (await payments({ limit: '100' })).items;
  const chosen = ours.slice(0, 3);
  for (const [at, { id }] of chosen.entries()) await Payment.update({ amountFen: 100 - at }, { where: { id } });
  const all = await Payment.findAll({ raw: true });
  const byAmount = [...all].sort((a, b) => a.amountFen - b.amountFen || a.id - b.id).map(({ id }) => id);
  const walked: number[] = [];
  for (let cursor: string | undefined; ;) {
    const page = await payments({ limit: '2', order: 'amountFen', ...(cursor && { cursor }) });
    walked.push(...page.items.map(({ id }) => id));
    if (page.next === null) break;
    cursor = page.next;
  }
  expect(walked).toEqual(byAmount);
  const newest = await payments({ limit: '100', order: '-createdAt' });
  const sums = async (query: Record<string, string>) =>
    (await api.call(paymentEndpoints.sumPayments, { as: await cast.tokenOf('finance'), query })).json;
  const came = all.filter(({ paidAt }) => paidAt !== null);
  const sumOf = (fen: readonly number[]) => fen.reduce((sum, one) => sum + one, 0);
  expect(await sums({})).toEqual({
    paid: came.length,
    paidFen: sumOf(came.map(({ amountFen }) => amountFen)),
    refundedFen: sumOf(came.map(({ refundedFen }) => refundedFen)),
  });
  expect(await sums({ state: 'closed' })).toMatchObject({ refundedFen: 0 });
  expect(came.length).toBeGreaterThan(1);
  expect(newest.items.map(({ id }) => id)).toEqual(all.map(({ id }) => id).sort((a, b) => b - a));
});
