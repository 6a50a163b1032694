import { beforeAll, describe, expect, test } from '@jest/globals';
import { buffer } from 'node:stream/consumers';
import yauzl from 'yauzl';
import { AppError } from '../../errors.ts';
import { clock, freezeClock, releaseClock } from '../../platform/clock/clock.ts';
import { transaction } from '../../platform/db/database.ts';
import { approve, certificateOf, content, newKey } from '../../test/factories/certificate.ts';
import { makeManyLawyers } from '../../test/factories/many-lawyers.ts';
import { doDueWork, useOffice } from '../../test/office.ts';
import { mattersOf } from '../../test/factories/matters.ts';
import { copiesOf, orderOf, TO_COLLECT } from '../../test/factories/paper.ts';
import { makeDiscipline, makeFirm, memberActor, staffActor } from '../../test/factories/registry.ts';
import type { FirmActor } from '../../actor.ts';
import { Application } from '../certificates/model.ts';
import { InboxEntry } from '../notifications/model.ts';
import { Message } from '../outbox/model.ts';
import { Lawyer } from '../registry/model.ts';
import { downloadBulk } from './download-bulk.ts';
import { BulkItem, BulkOrder } from './model.ts';
import { markBulkFailed, runBulk } from './run-bulk.ts';
import { showBulk } from './show-bulk.ts';
import { markPrinted } from '../papers/printing/mark-printed.ts';
import { submitBulk } from './submit-bulk.ts';
import { tellPapers } from './paper/tell-papers.ts';
import { tellBulk } from './tell-bulk.ts';

useOffice();

let firm: FirmActor;
let lawyers: number[];
beforeAll(async () => {
  ({ firm, lawyers } = await firmWith(6));
});

async function firmWith(count: number): Promise<{ firm: FirmActor; lawyers: number[] }> {
  const { id } = await makeFirm();
  const actors = await makeManyLawyers(id, count);
  return { firm: (await memberActor({ firmId: id })) as FirmActor, lawyers: actors.map(({ lawyerId }) => lawyerId) };
}
const form = (lawyerIds: number[]) => content({ type: 'firm-some-lawyers-clean', lawyerIds });
const order = (actor: FirmActor, lawyerIds: number[], idempotencyKey = newKey()) =>
  submitBulk({ actor, content: form(lawyerIds), idempotencyKey });
const outcomes = async (actor: FirmActor, id: number) =>
  (await showBulk({ actor, id })).lines.map(({ outcome }) => outcome);
const applicationsOf = (actor: FirmActor) => Application.count({ where: { applicantId: actor.firmId } });
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: unknown) => (error instanceof AppError ? error.code : error),
  );

const inboxOf = (actor: FirmActor) =>
  InboxEntry.findAll({ where: { memberKind: 'firm', memberId: actor.firmId }, order: ['id'] });
const mailsAbout = async (id: number) =>
  (await Message.findAll()).filter(({ data }) => data['url']?.endsWith(`/bulk?id=${id}`));

async function namesIn(zip: Buffer): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const names: string[] = [];
    yauzl.fromBuffer(zip, (error, archive) => {
      if (error) return reject(error);
      archive.on('entry', ({ fileName }: yauzl.Entry) => names.push(fileName));
      archive.on('end', () => resolve(names)).on('error', reject);
    });
  });
}

describe('one certificate each', () => {
  test('a purpose that says more than a purpose goes to a person for each of them', async () => {
    const { firm: own, lawyers: team } = await firmWith(2);
    const asked = (purpose: string) =>
      submitBulk({ actor: own, content: { ...form(team), purpose }, idempotencyKey: newKey() });
    const [odd, plain] = [await asked('投标。本会另证明资信AAA'), await asked('地铁项目采购')];
    await doDueWork();
    expect(await outcomes(own, odd)).toEqual(['to_person', 'to_person']);
    expect(await outcomes(own, plain)).toEqual(['issued', 'issued']);
  });

  test('approved, to a person and failed side by side; the ZIP holds what is issued', async () => {
    const { firm: own, lawyers: team } = await firmWith(4);
    await makeDiscipline({ subjectKind: 'lawyer', subjectId: team[1]! });
    const id = await order(own, team);
    expect(await outcomes(own, id)).toEqual(['waiting', 'waiting', 'waiting', 'waiting']);
    expect(await codeOf(downloadBulk({ actor: own, id }))).toBe('wrong_state');
    // Somebody left between the order and its turn.
    await Lawyer.update({ firmId: null }, { where: { id: team[3]! } });
    await doDueWork();
    const { lines, order: done } = await showBulk({ actor: own, id });
    expect(lines.map(({ outcome }) => outcome)).toEqual(['issued', 'to_person', 'issued', 'failed']);
    expect(lines[3]?.reason).toContain('非本所在册律师');
    expect(done.finishedAt).not.toBeNull();
    const names = await namesIn(await buffer((await downloadBulk({ actor: own, id })).stream));
    expect(names).toEqual([lines[0]!, lines[2]!].map((l) => `${l.name}-${l.licenceNo}-${l.number}.pdf`));
  });

  test('each is judged, approved and named like a letter that is asked for alone', async () => {
    const { firm: own, lawyers: team } = await firmWith(3);
    await makeDiscipline({ subjectKind: 'lawyer', subjectId: team[1]! });
    // Who has stopped practising is nobody that such a letter can name.
    await Lawyer.update({ status: 'suspended' }, { where: { id: team[2]! } });
    expect(await codeOf(order(own, team))).toBe('invalid_fields');
    const id = await order(own, team.slice(0, 2));
    await doDueWork();
    expect(await outcomes(own, id)).toEqual(['issued', 'to_person']);
    const [clean, untrue] = await BulkItem.findAll({ where: { orderId: id }, order: ['id'] });
    expect(await codeOf(approve(untrue!.applicationId!))).toBe('wrong_state');
    const certificate = await certificateOf(clean!.applicationId!);
    expect(await mattersOf(certificate)).toEqual([]);
    await makeDiscipline({ subjectKind: 'lawyer', subjectId: team[0]! });
    expect((await mattersOf(certificate)).map(({ isPublic, state }) => [isPublic, state])).toEqual([[true, 'open']]);
  });

  test('sent twice at once it is one order, and each lawyer gets one', async () => {
    const before = await applicationsOf(firm);
    const key = newKey();
    const ids = await Promise.all([order(firm, lawyers, key), order(firm, lawyers, key)]);
    expect(ids[0]).toBe(ids[1]);
    expect(await codeOf(order(firm, lawyers.slice(1), key))).toBe('idempotency_conflict');
    await doDueWork();
    expect(await applicationsOf(firm)).toBe(before + lawyers.length);
  });

  test('interrupted anywhere and run again, even twice at once: nobody is left out, nobody gets two', async () => {
    const { firm: own, lawyers: team } = await firmWith(5);
    const id = await order(own, team);
    const stop = new AbortController();
    const first = runBulk(id, stop.signal);
    while ((await BulkItem.count({ where: { orderId: id, state: 'submitted' } })) < 2) {
      await new Promise((resolve) => setImmediate(resolve));
    }
    stop.abort(new Error('the power went'));
    await expect(first).rejects.toThrow('the power went');
    // The crash between the application and its note.
    const [item] = await BulkItem.findAll({ where: { orderId: id, state: 'submitted' }, limit: 1 });
    await item!.update({ state: 'waiting', applicationId: null });
    await Promise.all([runBulk(id), runBulk(id)]);
    expect(await applicationsOf(own)).toBe(team.length);
    const items = await BulkItem.findAll({ where: { orderId: id } });
    expect(new Set(items.map(({ applicationId }) => applicationId)).size).toBe(team.length);
  });

  test('given up for good it says so for those who are left', async () => {
    const id = await order(firm, lawyers.slice(0, 2));
    await transaction((t) => markBulkFailed(id, t));
    expect(await outcomes(firm, id)).toEqual(['failed', 'failed']);
    await runBulk(id);
    expect(await outcomes(firm, id)).toEqual(['failed', 'failed']);
  });
});

describe('paper', () => {
  test('that is free comes with each certificate, every copy with a serial of its own', async () => {
    const { firm: own, lawyers: team } = await firmWith(3);
    const asked = { ...form(team), paper: TO_COLLECT };
    const id = await submitBulk({ actor: own, content: asked, idempotencyKey: newKey() });
    await doDueWork();
    const { lines } = await showBulk({ actor: own, id });
    const orders = await Promise.all(lines.map(({ applicationId }) => orderOf(applicationId ?? 0)));
    expect(orders.map(({ state, copies }) => [state, copies])).toEqual(Array(3).fill(['to_print', TO_COLLECT.copies]));
    const serials = (await Promise.all(orders.map(copiesOf))).flat().map(({ serial }) => serial);
    expect(new Set(serials).size).toBe(3 * TO_COLLECT.copies);
  });

  test('that can be collected is told of in one message, what is printed later in another', async () => {
    const { firm: own, lawyers: team } = await firmWith(3);
    const id = await submitBulk({
      actor: own,
      content: { ...form(team), paper: TO_COLLECT },
      idempotencyKey: newKey(),
    });
    await doDueWork();
    const { lines } = await showBulk({ actor: own, id });
    const orders = await Promise.all(lines.map(({ applicationId }) => orderOf(applicationId ?? 0)));
    const print = (order: (typeof orders)[number]) => markPrinted({ actor: staffActor('service'), id: order.id });
    const told = async () =>
      (await inboxOf(own)).filter(({ event }) => event !== 'bulk_done').map(({ event, body }) => [event, body]);
    const later = async () => {
      freezeClock(clock.now() + 5 * 60_000);
      await doDueWork();
    };
    freezeClock(clock.now());
    await print(orders[0]!);
    await print(orders[1]!);
    await doDueWork();
    expect(await told()).toEqual([]);
    await later();
    await tellPapers(id);
    expect(await told()).toEqual([['bulk_paper_ready', expect.stringContaining('有 2 单纸质证明可以领取')]]);
    expect((await mailsAbout(id)).map(({ template }) => template)).toContain('bulk_paper_ready');
    await print(orders[2]!);
    await later();
    expect(await told()).toHaveLength(2);
    releaseClock();
  });
});

describe('refused before anything is written', () => {
  test('lawyers of another firm, types that are not asked for by lawyer', async () => {
    const other = await firmWith(1);
    const before = await BulkOrder.count();
    const send = (more: Parameters<typeof content>[0]) =>
      codeOf(submitBulk({ actor: firm, content: { ...form(lawyers), ...more }, idempotencyKey: newKey() }));
    expect(await send({ lawyerIds: [lawyers[0]!, other.lawyers[0]!] })).toBe('invalid_fields');
    expect(await send({ type: 'firm-clean' })).toBe('invalid_fields');
    expect(await BulkOrder.count()).toBe(before);
  });

  test('another firm’s order looks like one that does not exist', async () => {
    const id = await order(firm, lawyers.slice(0, 1));
    const { firm: stranger } = await firmWith(1);
    expect(await codeOf(showBulk({ actor: stranger, id }))).toBe('not_found');
    expect(await codeOf(downloadBulk({ actor: stranger, id }))).toBe('not_found');
  });
});

describe('the firm is told', () => {
  test('once, of all together, when nothing of it is being made any more', async () => {
    const { firm: own, lawyers: team } = await firmWith(4);
    await makeDiscipline({ subjectKind: 'lawyer', subjectId: team[1]!, state: 'open' });
    const id = await order(own, team);
    await Lawyer.update({ firmId: null }, { where: { id: team[3]! } });
    await doDueWork();
    const entries = await inboxOf(own);
    expect(entries).toMatchObject([{ event: 'bulk_done', title: '批量申请已处理', page: `bulk?id=${id}` }]);
    expect(entries[0]?.body).toContain('共4份：已出具2份，转人工审核1份，其他1份');
    expect(entries[0]?.body).toContain('纸质证明待缴费：无。');
    expect(await mailsAbout(id)).toMatchObject([{ template: 'bulk_done', recipient: 'post@example.com' }]);
    await tellBulk({ orderId: id, look: 1 });
    expect(await inboxOf(own)).toHaveLength(1);

    // What a person decides later is news of its own.
    const { lines } = await showBulk({ actor: own, id });
    await approve(lines[1]?.applicationId ?? 0);
    await doDueWork();
    expect((await inboxOf(own)).map(({ event }) => event)).toEqual(['bulk_done', 'approved']);
  });

  test('not before the letters are made, and after an hour of waiting as it then stands', async () => {
    const { firm: own, lawyers: team } = await firmWith(2);
    const id = await order(own, team);
    await runBulk(id);
    await tellBulk({ orderId: id, look: 1 });
    expect(await inboxOf(own)).toEqual([]);
    await tellBulk({ orderId: id, look: 360 });
    expect((await inboxOf(own))[0]?.body).toContain('共2份：已出具0份');
    await doDueWork();
    expect((await inboxOf(own)).map(({ event }) => event)).toEqual(['bulk_done', 'approved', 'approved']);
  });

  test('control: applications that belong to no order are told one by one', async () => {
    const { firm: own, lawyers: team } = await firmWith(2);
    const id = await order(own, team);
    await runBulk(id);
    await Application.update({ bulkOrderId: null }, { where: { bulkOrderId: id } });
    await doDueWork();
    expect((await inboxOf(own)).filter(({ event }) => event === 'approved')).toHaveLength(2);
  });
});
