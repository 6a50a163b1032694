import { afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { DAY_MS, addDays, startOfShanghaiDay } from '../../../contract/dates.ts';
import { toChineseDate } from '../../../contract/text.ts';
import { clock, freezeClock, releaseClock } from '../../../platform/clock/clock.ts';
import { transaction } from '../../../platform/db/database.ts';
import { approve, submit } from '../../../test/factories/certificate.ts';
import { doDueWork, useOffice } from '../../../test/office.ts';
import { copiesOf, ordered, orderOf, refusalOf, stateOf, TO_COLLECT, TO_MAIL } from '../../../test/factories/paper.ts';
import { makeFirm, memberActor, staffActor } from '../../../test/factories/registry.ts';
import type { MemberActor } from '../../../actor.ts';
import { AuditEntry } from '../../audit/model.ts';
import { showApplication } from '../../certificates/applying/show-application.ts';
import { withdrawApplication } from '../../certificates/applying/withdraw-application.ts';
import { Certificate } from '../../certificates/model.ts';
import { InboxEntry } from '../../notifications/model.ts';
import { Message } from '../../outbox/model.ts';
import { readSettings } from '../../settings/read-settings.ts';
import { updateSettings } from '../../settings/update-settings.ts';
import { completePaper } from './complete-paper.ts';
import { giveUpUnpaid } from './give-up-unpaid.ts';
import { handOverPaper } from './hand-over-paper.ts';
import { mailPaper } from './mail-paper.ts';
import { markPaperPaid, recordCounterPayment } from './mark-paper-paid.ts';
import { markPrinted } from '../printing/mark-printed.ts';
import { PaperOrder } from '../model.ts';
import { orderBatch } from '../printing/order-batch.ts';
import { readPaperProgress } from './show-paper.ts';
import { voidPaper, voidPaperOf } from './void-paper.ts';

useOffice();

const staff = staffActor('service');
const finance = staffActor('finance');
let firm: MemberActor;
beforeAll(async () => {
  firm = await memberActor({ firmId: (await makeFirm()).id });
});
afterEach(() => price({ copyFeeFen: 0, postageFen: 0 }));

async function price(fees: { copyFeeFen: number; postageFen: number }) {
  await updateSettings({ actor: staffActor('administrator'), settings: { ...(await readSettings()), ...fees } });
}
const eventsOf = async ({ applicationId }: PaperOrder) =>
  (await showApplication({ actor: firm, id: applicationId })).events.map(({ event }) => event);
const toldAbout = async ({ applicationId }: PaperOrder) =>
  (await InboxEntry.findAll({ where: { subjectKind: 'application', subjectId: applicationId }, order: ['id'] })).map(
    ({ event }) => event,
  );

describe('an order', () => {
  test('comes with the approval, each copy with a serial of its own', async () => {
    const order = await ordered(firm, TO_MAIL);
    expect(order).toMatchObject({ state: 'to_print', payment: 'free', totalFen: 0, recipient: '林知远', copies: 3 });
    const serials = (await copiesOf(order)).map(({ serial }) => serial);
    expect(new Set(serials).size).toBe(3);
    serials.forEach((serial, n) => expect(serial).toMatch(new RegExp(`^${order.number}-0${n + 1}-[0-9A-Z]{8}$`)));
  });

  test('is not there before a person approves, nor after a withdrawal', async () => {
    const more = { type: 'firm-other', since: undefined, freeText: '内容', paper: TO_COLLECT };
    const waiting = await submit(firm, more);
    expect(await PaperOrder.count({ where: { applicationId: waiting.id } })).toBe(0);
    await approve(waiting.id);
    expect((await orderOf(waiting.id)).state).toBe('to_print');
    const withdrawn = await submit(firm, more);
    await withdrawApplication({ actor: firm, id: withdrawn.id });
    expect(await PaperOrder.count({ where: { applicationId: withdrawn.id } })).toBe(0);
  });
});

describe('fees', () => {
  test('are those of the day of submission, whatever the office asks when it approves', async () => {
    await price({ copyFeeFen: 500, postageFen: 1200 });
    const waiting = await submit(firm, { type: 'firm-other', since: undefined, freeText: '内容', paper: TO_MAIL });
    await price({ copyFeeFen: 900, postageFen: 0 });
    await approve(waiting.id);
    const order = await orderOf(waiting.id);
    expect(order).toMatchObject({ copyFeeFen: 500, postageFen: 1200, totalFen: 2700, state: 'awaiting_payment' });
    expect(await refusalOf(orderBatch({ actor: staff, orderIds: [order.id] }))).toBe('wrong_state');
  });

  test('paid at the counter: only by finance, once, with the receipt in the log', async () => {
    await price({ copyFeeFen: 500, postageFen: 0 });
    const order = await ordered(firm, TO_COLLECT);
    expect(await refusalOf(recordCounterPayment({ actor: staff, id: order.id, receiptNo: 'A001' }))).toBe('forbidden');
    await recordCounterPayment({ actor: finance, id: order.id, receiptNo: 'A001' });
    expect(await refusalOf(recordCounterPayment({ actor: finance, id: order.id, receiptNo: 'A002' }))).toBe(
      'wrong_state',
    );
    expect(await order.reload()).toMatchObject({ state: 'to_print', payment: 'counter', receiptNo: 'A001' });
    const entries = await AuditEntry.findAll({ where: { action: 'paper.paid', targetId: order.id } });
    expect(entries.map(({ detail }) => detail)).toEqual(['线下缴费10.00元，票据号 A001']);
  });

  test('paid online: in the transaction of the payment, and never twice', async () => {
    await price({ copyFeeFen: 500, postageFen: 0 });
    const order = await ordered(firm, TO_COLLECT);
    await expect(
      transaction(async (t) => {
        await markPaperPaid({ orderId: order.id }, t);
        throw new Error('the payment was not recorded');
      }),
    ).rejects.toThrow('not recorded');
    expect(await stateOf(order)).toBe('awaiting_payment');
    const pay = () => transaction((t) => markPaperPaid({ orderId: order.id }, t));
    const outcomes = await Promise.all([refusalOf(pay()), refusalOf(pay())]);
    expect(outcomes.sort()).toEqual([null, 'wrong_state'].sort());
    expect(await order.reload()).toMatchObject({ state: 'to_print', payment: 'wechat' });
  });
});

describe('paper that nobody pays for', () => {
  afterEach(releaseClock);
  const daysLater = (days: number) => freezeClock(startOfShanghaiDay(clock.today()) + days * DAY_MS);

  test('says until when, is given up after that day and told; the certificate stands', async () => {
    await price({ copyFeeFen: 500, postageFen: 0 });
    const order = await ordered(firm, TO_COLLECT);
    const lastDay = addDays(clock.today(), 7);
    expect((await readPaperProgress(order.applicationId))?.payUntilOn).toBe(lastDay);
    const said = `纸质证明费用10.00元，缴费后打印。请在${toChineseDate(lastDay)}前（含当日）缴费，逾期纸质证明自动取消`;
    await doDueWork();
    const mail = (await Message.findAll({ where: { template: 'approved' } })).find(
      ({ data }) => data['number'] === order.number,
    );
    expect(mail?.data['paper']).toContain(said);
    const [entry] = await InboxEntry.findAll({ where: { subjectKind: 'application', subjectId: order.applicationId } });
    expect(entry?.body).toContain(said);
    daysLater(8);
    freezeClock(clock.now() - 1);
    await doDueWork();
    expect(await stateOf(order)).toBe('awaiting_payment');
    freezeClock(clock.now() + 1);
    await doDueWork();
    expect(await order.reload()).toMatchObject({ state: 'voided', voidReason: '逾期未缴费' });
    expect((await toldAbout(order)).filter((event) => event === 'paper_lapsed')).toHaveLength(1);
    expect(await Certificate.findByPk(order.certificateId)).toMatchObject({ standing: 'valid' });
    await giveUpUnpaid({ orderId: order.id });
    expect((await toldAbout(order)).filter((event) => event === 'paper_lapsed')).toHaveLength(1);
  });

  test('what was paid for in time is printed', async () => {
    await price({ copyFeeFen: 500, postageFen: 0 });
    const order = await ordered(firm, TO_COLLECT);
    await recordCounterPayment({ actor: finance, id: order.id, receiptNo: 'A009' });
    daysLater(9);
    await doDueWork();
    expect(await stateOf(order)).toBe('to_print');
  });
});

describe('from the printer to the member', () => {
  test('collected: printed, handed over to somebody with a name', async () => {
    const order = await ordered(firm, TO_COLLECT);
    await markPrinted({ actor: staff, id: order.id });
    expect(await stateOf(order)).toBe('to_collect');
    expect((await copiesOf(order)).every(({ printedAt }) => printedAt !== null)).toBe(true);
    expect(await refusalOf(mailPaper({ actor: staff, id: order.id, courier: '邮政', trackingNo: 'E1' }))).toBe(
      'wrong_state',
    );
    await handOverPaper({ actor: staff, id: order.id, collectedBy: '林知远' });
    expect(await order.reload()).toMatchObject({ state: 'completed', collectedBy: '林知远' });
    expect(await eventsOf(order)).toEqual(['submitted', 'auto_approved', 'paper_ready', 'paper_collected']);
    expect(await toldAbout(order)).toEqual(['paper_ready', 'paper_collected']);
  });

  test('mailed: the member sees courier and tracking number', async () => {
    const order = await ordered(firm, TO_MAIL);
    await markPrinted({ actor: staff, id: order.id });
    await mailPaper({ actor: staff, id: order.id, courier: '邮政特快', trackingNo: 'EA123456789CN' });
    const { paperProgress } = await showApplication({ actor: firm, id: order.applicationId });
    expect(paperProgress).toMatchObject({ state: 'mailed', courier: '邮政特快', trackingNo: 'EA123456789CN' });
    expect(await toldAbout(order)).toEqual(['paper_mailed']);
    await completePaper({ actor: staff, id: order.id });
    expect(await stateOf(order)).toBe('completed');
  });

  test('two at the counter at once: one hands over, the other is told', async () => {
    const order = await ordered(firm, TO_COLLECT);
    await markPrinted({ actor: staff, id: order.id });
    const hand = (collectedBy: string) => refusalOf(handOverPaper({ actor: staff, id: order.id, collectedBy }));
    expect((await Promise.all([hand('甲'), hand('乙')])).filter((code) => code === null)).toHaveLength(1);
  });
});

describe('giving up', () => {
  test('an order voids every copy with the reason; what was handed over stays', async () => {
    const order = await ordered(firm, TO_COLLECT);
    await voidPaper({ actor: staff, id: order.id, reason: '申请人放弃' });
    expect(await order.reload()).toMatchObject({ state: 'voided', voidReason: '申请人放弃' });
    expect((await copiesOf(order)).every(({ state }) => state === 'voided')).toBe(true);
    const done = await ordered(firm, TO_COLLECT);
    await markPrinted({ actor: staff, id: done.id });
    await handOverPaper({ actor: staff, id: done.id, collectedBy: '林知远' });
    expect(await refusalOf(voidPaper({ actor: staff, id: done.id, reason: '晚了' }))).toBe('wrong_state');
  });

  test('a revoked certificate takes its paper along in the same transaction, if there is any left', async () => {
    const order = await ordered(firm, TO_COLLECT);
    const revoke = (applicationId: number) =>
      transaction((t) => voidPaperOf({ applicationId, certificateId: 0, by: staff }, t));
    await revoke(order.applicationId);
    await revoke(order.applicationId);
    const plain = await submit(firm);
    await revoke(plain.id);
    expect(await stateOf(order)).toBe('voided');
  });
});
