import { afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { paperEndpoints } from '../../../contract/papers/endpoints.ts';
import { paymentEndpoints, type StaffPaymentRow } from '../../../contract/payments/endpoints.ts';
import { env } from '../../../env.ts';
import { clock, freezeClock, releaseClock } from '../../../platform/clock/clock.ts';
import { memberToken, useApi } from '../../../test/api.ts';
import { makeCast, type Cast } from '../../../test/permissions/callers.ts';
import { doDueWork, useOffice } from '../../../test/office.ts';
import { becomes, begin, payScene, refundOf } from '../../../test/paying/pay-scene.ts';
import { chargeForPaper, COPY_FEE_FEN, owing } from '../../../test/factories/payable-papers.ts';
import { pdfSignatures, pdfText } from '../../../test/pdf.ts';
import { makeFirm, memberActor, staffActor } from '../../../test/factories/registry.ts';
import { useSandbox } from '../../../test/sandbox.ts';
import type { FirmActor, MemberActor } from '../../../actor.ts';
import { showApplication } from '../../certificates/applying/show-application.ts';
import { InboxEntry } from '../../notifications/model.ts';
import { Message } from '../../outbox/model.ts';
import { orderBatch } from '../../papers/printing/order-batch.ts';
import { voidPaper } from '../../papers/orders/void-paper.ts';
import { Setting } from '../../settings/model.ts';
import { forgetSettings } from '../../settings/read-settings.ts';
import { PaymentDifference, Refund, type Payment } from '../model.ts';
import { recordRefund } from './record-refund.ts';

useOffice();
const outside = useSandbox();
const api = useApi();
const { payAtWechat, paid, arrives } = payScene(outside);
let actor: MemberActor;
let cast: Cast;
let finance: string | undefined;
let administrator: string | undefined;
beforeAll(async () => {
  await chargeForPaper();
  const setting = await Setting.findOne({ rejectOnEmpty: true });
  await setting.update({ value: JSON.stringify({ copyFeeFen: COPY_FEE_FEN, refundApprovalFen: 1000 }) });
  forgetSettings();
  cast = await makeCast();
  env.PUBLIC_URL = api.url;
  actor = await memberActor({ firmId: (await makeFirm()).id });
  finance = await cast.tokenOf('finance');
  administrator = await cast.tokenOf('administrator');
});
afterEach(async () => {
  releaseClock();
  await outside.command('calm');
});

const give = (id: number) => voidPaper({ actor: staffActor('service'), id, reason: '会员不再需要' });
const left = async ({ id }: Payment) => {
  const shown = await api.call(paymentEndpoints.showStaffPayment, { as: finance, params: { id } });
  return Number(shown.json['refundableFen']);
};
const ask = async (payment: Payment, amountFen = payment.amountFen, seen?: number) =>
  api.call(paymentEndpoints.requestRefund, {
    as: finance,
    params: { id: payment.id },
    body: { amountFen, reason: '重复缴费', refundableFen: seen ?? (await left(payment)) },
  });
const decide = (as: string | undefined, id: number, verdict: string) =>
  api.call(paymentEndpoints.decideRefund, { as, params: { id }, body: { verdict } });

describe('by itself', () => {
  test('when the copies are given up', async () => {
    const { application, order, payment } = await paid(actor);
    await give(order.id);
    const refund = await refundOf(payment);
    expect(refund).toMatchObject({ state: 'requested', amountFen: 2 * COPY_FEE_FEN, requestedByName: '系统' });
    await arrives(refund);
    expect(await payment.reload()).toMatchObject({ state: 'refunded', refundedFen: 2 * COPY_FEE_FEN });
    const { events } = await showApplication({ actor, id: application.id });
    expect(events.at(-1)).toMatchObject({ event: 'paper_refunded', note: '7.00元' });
    const told = { memberId: (actor as FirmActor).firmId, event: 'paper_refunded' };
    expect(await InboxEntry.findOne({ where: told, order: [['id', 'DESC']] })).toMatchObject({
      body: expect.stringContaining('7.00元'),
    });
    const mails = await Message.findAll({ where: { template: 'paper_refunded' } });
    expect(mails).toMatchObject([{ channel: 'email', data: expect.objectContaining({ number: application.number }) }]);
  });

  test('when it came for copies that were given up meanwhile; unpaid ones are closed', async () => {
    const { application, order } = await owing(actor);
    const { payment } = await begin(actor, application.id);
    await give(order.id);
    await payAtWechat(payment);
    await becomes(payment, 'refunding');
    await arrives(await refundOf(payment));
    const unpaid = await owing(actor);
    const begun = (await begin(actor, unpaid.application.id)).payment;
    await give(unpaid.order.id);
    await doDueWork();
    expect((await begun.reload()).state).toBe('closed');
  });

  test('when the member cancels before anything is printed, not afterwards', async () => {
    const { application, payment } = await paid(actor);
    const params = { id: application.id };
    const as = await memberToken({ firmId: (actor as FirmActor).firmId });
    const stranger = await memberToken({ firmId: (await makeFirm()).id });
    expect((await api.call(paperEndpoints.cancelPaper, { as: stranger, params })).status).toBe(404);
    expect((await api.call(paperEndpoints.cancelPaper, { as, params })).status).toBe(200);
    expect((await payment.reload()).state).toBe('refunding');
    const printed = await paid(actor);
    await doDueWork();
    await orderBatch({ actor: staffActor('service'), orderIds: [printed.order.id] });
    const late = { as, params: { id: printed.application.id } };
    expect((await api.call(paperEndpoints.cancelPaper, late)).status).toBe(409);
    expect((await printed.payment.reload()).state).toBe('paid');
  });

  test('the rest, when a part is back and another waits for leave', async () => {
    const { order, payment } = await paid(actor, 4);
    await ask(payment, 400);
    await arrives(await refundOf(payment));
    await ask(payment, 800);
    expect((await refundOf(payment)).state).toBe('awaiting_approval');
    await give(order.id);
    const rest = await refundOf(payment);
    expect(rest).toMatchObject({ state: 'requested', amountFen: 1000 });
    await arrives(rest);
    expect(await payment.reload()).toMatchObject({ state: 'refunded', refundedFen: 1400 });
  });

  test('and while WeChat Pay is away nothing is lost or sent twice', async () => {
    const { order, payment } = await paid(actor);
    await outside.command('trouble', { where: 'pay', kind: 'error', times: 2 });
    await give(order.id);
    await doDueWork();
    const refund = await refundOf(payment);
    expect(refund.state).toBe('requested');
    freezeClock(clock.now() + 3_600_000);
    await outside.command('calm');
    await doDueWork();
    expect((await refund.reload()).state).toBe('processing');
    const sent = (await outside.state()).refunds.filter(({ outRefundNo }) => outRefundNo === refund.outRefundNo);
    expect(sent).toHaveLength(1);
  });
});

describe('by finance', () => {
  test('above the limit a second person has to agree', async () => {
    const small = (await paid(actor, 2)).payment;
    expect((await ask(small)).json).toMatchObject({ state: 'refunding', refunds: [{ state: 'requested' }] });
    const large = (await paid(actor, 4)).payment;
    const asked = await ask(large);
    expect(asked.json).toMatchObject({ refunds: [{ state: 'awaiting_approval', can: { decide: false } }] });
    expect((await ask(large)).status).toBe(409);
    // In the list it stands out from what is on its way back.
    const { items } = (await api.call(paymentEndpoints.listPayments, { as: finance })).json as unknown as {
      items: StaffPaymentRow[];
    };
    const marks = new Map(items.map(({ id, awaitsApproval }) => [id, awaitsApproval]));
    expect([marks.get(small.id), marks.get(large.id)]).toEqual([false, true]);
    const refund = await refundOf(large);
    expect((await decide(finance, refund.id, 'approve')).status).toBe(403);
    await doDueWork();
    expect((await refund.reload()).state).toBe('awaiting_approval');
    expect((await decide(administrator, refund.id, 'approve')).status).toBe(200);
    expect((await decide(administrator, refund.id, 'decline')).status).toBe(409);
    await arrives(refund);
    expect((await large.reload()).state).toBe('refunded');
  });

  test('is not sent twice by two who had the same page open: the second is told what changed', async () => {
    const { payment } = await paid(actor, 4);
    const seen = await left(payment);
    expect((await ask(payment, 400, seen)).status).toBe(200);
    const again = await ask(payment, 400, seen);
    expect(again.json.error).toMatchObject({
      code: 'changed_meanwhile',
      message: expect.stringContaining('当时可退14.00元，现在可退10.00元') as unknown,
    });
    expect(await Refund.count({ where: { paymentId: payment.id } })).toBe(1);
  });

  test('a part, never more than is left, and small parts add up to a large one', async () => {
    const { payment } = await paid(actor, 4);
    expect((await ask(payment, 1401)).json).toMatchObject({ error: { fields: { amountFen: '最多可退14.00元' } } });
    expect((await ask(payment, 600)).json).toMatchObject({ state: 'refunding', refundableFen: 800 });
    await arrives(await refundOf(payment));
    expect(await payment.reload()).toMatchObject({ state: 'paid', refundedFen: 600 });
    expect((await ask(payment, 600)).json).toMatchObject({ refundableFen: 200 });
    const second = await refundOf(payment);
    expect(second.state).toBe('awaiting_approval');
    expect((await decide(administrator, second.id, 'decline')).json).toMatchObject({
      state: 'paid',
      refundableFen: 800,
    });
  });

  test('what the bank cannot deliver is listed, stays ours, and may arrive after all', async () => {
    const { payment } = await paid(actor);
    await ask(payment);
    await doDueWork();
    const refund = await refundOf(payment);
    const words = {
      mchid: payment.mchid,
      outTradeNo: payment.outTradeNo,
      outRefundNo: refund.outRefundNo,
      refundId: 'x',
      amountFen: refund.amountFen,
      totalFen: payment.amountFen,
      status: 'ABNORMAL',
    };
    for (const more of [{ mchid: '1' }, { outTradeNo: 'other' }, { amountFen: 1 }, { totalFen: 1 }]) {
      expect(await recordRefund({ ...words, ...more })).toBe('differs');
    }
    expect(await recordRefund(words)).toBe('recorded');
    expect(await payment.reload()).toMatchObject({ state: 'paid', refundedFen: 0 });
    const where = { kind: 'refund_failed', outRefundNo: refund.outRefundNo };
    expect(await PaymentDifference.count({ where })).toBe(1);
    expect(await recordRefund({ ...words, status: 'SUCCESS' })).toBe('recorded');
    expect((await payment.reload()).state).toBe('refunded');
    expect(await recordRefund(words)).toBe('known');
  });
});

test('a receipt says what was paid and what went back, signed; nobody else gets it', async () => {
  const { application, payment } = await paid(actor, 3);
  const params = { id: application.id };
  const as = await memberToken({ firmId: (actor as FirmActor).firmId });
  const first = await api.call(paymentEndpoints.downloadReceipt, { as, params });
  const text = pdfText(first.bytes).replace(/\s/g, '');
  for (const words of ['缴费收据', actor.name, '壹拾元伍角整', '¥10.50', payment.outTradeNo, '测试环境开具']) {
    expect(text).toContain(words);
  }
  expect(text).not.toContain('已退款');
  expect(pdfSignatures(first.bytes)).toContain('Signature is Valid');
  await ask(payment, 350);
  await arrives(await refundOf(payment));
  const second = await api.call(paymentEndpoints.downloadStaffReceipt, { as: finance, params: { id: payment.id } });
  expect(pdfText(second.bytes)).toContain('已退款');
  expect(pdfText(second.bytes)).toContain('3.50 元');
  const stranger = await memberToken({ firmId: (await makeFirm()).id });
  expect((await api.call(paymentEndpoints.downloadReceipt, { as: stranger, params })).status).toBe(404);
});
