import { afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { bulkEndpoints } from '../../../contract/bulk/endpoints.ts';
import { paperEndpoints } from '../../../contract/papers/endpoints.ts';
import { paymentEndpoints } from '../../../contract/payments/endpoints.ts';
import { toChineseDate } from '../../../contract/text.ts';
import { DAY_MS, addDays, startOfShanghaiDay } from '../../../contract/dates.ts';
import { clock, freezeClock, releaseClock } from '../../../platform/clock/clock.ts';
import { env } from '../../../env.ts';
import type { FirmActor } from '../../../actor.ts';
import { memberToken, useApi } from '../../../test/api.ts';
import { approve, content, newKey } from '../../../test/factories/certificate.ts';
import { makeManyLawyers } from '../../../test/factories/many-lawyers.ts';
import { TO_COLLECT, TO_MAIL } from '../../../test/factories/paper.ts';
import { makeDiscipline, makeFirm, memberActor, staffActor } from '../../../test/factories/registry.ts';
import { doDueWork, useOffice } from '../../../test/office.ts';
import { becomes, payScene, refundOf } from '../../../test/paying/pay-scene.ts';
import { makeCast, type Cast } from '../../../test/permissions/callers.ts';
import { pdfText } from '../../../test/pdf.ts';
import { useSandbox } from '../../../test/sandbox.ts';
import { eventually } from '../../../test/eventually.ts';
import { InboxEntry } from '../../notifications/model.ts';
import { PaperOrder } from '../../papers/model.ts';
import { voidPaper } from '../../papers/orders/void-paper.ts';
import { markPrinted } from '../../papers/printing/mark-printed.ts';
import { Payment, Refund } from '../../payments/model.ts';
import { readSettings } from '../../settings/read-settings.ts';
import { updateSettings } from '../../settings/update-settings.ts';
import { showBulk } from '../show-bulk.ts';
import { submitBulk } from '../submit-bulk.ts';

useOffice();
const outside = useSandbox();
const api = useApi();
const { payAtWechat, payUnheard, arrives } = payScene(outside);
const service = staffActor('service');
let cast: Cast;
beforeAll(async () => {
  await price({ copyFeeFen: 350, postageFen: 1200 });
  cast = await makeCast();
  env.PUBLIC_URL = api.url;
});
afterEach(() => outside.command('calm'));

async function price(fees: { copyFeeFen: number; postageFen: number }) {
  await updateSettings({ actor: staffActor('administrator'), settings: { ...(await readSettings()), ...fees } });
}

/** A firm's bulk order with paper for three lawyers, the second of whom goes to a person. */
async function ordered(paper: typeof TO_COLLECT | typeof TO_MAIL = TO_MAIL) {
  const { id: firmId } = await makeFirm();
  const lawyerIds = (await makeManyLawyers(firmId, 3)).map(({ lawyerId }) => lawyerId);
  await makeDiscipline({ subjectKind: 'lawyer', subjectId: lawyerIds[1]!, state: 'open' });
  const actor = (await memberActor({ firmId })) as FirmActor;
  const asked = content({ type: 'firm-some-lawyers-clean', lawyerIds, paper });
  const id = await submitBulk({ actor, content: asked, idempotencyKey: newKey() });
  // What the office asks later is of no account.
  await price({ copyFeeFen: 900, postageFen: 9000 });
  await doDueWork();
  await price({ copyFeeFen: 350, postageFen: 1200 });
  const token = await memberToken({ firmId });
  const at = { as: token, params: { id } };
  return {
    id,
    actor,
    at,
    applications: (await showBulk({ actor, id })).lines.map(({ applicationId }) => applicationId!),
    orders: () => PaperOrder.findAll({ where: { bulkOrderId: id }, order: ['id'] }),
    states: async () => (await PaperOrder.findAll({ where: { bulkOrderId: id }, order: ['id'] })).map((o) => o.state),
    shown: async () => (await api.call(bulkEndpoints.showBulkPaper, at)).json,
    async start() {
      const started = await api.call(bulkEndpoints.startBulkPayment, { ...at, body: { channel: 'native' } });
      expect(started.status).toBe(200);
      return Payment.findByPk(Number(started.json['id']), { rejectOnEmpty: true });
    },
  };
}
type Bulk = Awaited<ReturnType<typeof ordered>>;

async function paid(bulk: Bulk): Promise<Payment> {
  const payment = await bulk.start();
  await payAtWechat(payment);
  await becomes(payment, 'paid');
  return payment;
}
const give = (id: number) => voidPaper({ actor: service, id, reason: '会员不再需要' });
const backOf = async ({ id }: Payment) =>
  (await Refund.findAll({ where: { paymentId: id }, order: ['id'] })).map(({ amountFen }) => amountFen);

describe('paper of a bulk order that costs something', () => {
  test('is paid in one sum: the copies of what is approved at the prices of the day, one postage; then it is printed', async () => {
    const bulk = await ordered();
    expect(await bulk.shown()).toMatchObject({
      owed: { orders: 2, copiesFen: 2 * 3 * 350, postageFen: 1200, totalFen: 3300 },
      undecided: 1,
      standing: [],
      payments: [],
      can: { cancel: true },
    });
    const payment = await paid(bulk);
    expect(payment).toMatchObject({ amountFen: 3300, page: `bulk?id=${bulk.id}` });
    expect(await bulk.states()).toEqual(['to_print', 'to_print']);
    const shown = (await bulk.shown()) as { owed: object; standing: object[]; payments: { bundleId: number }[] };
    const { owed, standing, payments } = shown;
    expect(standing).toEqual([{ state: 'to_print', orders: 2 }]);
    expect(owed).toMatchObject({ orders: 0, totalFen: 0 });
    const params = { ...bulk.at.params, bundleId: payments[0]!.bundleId };
    const receipt = await api.call(bulkEndpoints.downloadBulkReceipt, { ...bulk.at, params });
    const text = pdfText(receipt.bytes);
    for (const words of ['2 份证明', '21.00', '邮寄费', '12.00', '33.00']) expect(text).toContain(words);
    const stranger = await memberToken({ firmId: cast.firm.id });
    expect((await api.call(bulkEndpoints.downloadBulkReceipt, { as: stranger, params })).status).toBe(404);
  });

  test('what is approved later is paid then; what is refused is never charged', async () => {
    const bulk = await ordered(TO_COLLECT);
    expect(await paid(bulk)).toMatchObject({ amountFen: 2 * 2 * 350 });
    await approve(bulk.applications[1]!);
    expect(await bulk.shown()).toMatchObject({ owed: { orders: 1, totalFen: 700 }, undecided: 0 });
    await paid(bulk);
    expect(await bulk.states()).toEqual(['to_print', 'to_print', 'to_print']);
    expect(await bulk.shown()).toMatchObject({ payments: [{ orders: 2 }, { orders: 1 }] });
  });

  test('begun twice it is one payment; what changes meanwhile closes it, and a sum of its own comes in its place', async () => {
    const bulk = await ordered(TO_COLLECT);
    const [first, again] = [await bulk.start(), await bulk.start()];
    expect(again.id).toBe(first.id);
    const [given] = await bulk.orders();
    await give(given!.id);
    const smaller = await bulk.start();
    expect(smaller.amountFen).toBe(700);
    await approve(bulk.applications[1]!);
    const whole = await bulk.start();
    expect(whole.amountFen).toBe(2 * 700);
    await doDueWork();
    for (const former of [first, smaller]) await becomes(former, 'closed');
    await payAtWechat(whole);
    await becomes(whole, 'paid');
    expect(await bulk.states()).toEqual(['voided', 'to_print', 'to_print']);
  });

  test('cannot be paid application by application, and not twice', async () => {
    const bulk = await ordered();
    const params = { id: bulk.applications[0]! };
    const alone = { ...bulk.at, params, body: { channel: 'native' } };
    const refused = await api.call(paymentEndpoints.startPayment, alone);
    expect(refused).toMatchObject({ status: 409, json: { error: { message: expect.stringContaining('一并缴费') } } });
    await paid(bulk);
    const again = { ...bulk.at, body: { channel: 'native' } };
    expect((await api.call(bulkEndpoints.startBulkPayment, again)).status).toBe(409);
  });
});

describe('money goes back', () => {
  test('for one that is given up its part, for the last one all that is left', async () => {
    const bulk = await ordered();
    const payment = await paid(bulk);
    const [one, other] = await bulk.orders();
    await give(one!.id);
    expect(await backOf(payment)).toEqual([1050]);
    await arrives(await refundOf(payment));
    const told = { memberKind: 'firm', memberId: bulk.actor.firmId, event: 'bulk_paper_refunded' };
    await eventually(async () =>
      expect((await InboxEntry.findAll({ where: told })).map(({ body }) => body)).toEqual([
        expect.stringContaining('10.50元'),
      ]),
    );
    expect(await other!.reload()).toMatchObject({ state: 'to_print' });
    await give(other!.id);
    expect(await backOf(payment)).toEqual([1050, 2250]);
  });

  test('the firm cancels all that has not been printed, in one refund', async () => {
    const bulk = await ordered(TO_COLLECT);
    await approve(bulk.applications[1]!);
    const payment = await paid(bulk);
    await doDueWork();
    const [printed] = await bulk.orders();
    await markPrinted({ actor: service, id: printed!.id });
    const cancelled = await api.call(bulkEndpoints.cancelBulkPaper, bulk.at);
    expect(cancelled).toMatchObject({ status: 200, json: { can: { cancel: false } } });
    expect(await backOf(payment)).toEqual([1400]);
    expect(await bulk.states()).toEqual(['to_collect', 'voided', 'voided']);
    expect((await api.call(bulkEndpoints.cancelBulkPaper, bulk.at)).status).toBe(409);
  });

  test('at once for what was given up while somebody paid; the others are printed', async () => {
    const bulk = await ordered();
    const payment = await bulk.start();
    await payUnheard(payment);
    const [one, other] = await bulk.orders();
    await give(one!.id);
    // Looking whether it may be closed, we hear that it is paid.
    await doDueWork();
    await becomes(payment, 'refunding');
    expect(await backOf(payment)).toEqual([1050]);
    expect(await other!.reload()).toMatchObject({ state: 'to_print', payment: 'wechat' });
  });

  test('whole, when it was paid at the counter meanwhile: once for the whole order, with the postage', async () => {
    const bulk = await ordered();
    const payment = await bulk.start();
    await payUnheard(payment);
    const [one] = await bulk.orders();
    const counter = await api.call(paperEndpoints.recordPaperPayment, {
      as: await cast.tokenOf('finance'),
      params: { id: one!.id },
      body: { receiptNo: 'A001' },
    });
    expect(counter.status).toBe(200);
    expect(await bulk.states()).toEqual(['to_print', 'to_print']);
    await doDueWork();
    await becomes(payment, 'refunding');
    expect(await backOf(payment)).toEqual([3300]);
  });
});

test('what of it is not paid for in time is given up together, and the firm is told once', async () => {
  const bulk = await ordered();
  const payment = await bulk.start();
  const lastDay = addDays(clock.today(), 7);
  expect((await bulk.shown())['owed']).toMatchObject({ orders: 2, payUntilOn: lastDay });
  const done = { memberKind: 'firm', memberId: bulk.actor.firmId, event: 'bulk_done' };
  const { body } = await InboxEntry.findOne({ where: done, rejectOnEmpty: true });
  expect(body).toContain(`一并缴费，缴费后打印。请在${toChineseDate(lastDay)}前（含当日）缴费，逾期纸质证明自动取消`);
  freezeClock(startOfShanghaiDay(clock.today()) + 8 * DAY_MS);
  await doDueWork();
  await doDueWork();
  releaseClock();
  expect((await bulk.orders()).map(({ voidReason }) => voidReason)).toEqual(['逾期未缴费', '逾期未缴费']);
  const told = { memberKind: 'firm', memberId: bulk.actor.firmId, event: 'bulk_paper_lapsed' };
  expect(await InboxEntry.count({ where: told })).toBe(1);
  // Nobody can pay for it any more.
  expect((await payment.reload()).state).toBe('closed');
});
