import { beforeAll, describe, expect, test } from '@jest/globals';
import { transaction } from '../../../platform/db/database.ts';
import { storage } from '../../../platform/storage/storage.ts';
import { certificateOf, fileOf } from '../../../test/factories/certificate.ts';
import { doDueWork, useOffice } from '../../../test/office.ts';
import { pdfText } from '../../../test/pdf.ts';
import { copiesOf, ordered, refusalOf, stateOf, TO_COLLECT, TO_MAIL } from '../../../test/factories/paper.ts';
import { makeFirm, memberActor, staffActor } from '../../../test/factories/registry.ts';
import type { MemberActor } from '../../../actor.ts';
import { AuditEntry } from '../../audit/model.ts';
import { Application, Certificate } from '../../certificates/model.ts';
import { verifyUrl } from '../../certificates/letters/printed-letter.ts';
import { countPapers, listPapers } from '../orders/list-papers.ts';
import { mailPaper } from '../orders/mail-paper.ts';
import { markPrinted } from './mark-printed.ts';
import { PrintBatch } from '../model.ts';
import { presentPaperPage } from '../present.ts';
import { orderBatch } from './order-batch.ts';
import { printLabels } from './print-labels.ts';
import { readBatchFile } from './read-batch.ts';
import { showPaper } from '../orders/show-paper.ts';
import { voidCopy } from '../orders/void-copy.ts';

useOffice();

const staff = staffActor('service');
let firm: MemberActor;
beforeAll(async () => {
  firm = await memberActor({ firmId: (await makeFirm()).id });
});

describe('a print batch', () => {
  test('holds every copy with its serial; the issued file stays as it is', async () => {
    const orders = [await ordered(firm, TO_COLLECT), await ordered(firm, TO_MAIL)];
    await doDueWork();
    const certificate = await certificateOf(orders[0]!.applicationId);
    const before = await fileOf(certificate);
    const batch = await orderBatch({ actor: staff, orderIds: orders.map(({ id }) => id) });
    expect(await refusalOf(readBatchFile({ id: batch.id }))).toBe('wrong_state');
    await doDueWork();
    expect(await batch.reload()).toMatchObject({ state: 'made', done: 5, copies: 5, orders: 2, pages: 5 });
    const pages = pdfText(await readBatchFile({ id: batch.id })).split('\f');
    const serials = (await Promise.all(orders.map(copiesOf))).flat().map(({ serial }) => serial);
    serials.forEach((serial, page) => expect(pages[page]).toContain(serial));
    expect((await fileOf(certificate)).equals(before)).toBe(true);
    // Nobody has said that they were printed.
    expect(await stateOf(orders[0]!)).toBe('to_print');
  });

  test('leaves out nothing silently: what cannot be printed is said', async () => {
    const order = await ordered(firm, TO_COLLECT);
    expect(await refusalOf(orderBatch({ actor: staff, orderIds: [order.id] }))).toBe('wrong_state');
    await doDueWork();
    await Certificate.update({ standing: 'revoked' }, { where: { applicationId: order.applicationId } });
    expect(await refusalOf(orderBatch({ actor: staff, orderIds: [order.id] }))).toBe('wrong_state');
  });

  test('made again after its file was half made; failed for good it says so', async () => {
    const order = await ordered(firm, TO_COLLECT);
    await doDueWork();
    const batch = await orderBatch({ actor: staff, orderIds: [order.id] });
    const { storageKey } = await certificateOf(order.applicationId);
    const file = await storage.get(storageKey ?? '');
    await storage.delete(storageKey ?? '');
    await doDueWork();
    expect((await batch.reload()).state).toBe('making');
    await storage.put(storageKey ?? '', file);
    const { makeBatch, markBatchFailed } = await import('./make-batch.ts');
    await makeBatch(batch.id);
    await transaction((t) => markBatchFailed(batch.id, t));
    expect(await batch.reload()).toMatchObject({ state: 'made', done: 2 });
    const other = await PrintBatch.create({
      ...batch.get(),
      id: undefined as never,
      state: 'making',
      storageKey: null,
    });
    await transaction((t) => markBatchFailed(other.id, t));
    expect((await other.reload()).state).toBe('failed');
  });
});

describe('a lost copy', () => {
  test('is voided alone; its replacement has a new serial and is the only one printed again', async () => {
    const order = await ordered(firm, TO_MAIL);
    await doDueWork();
    await mailPaper({ actor: staff, id: order.id, courier: '邮政', trackingNo: 'EA1234' });
    const [first, second, third] = await copiesOf(order);
    await voidCopy({ actor: staff, copyId: second!.id, reason: '邮寄途中遗失', then: 'print-another' });
    expect(await stateOf(order)).toBe('to_print');
    const after = await copiesOf(order);
    expect(after.map(({ state }) => state)).toEqual(['valid', 'voided', 'valid', 'valid']);
    expect([after[0]!.serial, after[2]!.serial]).toEqual([first!.serial, third!.serial]);
    expect(after[3]).toMatchObject({ replacesId: second!.id, position: 4, printedAt: null });
    const batch = await orderBatch({ actor: staff, orderIds: [order.id] });
    expect(batch.copies).toBe(1);
    await doDueWork();
    const text = pdfText(await readBatchFile({ id: batch.id }));
    expect(text).toContain(after[3]!.serial);
    expect(text).not.toContain(first!.serial);
    expect(await refusalOf(voidCopy({ actor: staff, copyId: second!.id, reason: '再次', then: 'leave-it' }))).toBe(
      'wrong_state',
    );
  });

  test('without a replacement leaves the order where it stands, but never without any copy', async () => {
    const order = await ordered(firm, TO_COLLECT);
    await markPrinted({ actor: staff, id: order.id });
    const [first, second] = await copiesOf(order);
    await voidCopy({ actor: staff, copyId: first!.id, reason: '污损', then: 'leave-it' });
    expect(await stateOf(order)).toBe('to_collect');
    const last = voidCopy({ actor: staff, copyId: second!.id, reason: '污损', then: 'leave-it' });
    expect(await refusalOf(last)).toBe('wrong_state');
  });
});

describe('the work list', () => {
  test('finds by number and recipient, and counts by state', async () => {
    const order = await ordered(firm, { ...TO_MAIL, recipient: '欧阳静' });
    const find = async (search: string) => (await listPapers({ search, order: 'oldest' })).items.map(({ id }) => id);
    expect(await find(order.number)).toEqual([order.id]);
    expect(await find('欧阳')).toEqual([order.id]);
    const { to_print: before } = await countPapers();
    await markPrinted({ actor: staff, id: order.id });
    const { to_print: after } = await countPapers();
    expect(before - after).toBe(1);
    const { items } = await listPapers({ state: 'to_mail', pickup: 'mail', order: 'newest' });
    expect(items[0]).toMatchObject({ id: order.id, typeLabel: '律所无行业处分', state: 'to_mail' });
  });

  test('of one member shows its orders alone, the latest first', async () => {
    const firmId = (await makeFirm()).id;
    const own = await memberActor({ firmId });
    const first = await ordered(own, TO_MAIL);
    const second = await ordered(own, TO_COLLECT);
    await ordered(firm, TO_MAIL);
    const { items, total } = await listPapers({ applicantKind: 'firm', applicantId: firmId, order: 'newest' });
    expect(items.map(({ id }) => id)).toEqual([second.id, first.id]);
    expect(total).toBe(2);
    const lawyer = await listPapers({ applicantKind: 'lawyer', applicantId: firmId, order: 'newest' });
    expect(lawyer.items).toEqual([]);
  });

  test('tells a scanner what the code on the copies carries, of what is to be mailed and nothing else', async () => {
    const order = await ordered(firm, TO_MAIL);
    const shown = async () => presentPaperPage(await listPapers({ search: order.number, order: 'oldest' })).items[0];
    expect((await shown())?.scanToken).toBeNull();
    await markPrinted({ actor: staff, id: order.id });
    const { token } = await Certificate.findByPk(order.certificateId, { rejectOnEmpty: true });
    expect((await shown())?.scanToken).toBe(token);
    expect(verifyUrl(token)).toContain(token);
  });

  test('labels for what is mailed only, and who printed addresses is in the log', async () => {
    const [mailed, collected] = [await ordered(firm, TO_MAIL), await ordered(firm, TO_COLLECT)];
    const text = pdfText(await printLabels({ actor: staff, orderIds: [mailed.id, collected.id], skip: 0 }));
    expect(text).toContain(mailed.number);
    expect(text).not.toContain(collected.number);
    expect(await refusalOf(printLabels({ actor: staff, orderIds: [collected.id], skip: 0 }))).toBe('wrong_state');
    const entry = await AuditEntry.findOne({ where: { action: 'paper.labels-printed', targetId: mailed.id } });
    expect(entry?.target).toBe(mailed.number);
  });

  test('shows one order with the words of the application', async () => {
    const order = await ordered(firm, TO_MAIL);
    await Application.update({ remark: '请加急' }, { where: { id: order.applicationId } });
    expect((await showPaper({ id: order.id })).remark).toBe('请加急');
    expect(await refusalOf(showPaper({ id: 999_999 }))).toBe('not_found');
  });
});
