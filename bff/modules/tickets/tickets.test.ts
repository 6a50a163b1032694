import { afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import '../../models.ts';
import type { MemberActor } from '../../actor.ts';
import type { Role } from '../../contract/accounts/enums.ts';
import { notificationEndpoints } from '../../contract/notifications/endpoints.ts';
import { ticketEndpoints as tickets } from '../../contract/tickets/endpoints.ts';
import type { OwnTicket, TicketDetail, TicketRow } from '../../contract/tickets/replies.ts';
import { advanceClock, freezeClock, releaseClock } from '../../platform/clock/clock.ts';
import { memberToken, useApi } from '../../test/api.ts';
import { useDatabase } from '../../test/database.ts';
import { newKey } from '../../test/factories/certificate.ts';
import { makeFirm, makeLawyer, memberActor } from '../../test/factories/registry.ts';
import { makeTicket } from '../../test/factories/ticket.ts';
import { PNG } from '../../test/files.ts';
import { doDueWork } from '../../test/office.ts';
import { staffToken } from '../../test/trouble/trouble.ts';
import { uploadFile } from '../files/upload-file.ts';
import { installShippedHolidays } from '../office-hours/install-years.ts';
import { Message } from '../outbox/model.ts';
import { Lawyer } from '../registry/model.ts';
import { Ticket, TicketMessage } from './model.ts';

useDatabase();
const api = useApi();
let firmId: number;
let member: string;
let actor: MemberActor;
beforeAll(async () => {
  await installShippedHolidays();
  firmId = (await makeFirm()).id;
  actor = await memberActor({ firmId });
  member = await memberToken({ firmId });
});
afterEach(async () => {
  releaseClock();
  member = await memberToken({ firmId });
});

/** Moves to another time of the office; sessions of before have run out by then. */
async function at(time: string): Promise<void> {
  freezeClock(shanghai(time));
  member = await memberToken({ firmId });
}
const own = async (id: number) =>
  (await api.call(tickets.showOwnTicket, { as: member, params: { id } })).json as unknown as OwnTicket;
const seen = async (as: string, id: number) =>
  (await api.call(tickets.showTicket, { as, params: { id } })).json as unknown as TicketDetail;
const reviewer = () => staffToken('reviewer');
async function answer(as: string, id: number, next: 'working' | 'asked' | 'solved', body = '已为您核对，请查收。') {
  const { version } = await seen(as, id);
  return api.call(tickets.answerTicket, { as, params: { id }, body: { version, body, next } });
}
const add = (id: number, body: string, key = newKey()) =>
  api.call(tickets.addToTicket, { as: member, params: { id }, body: { body, idempotencyKey: key } });
const shanghai = (time: string) => `${time.replace(' ', 'T')}:00+08:00`;
const dueAt = async (id: number) => {
  const { firstDueAt, doneDueAt } = await Ticket.findByPk(id, { rejectOnEmpty: true });
  return { first: firstDueAt, done: doneDueAt };
};
const instant = (time: string) => Date.parse(shanghai(time));

describe('opening a ticket', () => {
  const form = {
    category: 'transfer',
    title: '转入江海清鸣律师事务所',
    body: '林知远律师于11月20日转入本所，执业证已换发。',
  };
  const open = (body: object) =>
    api.call(tickets.openTicket, { as: member, body: { ...form, idempotencyKey: newKey(), ...body } });

  test('takes the proof that its category needs, and is one however often it is sent', async () => {
    await at('2026-09-30 17:50');
    const without = await open({});
    expect(without.json.error?.fields).toEqual({ attachments: '请上传新的律师执业证扫描件，便于核对' });
    const { token } = await uploadFile({ actor, name: '执业证.png', bytes: PNG });
    const body = { attachments: [token], idempotencyKey: newKey() };
    const both = await Promise.all([open(body), open(body)]);
    expect(both.map(({ status }) => status)).toEqual([200, 200]);
    const [one, other] = both.map(({ json }) => json as unknown as OwnTicket);
    expect(one?.id).toBe(other?.id);
    expect(one).toMatchObject({ number: expect.stringMatching(/^G260930\d{4,}$/), state: 'waiting' });
    expect(one?.messages).toMatchObject([{ isMembers: true, attachments: [{ name: '执业证.png' }] }]);
    // Ten minutes are left of the day, then come the holidays; the working Saturday is no matter yet.
    expect(one?.promise).toBe('预计10月8日 10:50 前答复');
    expect(await dueAt(one!.id)).toEqual({ first: instant('2026-10-08 10:50'), done: instant('2026-10-09 09:50') });
    const message = one!.messages[0]!;
    const file = { params: { id: message.id, file: message.attachments[0]!.id } };
    expect((await api.call(tickets.showOwnTicketFile, { as: member, ...file })).status).toBe(200);
    const registrar = await staffToken('registrar');
    expect((await api.call(tickets.showTicketFile, { as: registrar, ...file })).status).toBe(200);
    // Another queue's staff see neither the ticket nor what came with it.
    const finance = await staffToken('finance');
    expect((await api.call(tickets.showTicketFile, { as: finance, ...file })).status).toBe(404);
  });

  test.each([
    ['2026-10-03 10:00', '国庆假期，10月8日 9:00 起处理'],
    ['2026-09-30 18:30', '现在不在办公时间，10月8日 9:00 起处理'],
    ['2026-10-10 09:00', ''],
    ['2026-12-31 18:30', '现在不在办公时间，下一工作日起处理'],
  ])('at %s it is said when work begins', async (time, words) => {
    await at(time);
    const { json } = await api.call(tickets.showTicketPromises, { as: member });
    expect(json['beginsWords']).toBe(words);
  });

  test.each([
    [{ body: '打不开' }, { body: '请描述问题，至少10个字' }],
    [{ body: '' }, { body: '请填写问题描述' }],
    [{ category: 'weather' }, { category: '请选择分类' }],
    [{ title: '' }, { title: '请填写标题' }],
    [
      { title: '身份证号 110105 19491231 002X 登记的不对' },
      { title: '标题中请不要写身份证号码，请上传证件照片，或到协会窗口出示证件' },
    ],
  ])('%j is refused in words', async (part, fields) => {
    const answered = await open({ category: 'other', ...part });
    expect([answered.status, answered.json.error?.fields]).toEqual([422, fields]);
  });
});

describe('the clocks', () => {
  test('stop while the member has to add something, and go on with what was left', async () => {
    await at('2026-11-30 09:00');
    const { id } = await makeTicket(actor);
    expect(await dueAt(id)).toEqual({ first: instant('2026-11-30 11:00'), done: instant('2026-12-01 10:00') });
    await at('2026-11-30 10:30');
    expect((await answer(await reviewer(), id, 'asked')).status).toBe(200);
    expect(await dueAt(id)).toEqual({ first: null, done: null });
    expect((await own(id)).promise).toBe('');
    // Two days pass, and no clock has run.
    await at('2026-12-02 14:00');
    expect((await add(id, '补充：申请编号 2611220041')).status).toBe(200);
    // 390 open minutes were left: 240 of the afternoon, and 150 of the next morning.
    expect(await dueAt(id)).toEqual({ first: null, done: instant('2026-12-03 11:30') });
    expect(await own(id)).toMatchObject({ state: 'working', promise: '预计12月3日 11:30 前办结' });
  });

  test('an answer in time is the first one; an internal note is none', async () => {
    await at('2026-11-30 09:00');
    const { id } = await makeTicket(actor);
    await api.call(tickets.writeTicketNote, { as: await reviewer(), params: { id }, body: { body: '已电话联系' } });
    expect((await dueAt(id)).first).toBe(instant('2026-11-30 11:00'));
    await answer(await reviewer(), id, 'working');
    expect(await dueAt(id)).toEqual({ first: null, done: instant('2026-12-01 10:00') });
  });

  test('opened again within seven days they begin anew, with two hours at least; later it is over', async () => {
    await at('2026-11-30 09:00');
    const [first, second] = [await makeTicket(actor), await makeTicket(actor)];
    await at('2026-12-01 09:59');
    for (const { id } of [first, second]) await answer(await reviewer(), id, 'solved');
    await at('2026-12-08 09:00');
    expect((await add(first.id, '仍未收到，请再查一下。')).status).toBe(200);
    expect(await dueAt(first.id)).toEqual({ first: instant('2026-12-08 11:00'), done: instant('2026-12-08 11:00') });
    await at('2026-12-08 10:00');
    expect((await own(second.id)).can).toEqual({ add: false, cancel: false });
    const late = await add(second.id, '仍未收到，请再查一下。');
    expect([late.status, late.json.error?.message]).toEqual([
      409,
      '该工单已结束，如仍有问题请在工单页提交新工单，新工单会附上这份工单的链接',
    ]);
    await doDueWork();
    // Only the one that nobody has opened again.
    expect([(await own(first.id)).state, (await own(second.id)).state]).toEqual(['working', 'closed']);
  });

  test('a promise beyond the years whose holidays are known says so', async () => {
    await at('2026-12-31 17:30');
    const { id } = await makeTicket(actor, { category: 'other' });
    expect((await own(id)).promise).toMatch(/^预计2027年.*（以届时公布的节假日为准）$/);
  });
});

describe('the queue', () => {
  test('holds the tickets of one’s roles by when they are due, with the open minutes that are left', async () => {
    await at('2026-12-07 09:00');
    const slow = await makeTicket(actor, { category: 'payment' });
    const fast = await makeTicket(actor, { category: 'sign_in' });
    advanceClock(45 * 60_000);
    const administrator = await staffToken('administrator');
    const rows = async (as: string, query: Record<string, string> = {}) =>
      (await api.call(tickets.listTickets, { as, query: { limit: '100', ...query } })).json['items'] as TicketRow[];
    const ids = (list: TicketRow[]) => list.map(({ id }) => id);
    const all = await rows(administrator);
    expect(ids(all).indexOf(fast.id)).toBeLessThan(ids(all).indexOf(slow.id));
    expect(all.find(({ id }) => id === fast.id)).toMatchObject({ leftMinutes: -15, assigneeName: '', isMine: false });
    expect(all.find(({ id }) => id === slow.id)).toMatchObject({ leftMinutes: 195 });
    const service = await staffToken('service');
    expect(ids(await rows(service))).toContain(fast.id);
    expect(ids(await rows(service))).not.toContain(slow.id);

    const { version } = await seen(service, fast.id);
    const take = () => api.call(tickets.takeTicket, { as: service, params: { id: fast.id }, body: { version } });
    expect((await take()).status).toBe(200);
    expect(ids(await rows(service, { scope: 'mine' }))).toEqual([fast.id]);
    expect(ids(await rows(service, { scope: 'unassigned' }))).not.toContain(fast.id);
    const other = await staffToken('service');
    const late = await api.call(tickets.answerTicket, {
      as: other,
      params: { id: fast.id },
      body: { version, body: '请重试', next: 'solved' },
    });
    expect([late.status, late.json.error?.code]).toEqual([409, 'changed_meanwhile']);
  });

  test('a ticket of another category goes to another queue, and never later than was promised', async () => {
    await at('2026-12-07 09:00');
    const { id } = await makeTicket(actor, { category: 'sign_in' });
    const before = await dueAt(id);
    const service = await staffToken('service');
    const body = { version: 1, category: 'payment' };
    expect((await api.call(tickets.moveTicket, { as: service, params: { id }, body })).status).toBe(200);
    expect((await api.call(tickets.showTicket, { as: service, params: { id } })).status).toBe(404);
    expect(await seen(await staffToken('finance'), id)).toMatchObject({ category: 'payment', assigneeName: '' });
    expect(await dueAt(id)).toEqual(before);
  });
});

describe('what members never read', () => {
  const CANARY = '内部备注金丝雀四七一一';

  test('no note, and no name of the staff, is in any answer or message', async () => {
    const { id } = await makeTicket(actor);
    const note = await api.call(tickets.writeTicketNote, {
      as: await reviewer(),
      params: { id },
      body: { body: CANARY },
    });
    expect(JSON.stringify(note.json)).toContain(CANARY);
    await answer(await reviewer(), id, 'working');
    await add(id, '收到，谢谢，我再看一下。');
    await answer(await reviewer(), id, 'solved');
    const answers = [
      await api.call(tickets.showOwnTicket, { as: member, params: { id } }),
      await api.call(tickets.listOwnTickets, { as: member }),
      await api.call(notificationEndpoints.listInbox, { as: member }),
      await api.call(tickets.showTicketNotes, { as: member, params: { id } }),
    ].map(({ json }) => JSON.stringify(json));
    for (const words of [...answers, JSON.stringify(await Message.findAll())]) {
      expect(words).not.toContain(CANARY);
      expect(words).not.toContain('陆明章');
    }
    expect(await TicketMessage.count({ where: { body: CANARY } })).toBe(0);
  });

  test('they are told that there is an answer, and not what it says', async () => {
    const { id, number } = await makeTicket(actor);
    const said = '快递单号 SF1234567890';
    await answer(await reviewer(), id, 'solved', said);
    const inbox = JSON.stringify((await api.call(notificationEndpoints.listInbox, { as: member })).json);
    expect(inbox).toContain(`工单${number}有新答复（已解决）`);
    for (const words of [inbox, JSON.stringify(await Message.findAll())]) expect(words).not.toContain(said);
    expect(await Message.count({ where: { template: 'ticket_answered' } })).toBeGreaterThan(0);
  });

  test('a firm learns nothing of a complaint about it, not even that there is one', async () => {
    const lawyer = await makeLawyer({ firmId });
    const complaint = await makeTicket(await memberActor({ lawyerId: lawyer.id }), {
      category: 'complaint',
      title: '律所扣留执业证',
      body: '我已申请转所，律所拒绝交还执业证已两个月。',
    });
    const foreign = await api.call(tickets.showOwnTicket, { as: member, params: { id: complaint.id } });
    const nowhere = await api.call(tickets.showOwnTicket, { as: member, params: { id: 999_999 } });
    const { requestId: _one, ...said } = foreign.json.error!;
    const { requestId: _other, ...expected } = nowhere.json.error!;
    expect([foreign.status, said]).toEqual([nowhere.status, expected]);
    const list = JSON.stringify((await api.call(tickets.listOwnTickets, { as: member })).json);
    expect(list).not.toContain('扣留');
    // The lawyer may have named the mailbox of the firm.
    await Lawyer.update({ email: 'office@firm.example.com' }, { where: { id: lawyer.id } });
    await answer(await staffToken('administrator'), complaint.id, 'working');
    const mails = await Message.findAll({ where: { recipient: 'office@firm.example.com' } });
    expect(mails.map(({ template }) => template)).toEqual(['ticket_answered']);
    for (const told of ['投诉', '扣留']) expect(JSON.stringify(mails)).not.toContain(told);
    for (const role of ['service', 'registrar', 'reviewer', 'finance'] satisfies Role[]) {
      const as = await staffToken(role);
      expect((await api.call(tickets.showTicket, { as, params: { id: complaint.id } })).status).toBe(404);
    }
  });
});

test('a cancelled ticket is over for both sides; a solved one is not cancelled', async () => {
  const [open, solved] = [await makeTicket(actor), await makeTicket(actor)];
  await answer(await reviewer(), solved.id, 'solved');
  const cancel = (id: number) => api.call(tickets.cancelTicket, { as: member, params: { id } });
  expect((await cancel(open.id)).json['state']).toBe('cancelled');
  const late = await cancel(solved.id);
  expect([late.status, late.json.error?.message]).toEqual([409, '该工单已解决，如仍有问题可以补充说明，重新打开']);
  const { version } = await seen(await reviewer(), open.id);
  const body = { version, body: '已为您核对，请查收。', next: 'solved' };
  expect((await api.call(tickets.answerTicket, { as: await reviewer(), params: { id: open.id }, body })).status).toBe(
    409,
  );
});
